// The limit to compare with: node:http answering fixed bytes, with one primary-key look-up before each if it gets a
// database. A process of its own, as the site is. Arguments: file of the body, address of the database or nothing.
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import pg from "pg"

const [file, address] = process.argv.slice(2)
const body = readFileSync(file)
const pool = address ? new pg.Pool({ connectionString: address, max: 10 }) : null
const head = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "content-length": body.length }
const server = createServer(async (_, response) => {
  if (pool) await pool.query('SELECT id FROM "Share" WHERE id = $1', ["x"])
  response.writeHead(200, head).end(body)
})
server.listen(0, "127.0.0.1", () => process.send(server.address().port))
