import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { codes, forPeople, type Made, type Rows } from "./row"

const aShare = { given: "share", make: async (owner: Someone) => (await createShare(owner, share())).share }
const label = ({ version: seen }: Made) => ({ version: seen, label: "Renamed" })

export const shares: Rows = {
  "GET /api/v1/shares": [{ expected: forPeople(200) }],
  "POST /api/v1/shares": [{ body: () => ({ label: "A link" }), expected: forPeople(201) }],
  "PATCH /api/v1/shares/{id}": [{ ...aShare, body: label, expected: codes(404, 200, 404, 404, 200, 200) }],
  "DELETE /api/v1/shares/{id}": [{ ...aShare, expected: codes(404, 204, 404, 404, 204, 204) }],
}
