import { z } from "zod"
import { Day, type Instant } from "@/lib/domain/date"
import { cellOf, type Ledger, reassemble, type Snapshot } from "@/lib/domain/ledger"
import { misfits } from "@/lib/domain/misfits"
import { type Assessment, type Kind, KIND_NAMES, KINDS, type RecordOf, Source } from "@/lib/domain/records"
import { references } from "@/lib/domain/references"
import { Refusal } from "@/lib/domain/refusal"
import { Lane } from "@/lib/domain/scale"

/** The first question of every proposal: has the world changed, or do we correct a mistake? */
export const Change = z.enum(["world-changed", "correction"])
export type Change = z.infer<typeof Change>

export const ProposalStatus = z.enum(["draft", "submitted", "changes-requested", "published", "rejected", "withdrawn"])
export type ProposalStatus = z.infer<typeof ProposalStatus>
/** The states in which a proposal can still move. */
export const OPEN: ProposalStatus[] = ["draft", "submitted", "changes-requested"]

/** One typed step of a proposal. A new record may leave its id to the server. */
const operationOf = <K extends Kind>(kind: K) => {
  const record = KINDS[kind] as z.ZodObject
  const id = record.shape.id as z.ZodString
  return [
    z.strictObject({ act: z.literal("add"), kind: z.literal(kind), record: record.safeExtend({ id: id.optional() }) }),
    z.strictObject({ act: z.literal("change"), kind: z.literal(kind), record }),
    z.strictObject({ act: z.literal("withdraw"), kind: z.literal(kind), id }),
  ]
}
const steps = KIND_NAMES.map((kind) => z.discriminatedUnion("act", operationOf(kind) as never))
export const Operation = z.discriminatedUnion("kind", steps as never) as unknown as z.ZodType<DraftOperation>

type Step<K extends Kind> =
  { act: "add" | "change"; kind: K; record: RecordOf<K> } | { act: "withdraw"; kind: K; id: string }
export type Operation = { [K in Kind]: Step<K> }[Kind]
/** As typed by a person: an added record may still lack its id. */
export type DraftOperation =
  | { [K in Kind]: { act: "add"; kind: K; record: Omit<RecordOf<K>, "id"> & { id?: string } } }[Kind]
  | { [K in Kind]: { act: "change"; kind: K; record: RecordOf<K> } }[Kind]
  | { act: "withdraw"; kind: Kind; id: string }

/** The most steps of one proposal; a person types far fewer, an import makes several proposals of this size. */
export const MOST_OPERATIONS = 2000

const base = z.int().positive().describe("The revision this proposal was written against; the newest if left out.")
const fields = {
  change: Change,
  reasonEn: z.string().trim().min(1, "Say why, for readers.").max(1000),
  reasonUr: z.string().trim().max(1000).nullable(),
  note: z.string().trim().max(4000).nullable().describe("For the team only; never published."),
  operations: z.array(Operation).min(1, "Propose at least one change.").max(MOST_OPERATIONS),
}

/** What a proposal must contain, for the form, the API, the import and the OpenAPI document alike. */
export const ProposalInput = z
  .strictObject({
    ...fields,
    reasonUr: fields.reasonUr.default(null),
    note: fields.note.default(null),
    base: base.nullable().default(null),
  })
  .meta({ id: "ProposalInput" })
export type ProposalInput = z.infer<typeof ProposalInput>

/** A change to a draft: what is left out stays. `version` is the one the editor saw. */
export const ProposalPatch = z
  .strictObject({ ...fields, base })
  .partial()
  .extend({ version: z.int().positive() })
  .meta({ id: "ProposalPatch" })
export type ProposalPatch = z.infer<typeof ProposalPatch>

/** Sending a draft for review, to somebody or to whoever comes first. `version` is the one the author saw. */
export const SubmitInput = z
  .strictObject({
    version: z.int().positive().optional().describe("The version you saw; the current one if left out."),
    asked: z.string().max(80).nullable().default(null).describe("Id of the person asked to review it."),
  })
  .meta({ id: "SubmitInput" })
export type SubmitInput = z.infer<typeof SubmitInput>

const recheckFields = {
  lane: Lane,
  region: z.string().max(80).nullable().default(null),
  source: z.string().max(80).nullable().default(null).describe("Id of the source consulted."),
  newSource: Source.omit({ id: true, copy: true, goneOn: true })
    .optional()
    .describe("Or a source that the library lacks: it is added in the same revision."),
  checkedOn: Day.nullable().default(null).describe("The day it was consulted; today if left out."),
  base: base.nullable().default(null),
}
const hasOneSource = (it: { source: string | null; newSource?: unknown }) =>
  (it.source === null) !== (it.newSource === undefined)
