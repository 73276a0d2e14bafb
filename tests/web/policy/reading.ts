import { LIST_NAMES } from "@/lib/domain/import/columns"
import { site } from "@/tests/web/client"
import { READ, type Rows } from "./row"

export const reading: Rows = {
  "GET /api/v1/compare": [{ expected: READ }],
  "GET /api/v1/overview": [{ expected: READ }],
  "GET /api/v1/outcomes": [{ expected: READ }],
  "GET /api/v1/momentum": [{ expected: READ }],
  "GET /api/v1/sandbox": [{ path: "/api/v1/sandbox?weights=point", expected: READ }],
  "GET /api/v1/points/{id}": [{ path: "/api/v1/points/nap2014-01", expected: READ }],
  "GET /api/v1/explore": [{ path: "/api/v1/explore?q=nacta", expected: READ }],
  "GET /api/v1/revisions": [{ expected: READ }],
  "GET /api/v1/citation": [{ path: "/api/v1/citation?page=/en/points/2014/5&style=bibtex", expected: READ }],
  "GET /api/v1/export.zip": [{ path: "/api/v1/export.zip?known=1", expected: READ }],
  "GET /api/v1/oembed": [{ path: `/api/v1/oembed?url=${encodeURIComponent(`${site}/en`)}`, expected: READ }],
  ...Object.fromEntries(Object.values(LIST_NAMES).map((name) => [`GET /api/v1/${name}`, [{ expected: READ }]])),
}
