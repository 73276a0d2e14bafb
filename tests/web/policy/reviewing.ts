import { createProposal, submitProposal } from "@/lib/data/proposals"
import { proposal } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { codes, type Made, type Rows } from "./row"

const BLIND = "/api/v1/proposals/{id}/blind"

const aDraft = (owner: Someone) => createProposal(owner, proposal())
const aSubmitted = async (owner: Someone) => {
  const { id, version } = await aDraft(owner)
  return submitProposal(owner, id, version)
}
const submitted = { given: "submitted", make: aSubmitted, hides: false }
const draft = { given: "draft", make: aDraft }
const coded = ({ version }: Made) => ({
  version,
  codings: [{ step: 0, level: 1, unratedReason: null, certainty: "medium", reason: "A committee was named." }],
})

const settling = ({ version }: Made) => ({ version, newest: 1_000_000_000 })

export const reviewing: Rows = {
  "POST /api/v1/proposals/{id}/settle": [
    { ...draft, body: settling, expected: codes(403, 200, 404, 404, 200, 404) },
    { ...submitted, hides: true, body: settling, expected: codes(403, 200, 404, 404, 200, 404) },
  ],
  [`GET ${BLIND}`]: [
    { ...submitted, expected: codes(403, 403, 403, 200, 403, 200) },
    { ...draft, expected: codes(403, 403, 403, 404, 403, 404) },
  ],
  [`POST ${BLIND}`]: [
    { ...submitted, body: coded, expected: codes(403, 403, 403, 201, 403, 201) },
    { ...draft, body: coded, expected: codes(403, 403, 403, 404, 403, 404) },
  ],
}
