import { randomUUID } from "node:crypto"
import { createProposal } from "@/lib/data/proposals"
import { requestRedaction } from "@/lib/data/redactions"
import { RedactionInput } from "@/lib/domain/redaction"
import { person } from "@/tests/data/people"
import { proposal, published } from "@/tests/data/samples"
import { rows } from "@/tests/domain/sample"
import type { Someone } from "@/tests/web/client"
import { codes, forAdmins, forReviewers, forWriters, READ, type Rows, type Who } from "./row"

const R = "/api/v1/redaction-requests"
const commitments = rows("commitment").map(({ id }) => id)
let taken = 0
const nextCommitment = () => commitments[taken++ % commitments.length]!

const aRevision = async (owner: Someone) => {
  const { revision } = await published(owner, await person("reviewer"), proposal({ commitment: nextCommitment() }))
  return { id: String(revision), version: 1 }
}
const text = rows("silence")[0]!.whatEn
const asked = () => ({ reasonClass: "safety", text })

/** A request about words that stand in nothing but a draft. Editors may not ask, so a reviewer does it for them. */
const aRequest = async (owner: Someone, who: Who) => {
  const words = `Words of the policy test ${randomUUID()}`
  await createProposal(owner, proposal({ commitment: nextCommitment() }, { note: words }))
  const by = who === "author" ? owner : await person("reviewer")
  return { ...(await requestRedaction(by, RedactionInput.parse({ reasonClass: "safety", text: words }))), version: 1 }
}
const request = { given: "request", make: aRequest, hides: false }

export const ledger: Rows = {
  "POST /api/v1/revisions/{id}/undo": [
    { given: "revision", make: aRevision, hides: false, expected: forWriters(201) },
    { given: "beginning", path: "/api/v1/revisions/1/undo", expected: forWriters(400) },
    { given: "missing revision", path: "/api/v1/revisions/99999999/undo", expected: forWriters(404) },
  ],
  "GET /api/v1/audit": [{ expected: forAdmins(200) }],
  "GET /api/v1/redactions": [{ expected: READ }],
  [`GET ${R}`]: [{ expected: forReviewers(200) }],
  [`POST ${R}`]: [{ body: asked, expected: forReviewers(201) }],
  [`POST ${R}/look-up`]: [{ body: () => ({ text }), expected: forReviewers(200) }],
  [`POST ${R}/{id}/approve`]: [{ ...request, expected: codes(403, 403, 403, 200, 403, 200) }],
  [`POST ${R}/{id}/cancel`]: [{ ...request, expected: forReviewers(200) }],
}
