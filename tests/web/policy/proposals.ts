import { createProposal, submitProposal } from "@/lib/data/proposals"
import { assessment, COMMITMENT, proposal, SOURCE } from "@/tests/data/samples"
import { rows } from "@/tests/domain/sample"
import type { Someone } from "@/tests/web/client"
import { codes, forWriters, type Made, type Rows, version } from "./row"

const P = "/api/v1/proposals"
const verdict = (made: Made) => ({ ...version(made), verdict: "approved" })
const operations = () => ({ change: "world-changed", operations: [assessment()] })

// Each on a commitment of its own, or the second publication would be a conflict.
const commitments = rows("commitment").map(({ id }) => id)
let taken = 0
const nextCommitment = () => commitments[taken++ % commitments.length]!

const aDraft = (owner: Someone) => createProposal(owner, proposal({ commitment: nextCommitment() }))
const aSubmitted = async (owner: Someone) => {
  const { id, version } = await aDraft(owner)
  return submitProposal(owner, id, version)
}
const draft = { given: "draft", make: aDraft }
const submitted = { given: "submitted", make: aSubmitted, hides: false }

export const proposals: Rows = {
  [`GET ${P}`]: [{ expected: forWriters(200) }],
  [`POST ${P}`]: [{ body: () => proposal(), expected: forWriters(201) }],
  [`POST ${P}/preview`]: [{ body: operations, expected: forWriters(200) }],
  [`GET ${P}/{id}`]: [
    { ...draft, expected: codes(403, 200, 404, 404, 200, 404) },
    { ...submitted, expected: forWriters(200) },
  ],
  [`PATCH ${P}/{id}`]: [
    { ...draft, body: version, expected: codes(403, 200, 404, 404, 200, 404) },
    { ...submitted, body: version, expected: codes(403, 200, 404, 404, 200, 404) },
  ],
  [`POST ${P}/{id}/submit`]: [{ ...draft, body: version, expected: codes(403, 200, 404, 404, 200, 404) }],
  [`POST ${P}/{id}/withdraw`]: [
    { ...draft, body: version, expected: codes(403, 200, 404, 404, 200, 404) },
    { ...submitted, body: version, expected: codes(403, 200, 404, 404, 200, 200) },
  ],
  [`POST ${P}/{id}/review`]: [
    { ...submitted, body: verdict, expected: codes(403, 403, 403, 200, 403, 200) },
    { ...draft, body: verdict, expected: codes(403, 403, 403, 404, 404, 404) },
  ],
  [`POST ${P}/{id}/publish`]: [
    { ...submitted, body: version, expected: codes(403, 403, 403, 200, 403, 200) },
    { ...draft, body: version, expected: codes(403, 403, 403, 404, 404, 404) },
  ],
  "POST /api/v1/rechecks": [
    { body: () => ({ commitment: COMMITMENT, lane: "claim", source: SOURCE }), expected: forWriters(201) },
  ],
}
