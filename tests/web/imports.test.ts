import { randomBytes } from "node:crypto"
import { readSheet } from "read-excel-file/node"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { malformed, malformedSeeds, randomFrom } from "@/tests/data/malformed"
import { ask, csvRows, site, someone, type Someone } from "./client"

let editor: Someone
beforeAll(async () => {
  editor = await someone("editor")
})

const IMPORTS = "/api/v1/imports"
const send = (path: string, bytes: Uint8Array | string, headers: Record<string, string> = {}) =>
  ask(path, { body: Buffer.from(bytes as string), as: editor, headers })

/** A list as a file, and back through the import. */
async function download(kind: Kind, format: "csv" | "xlsx"): Promise<Buffer> {
  const response = await fetch(`${site}/api/v1/${LIST_NAMES[kind]}?format=${format}`)
  expect(response.status).toBe(200)
  expect(response.headers.get("content-disposition")).toMatch(
    new RegExp(
      `^attachment; filename="nap-${LIST_NAMES[kind]}-r\\d+(-[0-9a-f]{12})?-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`,
    ),
  )
  return Buffer.from(await response.arrayBuffer())
}

describe("everything exported and imported", () => {
  test.each(KIND_NAMES.flatMap((kind) => (["csv", "xlsx"] as const).map((format) => [kind, format] as const)))(
    "%s as %s: the dry run says no change",
    async (kind, format) => {
      const { json, status } = await send(`${IMPORTS}?kind=${kind}&format=${format}`, await download(kind, format))
      // A site where nobody has re-checked anything yet has no re-checks to export.
      if (kind === "check" && status === 400)
        return expect(json.errors.file).toEqual(["There are no rows in this file."])
      expect({ status, kind: json.kind, format: json.format }).toEqual({ status: 200, kind, format })
      const { rows, same } = json.totals
      expect(rows).toBeGreaterThan(0)
      expect({ same, changes: json.changes, proposals: json.proposals }).toEqual({
        same: rows,
        changes: 0,
        proposals: [],
      })
    },
    60_000,
  )

  test("a workbook holds numbers as numbers and the same records as the other formats", async () => {
    const rows = await readSheet(await download("observation", "xlsx"))
    const table = csvRows((await download("observation", "csv")).toString())
    expect(rows).toHaveLength(table.length + 1)
    const [head, first] = rows as [string[], unknown[]]
    expect(head).toEqual(Object.keys(table[0]!))
    for (const name of ["year", "value"]) {
      expect(first[head.indexOf(name)]).toBe(Number(table[0]![name]))
    }
  })

  test("views and the log answer as workbooks too", async () => {
    for (const path of ["overview", "points/nap2014-01", "revisions"]) {
      const { status, headers } = await ask(`/api/v1/${path}?format=xlsx`)
      expect(status).toBe(200)
      expect(headers.get("content-type")).toContain("spreadsheetml")
    }
    expect((await ask("/api/v1/events?format=xls")).status).toBe(400)
  })
})

const series = (more = "") => {
  const id = `series-${randomBytes(6).toString("hex")}`
  return { id, table: `id,indicator,publisher,unit\r\n${id},=SUM(A1),اشاعت گھر,attacks${more}\r\n` }
}

