import { canonical } from "@/lib/domain/canonical"
import type { Day } from "@/lib/domain/date"
import { COLUMNS, TELLING } from "@/lib/domain/import/columns"
import { contentOf, type Hash, idFor } from "@/lib/domain/import/identity"
import { type Fault, faultsIn, shown } from "@/lib/domain/import/reasons"
import type { Row } from "@/lib/domain/import/rows"
import type { Ledger, Snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { assertSound, idOf, type Operation, withOperations } from "@/lib/domain/proposal"
import { type Kind, KINDS, type RecordOf } from "@/lib/domain/records"
import { references } from "@/lib/domain/references"
import { Refusal } from "@/lib/domain/refusal"
import { assertRemit } from "@/lib/domain/remit"

export type Outcome = "add" | "change" | "same" | "warning" | "error"

/**
 * What one row of an import comes to. `id`: of the record it adds, changes or repeats; null where it cannot be told.
 * `differs`: the fields a change touches. `notes`: why it is a warning. `telling`: the few cells a person knows it by.
 */
export type Judged = {
  row: number
  id: string | null
  outcome: Outcome
  errors: Fault[]
  notes: Fault[]
  differs: string[]
  telling: Record<string, string | null>
  operation: Operation | null
}

/** Against what the rows are judged. `today` in Pakistan; `hash` makes the ids of rows without one. */
export type Bench = { kind: Kind; ledger: Ledger; facts: Snapshot; actor: Actor; today: Day; hash: Hash }

/**
 * Judges the rows of one file, a batch at a time: each against the record and against the rows before it. Of the rows
 * behind it only names and days are kept, so a long file needs little memory. A row may refer to records that stand
 * in its own batch or before it.
 */
export function judgeOf(bench: Bench): (rows: readonly Row[]) => Judged[] {
  const rowById = new Map<string, number>()
  let facts = bench.facts
  let contents: Map<string, string> | null = null
  const knownContents = () =>
    (contents ??= new Map([...table(bench.facts, bench.kind)].map(([id, it]) => [bench.hash(contentOf(it)), id])))

  return (rows) => {
    const judged = rows.map((row) => judgeRow(bench, row, rowById, knownContents))
    const own = new Set(operationsOf(judged).map(idOf))
    const isThere = (kind: Kind, id: string) => facts.records[kind].has(id) || (kind === bench.kind && own.has(id))
    for (const each of judged) if (each.operation) each.errors.push(...strays(each.operation, isThere))
    for (const each of judged) if (each.errors.length > 0) refuse(each)
    soundOut(bench, judged, facts)
    facts = withOperations(facts, operationsOf(judged).map(slim))
    return judged
  }
}

const operationsOf = (judged: readonly Judged[]) => judged.flatMap(({ operation }) => operation ?? [])
const table = (facts: Snapshot, kind: Kind) => facts.records[kind] as Map<string, RecordOf<Kind>>

function judgeRow(bench: Bench, row: Row, rowById: Map<string, number>, contents: () => Map<string, string>): Judged {
  const { kind, facts, hash } = bench
  const given = row.values.id
  const before = typeof given === "string" ? table(facts, kind).get(given.trim()) : undefined
  const whole: Record<string, unknown> = { ...(before ?? blank(kind)), ...row.values }
  const judged: Judged = {
    row: row.row,
    id: typeof given === "string" ? given.trim().slice(0, 80) : null,
    outcome: "error",
    errors: [...row.faults],
    notes: [...row.notes],
    differs: [],
    telling: Object.fromEntries(TELLING[kind].map((name) => [name, shown(whole[name])])),
    operation: null,
  }
  if (row.isHead) return judged
  if (!before) judged.errors.push(...missing(kind, row, whole))
  if (judged.errors.length > 0) return judged
  const read = KINDS[kind].safeParse({ ...whole, id: given ?? "unnamed" })
  if (!read.success) {
    judged.errors.push(...faultsIn(read.error.issues, whole))
    return judged
  }
  const record = read.data as RecordOf<Kind>
  if (given === undefined || given === null)
    record.id = contents().get(hash(contentOf(record))) ?? idFor(kind, record, hash)
  judged.id = record.id

  const twin = rowById.get(record.id)
  if (twin !== undefined) {
    const reason = given === undefined ? `Row ${twin} says the same.` : `Row ${twin} has this id already.`
    judged.errors.push({ column: given === undefined ? null : "id", reason, value: record.id })
    return judged
  }
  rowById.set(record.id, row.row)
  const standing = table(facts, kind).get(record.id)
  judged.differs = standing ? differences(standing, record) : []
  if (standing && judged.differs.length === 0) judged.outcome = "same"
  else {
    judged.operation = { act: standing ? "change" : "add", kind, record } as Operation
    const left = standing ? null : withdrawnBy(bench, record.id)
    if (left !== null) {
      const reason = `Revision ${left} withdrew this record; importing it brings it back.`
      judged.notes.push({ column: "id", reason, value: record.id })
    }
    judged.outcome = judged.notes.length > 0 ? "warning" : standing ? "change" : "add"
  }
  return judged
}

/** What a new record says where its row does not mention it. */
function blank(kind: Kind): Record<string, unknown> {
  const silent = COLUMNS[kind].filter((column) => column.default !== undefined)
  return Object.fromEntries(silent.map((column) => [column.name, column.default]))
}

function missing(kind: Kind, row: Row, whole: Record<string, unknown>): Fault[] {
  const told = new Set(row.faults.map(({ column }) => column))
  if (told.has(null)) return []
  return COLUMNS[kind]
    .filter(({ name }) => name !== "id" && !(name in whole) && !told.has(name))
    .map(({ name }) => ({ column: name, reason: "This column is missing, and a new record needs it.", value: null }))
}

function differences(before: object, after: object): string[] {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return Object.keys(is).filter((name) => canonical(was[name] ?? null) !== canonical(is[name] ?? null))
}

function withdrawnBy({ kind, ledger, facts }: Bench, id: string): number | null {
  const versions = ledger.versions[kind].get(id) ?? []
  return versions.findLast(({ revision }) => revision <= facts.revision)?.revision ?? null
}

/** What a record refers to that is nowhere, by the column that does. */
function strays({ kind, ...operation }: Operation, isThere: (kind: Kind, id: string) => boolean): Fault[] {
  if (operation.act === "withdraw") return []
  return Object.entries(operation.record).flatMap(([column, value]) =>
    references(kind, { [column]: value } as never)
      .filter((target) => !isThere(target.kind, target.id))
      .map((target) => ({ column, reason: `There is no ${target.kind} ${target.id}.`, value: shown(value) })),
  )
}

/** Asks what publishing would refuse, with the same words. */
function soundOut({ actor, today }: Bench, judged: Judged[], facts: Snapshot): void {
  const standing = judged.filter(({ operation }) => operation !== null)
  const operations = operationsOf(standing)
  const unsound = refusedBy(() => assertSound(operations, "correction", facts, today))
  const isOutside = (list: Operation[]) => refusedBy(() => assertRemit(actor, list, facts)) !== null
  if (isOutside(operations)) {
    const reason = "This lies outside the plans and tracks you work on."
    for (const each of standing)
      if (isOutside([each.operation!])) each.errors.push({ column: null, reason, value: null })
  }
  accuse(standing, unsound?.fields ?? {})
}

/** Tells rows what a refusal says of their operations ("operations.3.record.effectiveOn"), in their order. */
export function accuse(standing: readonly Judged[], fields: Record<string, string[]>): void {
  for (const [field, reasons] of Object.entries(fields)) {
    const [, at, column] = /^operations\.(\d+)(?:\.record\.(\w+))?/.exec(field) ?? []
    const each = standing[Number(at)]!
    const record = (each.operation as { record: Record<string, unknown> }).record
    const value = column ? shown(record[column]) : null
    each.errors.push(...reasons.map((reason) => ({ column: column ?? null, reason, value })))
  }
  for (const each of standing) if (each.errors.length > 0) refuse(each)
}

function refusedBy(work: () => void): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function refuse(judged: Judged): void {
  judged.outcome = "error"
  judged.operation = null
}

const LONGEST_KEPT = 80

/** As much of a record as later rows are held against: names, days and numbers, no prose. */
function slim(operation: Operation): Operation {
  if (operation.act === "withdraw") return operation
  const record = Object.fromEntries(
    Object.entries(operation.record).map(([name, value]) => [name, isShort(value) ? value : null]),
  )
  return { ...operation, record } as unknown as Operation
}

const isShort = (value: unknown) =>
  typeof value === "string" ? value.length <= LONGEST_KEPT : typeof value !== "object"