const oneSource = { path: ["source"], message: "Name the source you consulted, from the library or a new one." }

/** "Nothing changed; this source consulted." `base` is the revision the editor looked at. */
export const RecheckInput = z
  .strictObject({ commitment: z.string().max(80), ...recheckFields })
  .refine(hasOneSource, oneSource)
  .meta({ id: "RecheckInput" })
export type RecheckInput = z.infer<typeof RecheckInput>

/** The same of several commitments at once, by one source, as one revision. */
export const BulkRecheckInput = z
  .strictObject({ commitments: z.array(z.string().max(80)).min(1).max(100), ...recheckFields })
  .refine(hasOneSource, oneSource)
  .refine((it) => new Set(it.commitments).size === it.commitments.length, {
    path: ["commitments"],
    message: "A commitment is named twice.",
  })
  .meta({ id: "BulkRecheckInput" })
export type BulkRecheckInput = z.infer<typeof BulkRecheckInput>

export const Verdict = z.enum(["approved", "changes-requested", "rejected"])
export type Verdict = z.infer<typeof Verdict>

/** What a reviewer says of one step of a proposal; `step` counts from 0. */
const StepComment = z.strictObject({
  step: z.int().min(0).max(MOST_OPERATIONS),
  text: z.string().trim().min(1).max(2000),
})
export type StepComment = z.infer<typeof StepComment>

export const ReviewInput = z
  .strictObject({
    version: z.int().positive(),
    verdict: Verdict,
    note: z.string().trim().max(4000).nullable().default(null),
    comments: z.array(StepComment).max(200).default([]),
  })
  .refine((it) => it.verdict !== "rejected" || (it.note !== null && it.note !== ""), {
    path: ["note"],
    message: "Say why it is rejected.",
  })
  .meta({ id: "ReviewInput" })
export type ReviewInput = z.input<typeof ReviewInput>

/** Gives added records the ids they lack. `random` is 8 characters that nobody used before. */
export function withIds(operations: readonly DraftOperation[], random: () => string): Operation[] {
  return operations.map((operation) => {
    if (operation.act !== "add" || operation.record.id !== undefined) return operation as Operation
    const stem =
      operation.kind === "assessment" || operation.kind === "check"
        ? `${operation.record.commitment}-${operation.kind === "check" ? "check" : operation.record.lane}`
        : operation.kind
    return { ...operation, record: { ...operation.record, id: `${stem}-${random()}` } } as Operation
  })
}

/** A proposal as the team sees it. `mine`: the reader wrote it. Names people; for signed-in editors only. */
export type Proposal = {
  id: string
  version: number
  status: ProposalStatus
  base: number
  change: Change
  reasonEn: string
  reasonUr: string | null
  note: string | null
  operations: Operation[]
  author: string
  mine: boolean
  createdAt: Instant
  updatedAt: Instant
  /** When it was last sent for review; null for a draft that never was. */
  sentAt: Instant | null
  reviews: {
    version: number
    verdict: Verdict
    note: string | null
    comments: StepComment[]
    reviewer: string
    at: Instant
  }[]
  /** The revision it was made to reverse, or null. */
  undoes: number | null
  /** The person asked to review it, or null for whoever comes first. */
  asked: { id: string; name: string } | null
  /** The revision that published it, once there is one. */
  revision: number | null
}

/** A proposal in a list: `named` are the steps that its line may speak of; `steps` and `levels` count all. */
export type ProposalBrief = Omit<Proposal, "operations" | "reviews"> & {
  named: Operation[]
  steps: number
  /** How many of its steps are assessments. */
  levels: number
}

export const idOf = (operation: Operation) => (operation.act === "withdraw" ? operation.id : operation.record.id)

/**
 * What two proposals may not both touch: assessments of one commitment, lane and region together,
 * any other record by itself.
 */
export function keyOf(operation: Operation, facts: Snapshot): string {
  if (operation.kind === "assessment") {
    const record =
      operation.act === "withdraw" ? facts.records.assessment.get(operation.id) : (operation.record as Assessment)
    if (record) return `assessment/${cellOf(record)}`
  }
  return `${operation.kind}/${idOf(operation)}`
}

