import { createDraft } from "@/lib/data/drafts"
import { createProposal } from "@/lib/data/proposals"
import { proposal } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { codes, forWriters, type Rows, version } from "./row"

const D = "/api/v1/drafts"
const typed = () => ({ form: "records:add:event", title: "An event", content: { text: { reasonEn: "Typed." } } })

const aDraft = (owner: Someone) => createDraft(owner, typed())
const own = { given: "draft", make: aDraft }
const ownOnly = (status: number) => codes(403, status, 404, 404, status, 404)

export const drafts: Rows = {
  [`GET ${D}`]: [{ expected: forWriters(200) }],
  [`POST ${D}`]: [{ body: typed, expected: forWriters(201) }],
  [`GET ${D}/{id}`]: [{ ...own, expected: ownOnly(200) }],
  [`PATCH ${D}/{id}`]: [{ ...own, body: version, expected: ownOnly(200) }],
  [`DELETE ${D}/{id}`]: [{ ...own, body: () => ({}), expected: ownOnly(204) }],
  "PATCH /api/v1/proposals/{id}/steps": [
    {
      given: "proposal",
      make: (owner) => createProposal(owner, proposal()),
      body: (made) => ({
        ...version(made),
        ...{ change: "world-changed", reasonEn: "A committee was named.", reasonUr: null, note: null },
        steps: [0],
      }),
      expected: ownOnly(200),
    },
  ],
  "GET /api/v1/records": [{ path: "/api/v1/records?kind=event", expected: forWriters(200) }],
  "GET /api/v1/records/{kind}/{id}": [{ path: "/api/v1/records/event/ev-01", expected: forWriters(200) }],
}
