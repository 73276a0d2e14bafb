import { LIST_NAMES } from "@/lib/domain/import/columns"
import { site } from "@/tests/web/client"
import { READ, type Rows } from "./row"

export const reading: Rows = {
  "GET /api/v1/overview": [{ expected: READ }],
  "GET /api/v1/points/{id}": [{ path: "/api/v1/points/nap2014-01", expected: READ }],
  "GET /api/v1/revisions": [{ expected: READ }],
  "GET /api/v1/oembed": [{ path: `/api/v1/oembed?url=${encodeURIComponent(`${site}/en`)}`, expected: READ }],
  ...Object.fromEntries(Object.values(LIST_NAMES).map((name) => [`GET /api/v1/${name}`, [{ expected: READ }]])),
}
