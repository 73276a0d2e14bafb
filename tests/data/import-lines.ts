import { db } from "@/lib/data/db"
import { checkImport, type ImportCheck, proposeImport } from "@/lib/data/imports"
import { ledger } from "@/lib/data/ledger"
import { csvOf } from "@/lib/data/tables/csv"
import type { TableFormat } from "@/lib/data/tables/format"
import { recognise } from "@/lib/data/tables/read"
import { addDays } from "@/lib/domain/date"
import { flatten } from "@/lib/domain/import/cells"
import { snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import type { Kind } from "@/lib/domain/records"
import { COMMITMENT, SOURCE } from "./samples"

/** A file as it comes in. */
export const file = (content: string | Buffer, name: string | null = null) => {
  const bytes = Buffer.from(content as string)
  return { name, size: bytes.length, open: () => [bytes] }
}

type Said = { kind?: Kind; format?: TableFormat; by?: Actor; name?: string }

/** Reads files in as one person, or as another where the test says so: a dry run, or the proposals it makes. */
export function importing(usual: () => Actor) {
  async function dryRun(content: string | Buffer, { kind, format, by, name }: Said = {}): Promise<ImportCheck> {
    const table = await recognise(file(content, name), { kind: kind ?? null, format: format ?? null })
    return checkImport(by ?? usual(), table, { mostRows: 50_000, listed: 50_000 })
  }

  async function propose(
    content: string | Buffer,
    { kind, format, by, key = null }: Said & { key?: string | null } = {},
  ) {
    const table = await recognise(file(content), { kind: kind ?? null, format: format ?? null })
    const check = await checkImport(by ?? usual(), table, { mostRows: 50_000, listed: 0 })
    const reason = { en: "A table.", ur: null }
    return proposeImport(by ?? usual(), table, check, { reason, key, publisher: null })
  }

  return { dryRun, propose }
}

export async function recordsOf(kind: Kind): Promise<object[]> {
  const held = await ledger()
  return [...snapshot(held, held.newest).records[kind].values()]
}

/** What must stay as it is when nothing is written. */
export const written = async () => ({
  proposals: await db().proposal.count(),
  revisions: await db().revision.count(),
  audited: await db().auditEntry.count(),
})

let lines = 0
/** An event as one line; a fresh one each time. */
export const event = (more: Record<string, unknown> = {}) => ({
  id: `test-event-${++lines}`,
  category: "policy",
  date: "2016-05-04",
  precision: "day",
  endDate: null,
  titleEn: "A committee was named",
  titleUr: "ایک کمیٹی نامزد ہوئی",
  descriptionEn: "The committee was named by a notification.",
  region: null,
  relatedPoints: [],
  isExternal: false,
  onChart: false,
  killed: null,
  killedNote: null,
  confidence: "confirmed",
  sources: [SOURCE],
  note: null,
  ...more,
})
export const csv = (records: object[], columns?: string[]) => csvOf(records.map(flatten), columns)

/** An assessment as one line, of a day of its own. */
export const assessment = (more: Record<string, unknown> = {}) => ({
  id: `test-a-${++lines}`,
  commitment: COMMITMENT,
  lane: "finding",
  region: null,
  level: 1,
  unratedReason: null,
  effectiveOn: addDays("1500-01-01", lines),
  precision: "day",
  rationaleEn: "The committee met.",
  rationaleUr: null,
  certainty: "medium",
  rule: "r-fall",
  lifecycle: null,
  evidence: [{ source: SOURCE, bearing: "supports", quote: null, note: null }],
  ...more,
})
