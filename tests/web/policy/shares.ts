import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { codes, forPeople, type Made, READ, type Rows, version } from "./row"

const aShare = { given: "share", make: async (owner: Someone) => (await createShare(owner, share())).share }
const aPerson = { given: "person", make: async (owner: Someone) => ({ id: owner.id, version: 1 }) }
const label = ({ version: seen }: Made) => ({ version: seen, label: "Renamed" })

export const shares: Rows = {
  "GET /api/v1/shares": [{ expected: forPeople(200) }],
  "POST /api/v1/shares": [{ body: () => ({ label: "A link" }), expected: forPeople(201) }],
  "PATCH /api/v1/shares/{id}": [{ ...aShare, body: label, expected: codes(404, 200, 404, 404, 200, 200) }],
  "POST /api/v1/shares/{id}/address": [{ ...aShare, body: version, expected: codes(404, 200, 404, 404, 200, 200) }],
  "POST /api/v1/shares/revocations": [
    { ...aPerson, body: ({ id }) => ({ person: id }), expected: codes(404, 200, 404, 404, 200, 200) },
  ],
  "GET /api/v1/digests/{id}": [{ path: `/api/v1/digests/${"0".repeat(64)}`, expected: READ }],
  "DELETE /api/v1/shares/{id}": [{ ...aShare, expected: codes(404, 204, 404, 404, 204, 204) }],
}
