import { READ, type Rows } from "./row"

export const self: Rows = { "GET /api/v1/me": [{ expected: READ }] }
