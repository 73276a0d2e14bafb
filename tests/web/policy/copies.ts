import { randomBytes } from "node:crypto"
import { storeCopy } from "@/lib/data/copies"
import { addInternalEvidence } from "@/lib/data/internal-evidence"
import { COMMITMENT } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { codes, forWriters, type Made, type Rows } from "./row"

const words = () => Buffer.from(`A report, kept as text: ${randomBytes(8).toString("hex")}`)

const aCopy = async (owner: Someone): Promise<Made> => {
  const { sha256 } = await storeCopy(owner, "report.txt", words())
  return { id: sha256, version: 1 }
}
const kept = { given: "copy that is not published", make: aCopy, hides: false }

const evidence = () => ({ commitment: COMMITMENT, title: "Letter", note: "The post is vacant." })
const internal = {
  given: "piece of evidence",
  make: async (owner: Someone): Promise<Made> => {
    const { id } = await addInternalEvidence(owner, evidence())
    return { id, version: 1 }
  },
}

export const copies: Rows = {
  "POST /api/v1/copies": [{ bytes: words, path: "/api/v1/copies?name=report.txt", expected: forWriters(201) }],
  // For everybody else a copy that no published source names is nothing.
  "GET /api/v1/copies/{id}": [
    { ...kept, expected: { ...codes(404, 200, 200, 200, 200, 200), anonymous: 404 } },
    {
      given: "copy that is not there",
      path: "/api/v1/copies/none",
      expected: { ...codes(404, 404, 404, 404, 404, 404), anonymous: 404 },
    },
  ],
  "GET /api/v1/copies/{id}/facts": [{ ...kept, expected: forWriters(200) }],
  "GET /api/v1/internal-evidence": [
    { path: `/api/v1/internal-evidence?commitment=${COMMITMENT}`, expected: forWriters(200) },
  ],
  "POST /api/v1/internal-evidence": [{ body: evidence, expected: forWriters(201) }],
  // Everybody on the team sees it, so an editor who may not remove it is told so.
  "DELETE /api/v1/internal-evidence/{id}": [
    { ...internal, expected: codes(403, 204, 403, 204, 204, 204), hides: false },
  ],
}