describe("a table becomes a proposal", () => {
  test("first a dry run that writes nothing, then one draft of the sender's own", async () => {
    const { id, table } = series()
    const before = await db().proposal.count({ where: { authorId: editor.id } })
    const dry = await send(`${IMPORTS}?kind=indicator&file=series.csv`, table)
    expect(dry.json).toMatchObject({ totals: { rows: 1, add: 1 }, changes: 1, proposals: [] })
    expect(dry.json.rows).toMatchObject([{ row: 2, id, outcome: "add", telling: { indicator: "=SUM(A1)" } }])
    expect(await db().proposal.count({ where: { authorId: editor.id } })).toBe(before)

    const reason = "Series of a new publisher."
    const search = new URLSearchParams({ kind: "indicator", dryRun: "false", reason })
    const key = { "idempotency-key": id }
    const made = await send(`${IMPORTS}?${search}`, table, key)
    expect(made.json.proposals).toEqual([{ id: expect.any(String), operations: 1 }])
    const again = await send(`${IMPORTS}?${search}`, table, key)
    expect(again.json.proposals).toEqual(made.json.proposals)
    const { json } = await ask(`/api/v1/proposals/${made.json.proposals[0].id}`, { as: editor })
    expect(json.proposal).toMatchObject({ status: "draft", mine: true, reasonEn: reason, change: "world-changed" })
    expect(json.proposal.operations).toMatchObject([{ act: "add", kind: "indicator", record: { id } }])
  })

  test("one bad row, and nothing of the file is written; its errors come as a table", async () => {
    const { table } = series(`\r\nno id,,P,unit`)
    const before = await db().proposal.count({ where: { authorId: editor.id } })
    const refused = await send(`${IMPORTS}?kind=indicator&dryRun=false`, table)
    expect(refused).toMatchObject({ status: 400, json: { code: "invalid", totals: { rows: 2, error: 1, add: 1 } } })
    expect(refused.json.rows[0]).toMatchObject({ row: 3, outcome: "error" })
    expect(await db().proposal.count({ where: { authorId: editor.id } })).toBe(before)

    const errors = await send(`${IMPORTS}?kind=indicator&errors=true&file=my.series.csv`, table)
    expect(errors.headers.get("content-disposition")).toBe('attachment; filename="my.series.errors.csv"')
    expect(csvRows(errors.text)).toEqual([
      { row: "3", column: "indicator", reason: "This cannot be empty.", value: "" },
    ])
  })

  test("a long list of rows is cut, errors first; its totals are not", async () => {
    const lines = Array.from({ length: 700 }, (_, at) => `long-${at},Attacks,P,unit`)
    lines[650] = "long-650,,P,unit"
    const { json } = await send(`${IMPORTS}?kind=indicator`, ["id,indicator,publisher,unit", ...lines].join("\n"))
    expect(json).toMatchObject({ totals: { rows: 700, add: 699, error: 1 }, left: 200 })
    expect(json.rows).toHaveLength(500)
    expect(json.rows[0]).toMatchObject({ row: 652, outcome: "error" })
  })

  test("what is no parameter, no kind, no upload or too large is refused as such", async () => {
    const { table } = series()
    expect((await send(`${IMPORTS}?kind=planet`, table)).json.errors).toHaveProperty("kind")
    expect((await send(`${IMPORTS}?format=pdf`, table)).json.errors).toHaveProperty("format")
    expect((await send(`${IMPORTS}?dryrun=false`, table)).json.errors).toHaveProperty("dryrun")
    expect((await send(IMPORTS, "id,note\nx,y")).json.errors).toHaveProperty("kind")
    expect((await ask(IMPORTS, { body: { table }, as: editor })).status).toBe(400)
    const many = `id,indicator,publisher,unit\n${"a,b,c,d\n".repeat(20_001)}`
    expect(await send(`${IMPORTS}?kind=indicator`, many)).toMatchObject({ status: 413, json: { code: "too_large" } })
    const large = await send(`${IMPORTS}?kind=indicator`, Buffer.alloc(10 * 1024 * 1024 + 1, 97)).catch(() => null)
    // The server may stop listening before the last byte was sent.
    if (large) expect(large.status).toBe(413)
  })
})

test("malformed files over HTTP: each refused or judged, none a failure of ours", async () => {
  const random = randomFrom(11)
  const seeds = malformedSeeds(await download("indicator", "xlsx"))
  const statuses: Record<number, number> = {}
  for (let at = 0; at < 80; at++) {
    const { kind, format, bytes } = malformed(seeds, at, random)
    const { status } = await send(`${IMPORTS}?kind=${kind}${format ? `&format=${format}` : ""}`, bytes)
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  expect(Object.keys(statuses).filter((status) => !["200", "400", "413"].includes(status))).toEqual([])
}, 120_000)
