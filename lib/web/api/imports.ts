import "server-only"
import { z } from "zod"
import { checkImport, type ImportCheck, proposeImport } from "@/lib/data/imports"
import { csvOf } from "@/lib/data/tables/csv"
import { TableFormat } from "@/lib/data/tables/format"
import { recognise } from "@/lib/data/tables/read"
import { errorRows, usualReason } from "@/lib/domain/import/errors"
import { KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { type Endpoint, endpoint, RepeatKey } from "@/lib/web/api/endpoint"
import { given } from "@/lib/web/api/question"
import { UPLOAD_LIMIT } from "@/lib/web/body-limit"

/** What one upload may bring: as many proposals as a team could still look through. The command line takes more. */
const MOST_ROWS = 20_000
/** Rows of the answer; the totals count all of them, the error file names every error. */
const LISTED = 500

const flag = z.enum(["true", "false"])
const ImportQuery = z.strictObject({
  kind: z.enum(KIND_NAMES).nullable().default(null).describe("Told from the columns where they leave no choice"),
  format: TableFormat.nullable().default(null).describe("Told from the file if left out"),
  file: z.string().max(200).nullable().default(null).describe("Name of the file"),
  dryRun: flag.default("true").describe("false makes a draft proposal, several of a long file"),
  errors: flag.default("false").describe("true answers with the errors alone, as CSV"),
  reason: z.string().trim().max(900).nullable().default(null).describe("Given to readers with the revision"),
  reasonUr: z.string().trim().max(900).nullable().default(null).describe("The same in Urdu"),
})

const Fault = z.object({ column: z.string().nullable(), reason: z.string(), value: z.string().nullable() })
const RowAnswer = z.object({
  row: z.int(),
  id: z.string().nullable(),
  outcome: z.enum(["add", "change", "same", "warning", "error"]),
  errors: z.array(Fault),
  notes: z.array(Fault),
  differs: z.array(z.string()).describe("Fields a change touches"),
  telling: z.record(z.string(), z.string().nullable()),
})
const count = z.int().min(0)
const ImportAnswer = z
  .object({
    kind: z.enum(KIND_NAMES),
    format: TableFormat,
    base: z.int().describe("The revision it was held against"),
    totals: z.object({ rows: count, add: count, change: count, same: count, warning: count, error: count }),
    changes: count.describe("Rows that would change the record"),
    rows: z.array(RowAnswer).describe(`At most ${LISTED}, errors first`),
    left: count.describe("Rows not listed"),
    proposals: z.array(z.object({ id: z.string(), operations: count })),
  })
  .meta({ id: "Import" })

/** Tables in: dry run and proposal. */
export const IMPORTS: Endpoint[] = [
  endpoint({
    method: "POST",
    path: "/api/v1/imports",
    summary: "What importing a table would change, row by row; with dryRun=false a draft proposal of it",
    access: "proposal.write",
    query: ImportQuery,
    headers: RepeatKey,
    upload: UPLOAD_LIMIT,
    answer: { status: 200, schema: ImportAnswer, media: ["text/csv"] },
    handle: async (call) => {
      const { actor, bytes, request } = call
      const asked = given(ImportQuery, call)
      const file = { name: asked.file, size: bytes.length, open: () => [bytes] }
      const table = await recognise(file, asked)
      const lines: { row: number; column: string | null; reason: string; value: string | null }[] = []
      const check = await checkImport(actor, table, {
        mostRows: MOST_ROWS,
        listed: LISTED,
        onRow: (row) => void (asked.errors === "true" && lines.push(...errorRows(row))),
      })
      if (asked.errors === "true") {
        const content = csvOf(lines, ["row", "column", "reason", "value"])
        const name = `${(asked.file ?? table.kind).replace(/\.\w+$/, "")}.errors.csv`
        return { body: null, file: { name, mediaType: "text/csv; charset=utf-8", content } }
      }
      if (asked.dryRun === "true") return { body: { ...check, proposals: [] } }
      assertClean(check)
      const reason = asked.reason ? { en: asked.reason, ur: asked.reasonUr || null } : usualReason(check)
      const key = request.headers.get("idempotency-key")?.slice(0, 200) ?? null
      const made = await proposeImport(actor, table, check, { reason, key, publisher: null })
      return { body: { ...check, proposals: made.map(({ id, operations }) => ({ id, operations })) } }
    },
  }),
]

/** The whole file or nothing: what is right in it would be missed when the rest is repaired and sent again. */
function assertClean(check: ImportCheck): void {
  if (check.totals.error === 0) return
  const { totals, rows, left } = check
  const reason = `Nothing was written: ${totals.error} of ${totals.rows} rows have errors.`
  throw new Refusal("invalid", reason, { file: [reason] }, { totals, rows, left })
}
