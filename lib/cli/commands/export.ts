import { createWriteStream, mkdirSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { csvParts, flattened, jsonParts } from "@/lib/data/tables/parts"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { flatten } from "@/lib/domain/import/cells"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import { order, type Snapshot, snapshot } from "@/lib/domain/ledger"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { answer, table } from "./answer"
import { actionOf, needed, optional, UsageError } from "./arguments"
import { publishedLedger, withDatabase } from "./database"

const FORMATS = ["csv", "json", "xlsx"] as const
type Format = (typeof FORMATS)[number]

/** `nap export`: records as files that can be edited and imported back. Exactly what is public, as the newest revision has it. */
export const run = actionOf("export", {
  usage: "--kind K|--all --to FOLDER [--format csv|json|xlsx]",
  flags: {
    kind: { type: "string" },
    all: { type: "boolean" },
    to: { type: "string" },
    format: { type: "string" },
  },
  run: async (given) => {
    const folder = needed(given, "to")
    const format = (optional(given, "format") ?? "csv") as Format
    if (!FORMATS.includes(format)) throw new UsageError(`--format takes ${FORMATS.join(", ")}.`)
    const kind = optional(given, "kind") as Kind | null
    if ((kind === null) === !given.flags.all) throw new UsageError("Give --kind or --all.")
    if (kind !== null && !KIND_NAMES.includes(kind)) throw new UsageError(`--kind takes ${KIND_NAMES.join(", ")}.`)
    const held = await withDatabase(publishedLedger)
    const facts = snapshot(held, held.newest)
    mkdirSync(folder, { recursive: true })
    const files: Awaited<ReturnType<typeof exported>>[] = []
    for (const each of kind === null ? KIND_NAMES : [kind]) files.push(await exported(facts, each, format, folder))
    answer(given, { revision: held.newest, files }, () =>
      table(
        ["RECORDS", "FILE"],
        files.map(({ records, file }) => [String(records), file]),
      ),
    )
  },
})

async function exported(facts: Snapshot, kind: Kind, format: Format, folder: string) {
  const records = [...(facts.records[kind] as Map<string, RecordOf<Kind>>).values()].sort((a, b) => order(a.id, b.id))
  const file = join(folder, `${LIST_NAMES[kind]}.${format}`)
  const columns = COLUMNS[kind].map(({ name }) => name)
  if (format === "xlsx") await writeFile(file, await xlsxOf(records.map(flatten), LIST_NAMES[kind], columns))
  else
    await pipeline(
      Readable.from(format === "csv" ? csvParts(flattened(records), columns) : jsonParts(records)),
      createWriteStream(file),
    )
  return { kind, records: records.length, file }
}
