import { once } from "node:events"
import { createReadStream, createWriteStream, rmSync, statSync } from "node:fs"
import { checkImport, type Imported, type ImportCheck, proposeImport } from "@/lib/data/imports"
import { settings } from "@/lib/data/settings"
import { csvLines, csvOf } from "@/lib/data/tables/csv"
import { type TableFile, TableFormat } from "@/lib/data/tables/format"
import { recognise } from "@/lib/data/tables/read"
import { errorRows, usualReason } from "@/lib/domain/import/errors"
import { type Actor, SYSTEM } from "@/lib/domain/policy"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { progress } from "@/lib/cli/progress"
import { answer, facts } from "./answer"
import { actionOf, type Given, optional, UsageError } from "./arguments"
import { actingPerson, publishedLedger, withDatabase } from "./database"

const ERROR_COLUMNS = ["row", "column", "reason", "value"]

/**
 * `nap import FILE`: a table into draft proposals of a person, or with --publish straight into the record in the names
 * of two. The whole file is checked before anything is written. Exit code 1 when rows have errors.
 */
export const run = actionOf("import", {
  usage: "FILE [--kind K] [--format F] [--dry-run] [--as EMAIL] [--publish --by EMAIL] [--reason TEXT]",
  flags: {
    kind: { type: "string" },
    format: { type: "string" },
    "dry-run": { type: "boolean" },
    as: { type: "string" },
    publish: { type: "boolean" },
    by: { type: "string" },
    reason: { type: "string" },
  },
  words: 1,
  run: (given) => withDatabase(() => importFile(given)),
})

async function importFile(given: Given): Promise<number> {
  const path = given.words[0]!
  const said = { kind: oneOf(given, "kind", KIND_NAMES), format: oneOf(given, "format", TableFormat.options) }
  const { author, publisher } = await people(given)
  await publishedLedger()
  const bar = progress()
  const table = await recognise(fileAt(path, bar.read), said)
  const errors = errorFile(`${path}.errors.csv`)
  bar.begin("Checking", table.file.size)
  const check = await checkImport(author, table, {
    mostRows: Infinity,
    listed: 0,
    onRow: (row) => errors.write(row),
    onBatch: () => bar.show(),
  })
  bar.end()
  const listed = await errors.close()
  if (check.totals.error > 0 || given.flags["dry-run"]) return report(given, check, [], listed)

  bar.begin(publisher ? "Publishing" : "Writing", check.changes)
  const text = optional(given, "reason")
  const reason = text === null ? usualReason(check) : { en: text, ur: null }
  const made = await proposeImport(author, table, check, { reason, key: null, publisher, onBatch: bar.reach })
  bar.end()
  return report(given, check, made, null)
}

/** In whose names: a dry run needs nobody's, publishing needs two unless the team has one person. */
async function people(given: Given): Promise<{ author: Actor; publisher: Actor | null }> {
  const [as, by] = [optional(given, "as"), optional(given, "by")]
  if (given.flags["dry-run"] && as === null) return { author: SYSTEM, publisher: null }
  if (as === null) throw new UsageError("--as is missing: whose proposals are these?")
  const author = await actingPerson(as)
  if (!given.flags.publish) return { author, publisher: null }
  const alone = settings().team === "one-person"
  if (by === null && !alone) throw new UsageError("--by is missing: publishing needs a second person.")
  const publisher = by === null ? author : await actingPerson(by)
  if (!alone && publisher.id === author.id) throw new Refusal("forbidden", "Someone else must publish your proposal.")
  return { author, publisher }
}

function oneOf<T extends string>(given: Given, flag: string, options: readonly T[]): T | null {
  const text = optional(given, flag)
  if (text === null || (options as readonly string[]).includes(text)) return text as T | null
  throw new UsageError(`--${flag} takes ${options.join(", ")}.`)
}

function fileAt(path: string, onBytes: (count: number) => void): TableFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Refusal("not_found", `There is no file ${path}.`)
  return {
    name: path,
    size,
    open: async function* () {
      onBytes(-Infinity)
      for await (const part of createReadStream(path, { highWaterMark: 1024 * 256 })) {
        onBytes((part as Buffer).length)
        yield part as Buffer
      }
    },
  }
}

/** The file of errors, begun with the first of them; one of an earlier run goes. */
function errorFile(path: string) {
  rmSync(path, { force: true })
  let stream: ReturnType<typeof createWriteStream> | null = null
  return {
    write(row: Parameters<typeof errorRows>[0]) {
      if (row.errors.length === 0) return
      const lines = errorRows(row)
      const text = stream ? csvLines(lines, ERROR_COLUMNS) : csvOf(lines, ERROR_COLUMNS)
      stream ??= createWriteStream(path)
      stream.write(text)
    },
    async close(): Promise<string | null> {
      if (!stream) return null
      stream.end()
      await once(stream, "close")
      return path
    },
  }
}

function report(given: Given, check: ImportCheck, made: Imported[], errors: string | null): number {
  const { kind, format, totals, changes } = check
  const failed = totals.error > 0
  answer(given, { kind, format, totals, changes, errors, proposals: made }, () =>
    facts([
      ["File", `${given.words[0]} (${kind satisfies Kind}, ${format})`],
      ["Rows", String(totals.rows)],
      ["New", String(totals.add)],
      ["Changed", String(totals.change)],
      ["Warnings", String(totals.warning)],
      ["The same", String(totals.same)],
      ["Errors", errors ? `${totals.error}, listed in ${errors}` : String(totals.error)],
      ["Result", resultOf(failed, made)],
    ]),
  )
  return failed ? 1 : 0
}

function resultOf(failed: boolean, made: Imported[]): string {
  if (made.length === 0) return failed ? "nothing was written: repair the rows with errors" : "nothing was written"
  const revisions = made.flatMap(({ revision }) => revision ?? [])
  if (revisions.length === 0) return made.map(({ id, operations }) => `draft ${id} (${operations})`).join(", ")
  return revisions.length === 1
    ? `published as revision ${revisions[0]}`
    : `published as revisions ${revisions[0]} to ${revisions.at(-1)}`
}
