import "server-only"
import type { Day } from "@/lib/domain/date"
import type { Version } from "@/lib/domain/ledger"
import { type Kind, KINDS, type RecordOf } from "@/lib/domain/records"
import { asDateColumn, type Tx } from "@/lib/data/db"

/** Columns of type DATE, which Prisma hands out as Date and we know as Day. */
const DAYS = new Set([
  "adoptedOn",
  "supersededOn",
  "publishedOn",
  "promisedBy",
  "effectiveOn",
  "checkedOn",
  "date",
  "endDate",
  "promisedOn",
  "dueOn",
  "asOf",
  "goneOn",
])

/** A row of any record table: its attributes under the names of the record's schema. */
type Row = {
  id: string
  revision: number
  withdrawn: boolean
  salt: string
  digest: string
  redaction: string | null
} & Record<string, unknown>

/** The part of Prisma's table interface that every record table shares. */
type Table = {
  createMany(args: { data: Record<string, unknown>[] }): Promise<unknown>
  findMany(args: {
    where: { revision: { gt: number; lte: number }; id?: { in: string[] } }
    orderBy: ({ revision: "asc" } | { id: "asc" })[]
  }): Promise<Row[]>
}

export const tableOf = (tx: Tx, kind: Kind) => tx[kind] as unknown as Table

/** A database row as a plain record: no Date, no null that Prisma made up, only the schema's fields. */
export function recordOf<K extends Kind>(kind: K, row: Row): RecordOf<K> {
  const fields = Object.keys(KINDS[kind].shape).map((name) => [name, plain(name, row[name])])
  return Object.fromEntries(fields) as RecordOf<K>
}

/** A record as the attributes of a row. JSON columns get null as SQL NULL, never as JSON null. */
export function attributesOf(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, DAYS.has(name) ? asDateColumn(value as Day) : value]),
  )
}

function plain(name: string, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10) satisfies Day
  if (value === undefined) throw new Error(`column ${name} is missing`)
  return value
}

/** Every version of one kind published after one revision and up to another, oldest first; of these ids only if given. */
export async function versionsBetween<K extends Kind>(
  tx: Tx,
  kind: K,
  after: number,
  upTo: number,
  ids?: string[],
): Promise<(Version<K> & { salt: string; digest: string; redaction: string | null })[]> {
  const rows = await tableOf(tx, kind).findMany({
    where: { revision: { gt: after, lte: upTo }, ...(ids && { id: { in: ids } }) },
    orderBy: [{ revision: "asc" }, { id: "asc" }],
  })
  return rows.map((row) => ({
    revision: row.revision,
    withdrawn: row.withdrawn,
    record: recordOf(kind, row),
    salt: row.salt,
    digest: row.digest,
    redaction: row.redaction,
  }))
}
