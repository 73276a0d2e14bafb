import { z } from "zod"
import { cellOf, type Ledger } from "@/lib/domain/ledger"
import {
  type Change,
  type DraftOperation,
  idOf,
  MOST_OPERATIONS,
  type Operation,
  type Proposal,
} from "@/lib/domain/proposal"
import { type Kind, KINDS } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"

/** A key that somebody published on since a proposal's base, with the newest such revision. */
export type Clash = { key: string; revision: number }

/** The keys of these steps that revisions after their base also touched, but for `own` ones. Empty means no conflict. */
export function clashesSince(
  held: Ledger,
  operations: readonly Operation[],
  base: number,
  own?: ReadonlySet<number>,
): Clash[] {
  const keys = operations.flatMap((operation) => keysOf(operation, held, base))
  return touchedSince(held, keys, base, own)
}

/** Which of these keys revisions after `base` touched, but for `own` ones: each with the newest such revision. */
export function touchedSince(
  held: Ledger,
  keys: readonly string[],
  base: number,
  own: ReadonlySet<number> = new Set(),
): Clash[] {
  const mine = new Set(keys)
  const theirs = new Map<string, number>()
  for (const { number, entries } of held.revisions.slice(base)) {
    if (own.has(number)) continue
    for (const { key } of entries) if (mine.has(key)) theirs.set(key, number)
  }
  return [...theirs].map(([key, revision]) => ({ key, revision }))
}

/**
 * What a step must not find touched (see keyOf). An assessment that was there has the key of each commitment, lane and
 * region it stood in since, also where it was taken back or moved meanwhile.
 */
export function keysOf(operation: Operation, held: Ledger, base: number): string[] {
  if (operation.kind !== "assessment") return [`${operation.kind}/${idOf(operation)}`]
  const versions = held.versions.assessment.get(idOf(operation)) ?? []
  const first = versions.findLastIndex(({ revision }) => revision <= base)
  const records = versions.slice(Math.max(first, 0)).map(({ record }) => record)
  if (operation.act !== "withdraw") records.push(operation.record)
  return [...new Set(records.map((record) => `assessment/${cellOf(record)}`))]
}

/**
 * A step of one's proposal and what others published on the same record since its base. `base` is what stood when
 * it was begun, `theirs` what stands now, `yours` what the proposal wants; null where there is or was nothing.
 */
export type ClashView = {
  at: number
  kind: Kind
  id: string
  act: Operation["act"]
  /** The very record of this step stands in the record now. */
  there: boolean
  revision: number
  publishedAt: string
  base: Fields | null
  theirs: Fields | null
  yours: Fields | null
  /** Another assessment of the same commitment, lane and region that they published beside the one this step is about. */
  beside: Fields | null
}

/** The record this step would change or take back is not there any more. */
export const isGone = ({ act, there }: Pick<ClashView, "act" | "there">) => act !== "add" && !there

export type Choice = "yours" | "theirs" | "both"

/** Fields that only make sense together, by the one that is named; how exact a day is goes with its day. */
const TOGETHER: Partial<Record<string, string[]>> = {
  level: ["unratedReason"],
  effectiveOn: ["precision"],
  publishedOn: ["precision"],
  adoptedOn: ["precision"],
  date: ["precision"],
  promisedBy: ["promisedByPrecision"],
  promisedOn: ["promisedPrecision"],
  dueOn: ["duePrecision"],
  asOf: ["asOfPrecision"],
}

/** A field with those that go with it, of the kinds that have them. */
export function partsOf(kind: Kind, field: string): string[] {
  const shape = KINDS[kind].shape as object
  return [field, ...(TOGETHER[field] ?? []).filter((part) => part in shape)]
}

/** The fields of a kind that are compared one by one, in the order of its schema. */
export function comparedFields(kind: Kind): string[] {
  const names = Object.keys(KINDS[kind].shape)
  const carried = new Set(names.flatMap((name) => partsOf(kind, name).slice(1)))
  return names.filter((name) => name !== "id" && !carried.has(name))
}

/** A text by which two values of a field are compared, with all that goes with it; null where there is no record. */
export const spelled = (kind: Kind, field: string, record: Fields | null): string | null =>
  record === null ? null : JSON.stringify(partsOf(kind, field).map((part) => record[part] ?? null))

/**
 * What becomes of a field. `yours`: only you changed it. `theirs`: only they did, and it comes along. `same`: nothing
 * to decide. `ask`: both changed it, differently; of a record that is new beside theirs, whatever is not as before.
 */
