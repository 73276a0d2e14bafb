import { READ, type Rows } from "./row"

export const reading: Rows = {
  "GET /api/v1/overview": [{ expected: READ }],
  "GET /api/v1/points/{id}": [{ path: "/api/v1/points/nap2014-01", expected: READ }],
  "GET /api/v1/plans": [{ expected: READ }],
  "GET /api/v1/points": [{ expected: READ }],
  "GET /api/v1/commitments": [{ expected: READ }],
  "GET /api/v1/assessments": [{ expected: READ }],
  "GET /api/v1/sources": [{ expected: READ }],
  "GET /api/v1/events": [{ expected: READ }],
  "GET /api/v1/revisions": [{ expected: READ }],
}