/** The ledger as it would stand with these operations published: for previews and checks. */
export function withOperations(facts: Snapshot, operations: readonly Operation[]): Snapshot {
  const records = { ...facts.records }
  const touched: { [K in Kind]?: Set<string> } = {}
  for (const operation of operations) {
    if (!touched[operation.kind]) {
      records[operation.kind] = new Map<string, never>(records[operation.kind] as Map<string, never>) as never
      touched[operation.kind] = new Set()
    }
    touched[operation.kind]!.add(idOf(operation))
    const table = records[operation.kind] as Map<string, RecordOf<Kind>>
    if (operation.act === "withdraw") table.delete(operation.id)
    else table.set(operation.record.id, operation.record)
  }
  return reassemble(facts, records, touched)
}

/**
 * Checks what schemas cannot: that records exist or do not yet, that what they refer to exists, that
 * facts do not lie in the future, that a changed world adds to the past and does not rewrite it. With a `history` what
 * a record once said may be put back, even where nobody may write it anew.
 * @throws Refusal `invalid` with messages by field ("operations.0.record.effectiveOn").
 */
export function assertSound(
  operations: readonly Operation[],
  change: Change | "dataset",
  facts: Snapshot,
  today: Day,
  history?: Ledger,
): void {
  const fields: Record<string, string[]> = {}
  const say = (at: number, field: string, message: string) =>
    (fields[`operations.${at}${field && `.${field}`}`] ??= []).push(message)
  const after = withOperations(facts, operations)
  const seen = new Set<string>()

  operations.forEach((operation, at) => {
    const name = `${operation.kind}/${idOf(operation)}`
    if (seen.has(name)) say(at, "", "This record is touched twice.")
    seen.add(name)
    const there = facts.records[operation.kind].has(idOf(operation))
    if (operation.act === "add" && there) say(at, "record.id", "This id is taken.")
    if (operation.act !== "add" && !there) say(at, "", "There is no such record.")
    if (operation.act === "withdraw") return
    for (const { kind, id } of references(operation.kind, operation.record as never)) {
      if (!after.records[kind].has(id)) say(at, "record", `There is no ${kind} ${id}.`)
    }
    if (operation.kind === "assessment") {
      if (change === "world-changed" && operation.act !== "add") {
        say(at, "act", "A changed world adds an assessment; to rewrite one, correct a mistake.")
      }
      // Two of one day would leave it to their names which one stands.
      const sameDay = (after.assessments.get(cellOf(operation.record)) ?? []).filter(
        (it) => it.effectiveOn === operation.record.effectiveOn,
      )
      if (change !== "dataset" && sameDay.length > 1) {
        say(at, "record.effectiveOn", "There is an assessment of this day already: correct that one.")
      }
      if (operation.record.effectiveOn > today) say(at, "record.effectiveOn", "This day has not come yet.")
    }
    if (operation.kind === "check" && operation.record.checkedOn > today) {
      say(at, "record.checkedOn", "This day has not come yet.")
    }
    if (change !== "dataset") for (const [field, message] of misfits(operation, after)) say(at, field, message)
    if (operation.kind === "source" && change !== "dataset" && isNewPlainAddress(operation.record, facts, history)) {
      say(at, "record.url", "Only https addresses are shown as links; use the https one.")
    }
  })
  const gone = new Set(operations.flatMap((each) => (each.act === "withdraw" ? [`${each.kind}/${each.id}`] : [])))
  if (gone.size > 0) {
    const cited = KIND_NAMES.flatMap((kind) =>
      [...(after.records[kind] as Map<string, RecordOf<Kind>>).values()].flatMap((record) =>
        references(kind, record as never).map((it) => `${it.kind}/${it.id}`),
      ),
    ).filter((name) => gone.has(name))
    operations.forEach((operation, at) => {
      if (operation.act === "withdraw" && cited.includes(`${operation.kind}/${operation.id}`)) {
        say(at, "id", "Other records still refer to this one.")
      }
    })
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "Some of these changes cannot be published.", fields)
}

/** An address without https that this source never had: the starting data have some, nobody adds another. */
function isNewPlainAddress({ id, url }: RecordOf<"source">, facts: Snapshot, history?: Ledger): boolean {
  if (!url?.startsWith("http:") || facts.records.source.get(id)?.url === url) return false
  return !history?.versions.source.get(id)?.some((version) => version.record.url === url)
}