export function outcomeOf(clash: ClashView, field: string): "same" | "yours" | "theirs" | "ask" {
  const [base, theirs, yours] = [clash.base, clash.theirs, clash.yours].map((it) => spelled(clash.kind, field, it))
  if (yours === null || theirs === null || isGone(clash) || theirs === yours) return "same"
  if (theirs === base) return "yours"
  return yours === base && clash.there ? "theirs" : "ask"
}

/** Lists of both sides are joined unless somebody says otherwise; anything else stays yours. */
export const usualChoice = (clash: ClashView, field: string): Choice => (isList(clash, field) ? "both" : "yours")

export const isList = ({ theirs, yours }: ClashView, field: string) =>
  Array.isArray(theirs?.[field]) && Array.isArray(yours?.[field])

/** Your record with what they changed and you did not, and with your choices where both did. Null for a withdrawal. */
export function merged(clash: ClashView, choices: Record<string, Choice>): Fields | null {
  if (!clash.yours) return null
  const result = { ...clash.yours }
  for (const field of comparedFields(clash.kind)) {
    const outcome = outcomeOf(clash, field)
    const asked = choices[field] === "both" && !isList(clash, field) ? undefined : choices[field]
    const choice = outcome === "ask" ? (asked ?? usualChoice(clash, field)) : outcome
    if (choice === "theirs") for (const part of partsOf(clash.kind, field)) result[part] = clash.theirs?.[part] ?? null
    if (choice === "both") result[field] = joined(clash.yours[field] as unknown[], clash.theirs![field] as unknown[])
  }
  return result
}

/** Yours, then what only they have: evidence by its source, a lead body by itself, everything else by what it says. */
function joined(yours: unknown[], theirs: unknown[]): unknown[] {
  const name = (item: unknown) => {
    const { source, body } = (item ?? {}) as { source?: string; body?: string }
    return source ?? body ?? JSON.stringify(item)
  }
  const own = new Set(yours.map(name))
  return [...yours, ...theirs.filter((item) => !own.has(name(item)))]
}

/**
 * The step as it goes on top of what stands now: a rewrite where the record is there, else an addition. Of two
 * assessments of one day only one can stand, so there yours rewrites theirs.
 */
export function mergedStep(clash: ClashView, operation: Operation, choices: Record<string, Choice>): DraftOperation {
  const record = merged(clash, choices)
  if (record === null) return operation
  const { kind, there, theirs } = clash
  if (there) return { act: "change", kind, record } as DraftOperation
  if (rewritesTheirs(clash, record))
    return { act: "change", kind, record: { ...record, id: theirs!.id } } as DraftOperation
  return { act: "add", kind, record } as DraftOperation
}

/** Yours is new, and theirs is of the same commitment, lane, region and day. */
export const rewritesTheirs = ({ kind, there, theirs }: ClashView, record: Fields | null) =>
  kind === "assessment" && !there && record !== null && theirs !== null && record.effectiveOn === theirs.effectiveOn

/** A rewritten assessment is a correction, whatever the proposal was begun as. */
export const changeFor = (operations: readonly DraftOperation[], change: Change): Change =>
  operations.some((it) => it.kind === "assessment" && it.act !== "add") ? "correction" : change

/** How an author settles a conflict: which steps go, and which side each field takes where both changed it. */
export const SettleInput = z
  .strictObject({
    version: z.int().positive(),
    newest: z.int().positive().describe("The revision whose versions were compared."),
    dropped: z.array(z.int().min(0).max(MOST_OPERATIONS)).max(MOST_OPERATIONS).default([]),
    choices: z
      .array(
        z.strictObject({
          step: z.int().min(0).max(MOST_OPERATIONS),
          field: z.string().max(80),
          choice: z.enum(["yours", "theirs", "both"]),
        }),
      )
      .max(2000)
      .default([]),
  })
  .meta({ id: "SettleInput" })
export type SettleInput = z.input<typeof SettleInput>

/** The steps of a proposal on top of what stands now, without those dropped, and what kind of change that makes it. */
export function settled(
  { operations, change }: Pick<Proposal, "operations" | "change">,
  clashes: readonly ClashView[],
  { dropped = [], choices = [] }: Pick<SettleInput, "dropped" | "choices">,
): { operations: DraftOperation[]; change: Change } {
  const gone = new Set(dropped)
  const byStep = new Map(clashes.map((clash) => [clash.at, clash]))
  const kept = operations.flatMap((operation, at): DraftOperation[] => {
    if (gone.has(at)) return []
    const clash = byStep.get(at)
    const own = choices.filter(({ step }) => step === at).map(({ field, choice }) => [field, choice] as const)
    return [clash ? mergedStep(clash, operation, Object.fromEntries(own)) : operation]
  })
  return { operations: kept, change: changeFor(kept, change) }
}
