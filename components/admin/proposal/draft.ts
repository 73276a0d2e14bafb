import { type Day, type Precision, daysMeant } from "@/lib/domain/date"
import type { Change, DraftOperation, Operation, Proposal } from "@/lib/domain/proposal"
import type { Assessment, Evidence, Source } from "@/lib/domain/records"
import type { Certainty, Lane, Level, Rule, UnratedReason } from "@/lib/domain/scale"

/**
 * A proposal as its author is typing it: may be incomplete, so levels and dates may be missing. Empty text stands
 * for null. `others` are steps on other kinds of record, kept as they came.
 */
export type Draft = {
  change: Change
  base: number
  reasonEn: string
  reasonUr: string
  note: string
  asked: string | null // the person asked to review it
  items: Item[]
  newSources: NewSource[]
  others: Operation[]
}

/**
 * One assessment being proposed. `key` names it in the form only. `act` is what happens to `id`: null is a new
 * assessment that has no id yet.
 */
export type Item = {
  key: string
  act: "add" | "change" | "withdraw"
  id: string | null
  commitment: string
  lane: Lane
  region: string | null
  level: Level | null
  unratedReason: UnratedReason | null
  isUnrated: boolean
  effectiveOn: string
  precision: Precision
  rationaleEn: string
  rationaleUr: string
  certainty: Certainty | null
  rule: Rule | null // null: the usual one
  lifecycle: Assessment["lifecycle"]
  evidence: CitedSource[]
}

export type CitedSource = { source: string; bearing: Evidence["bearing"]; quote: string; note: string }
export type NewSource = Omit<Source, "url" | "publishedOn" | "notes"> & {
  url: string
  publishedOn: string
  notes: string
}

/** Eight characters nobody used before; works without a secure context, unlike crypto.randomUUID. */
export function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

export function newItem(key: string, commitment: string, lane: Lane): Item {
  return {
    key,
    act: "add",
    id: null,
    commitment,
    lane,
    region: null,
    level: null,
    unratedReason: null,
    isUnrated: false,
    effectiveOn: "",
    precision: "day",
    rationaleEn: "",
    rationaleUr: "",
    certainty: null,
    rule: null,
    lifecycle: null,
    evidence: [],
  }
}

/** An item that starts from what is published: to correct it, or to take it back. */
export function itemFrom(key: string, act: "add" | "change" | "withdraw", record: Assessment): Item {
  const { commitment, lane, region, level, unratedReason, effectiveOn, precision, certainty, rule, lifecycle } = record
  return {
    key,
    act,
    id: record.id,
    commitment,
    lane,
    region,
    level,
    unratedReason,
    isUnrated: level === null,
    effectiveOn,
    precision,
    certainty,
    rule,
    lifecycle,
    rationaleEn: record.rationaleEn,
    rationaleUr: record.rationaleUr ?? "",
    evidence: record.evidence.map(({ source, bearing, quote, note }) => ({
      source,
      bearing,
      quote: quote ?? "",
      note: note ?? "",
    })),
  }
}

/** A stored proposal as the form shows it. `published` finds an assessment that a step takes back. */
export function draftOf(proposal: Proposal, published: (id: string) => Assessment | undefined): Draft {
  const draft: Draft = {
    change: proposal.change,
    base: proposal.base,
    reasonEn: proposal.reasonEn,
    reasonUr: proposal.reasonUr ?? "",
    note: proposal.note ?? "",
    asked: proposal.asked?.id ?? null,
    items: [],
    newSources: [],
    others: [],
  }
  for (const [at, operation] of proposal.operations.entries()) {
    if (operation.kind === "source" && operation.act === "add") {
      const { url, publishedOn, notes } = operation.record
      draft.newSources.push({ ...operation.record, url: url ?? "", publishedOn: publishedOn ?? "", notes: notes ?? "" })
    } else if (operation.kind !== "assessment") draft.others.push(operation)
    else {
      const record = operation.act === "withdraw" ? published(operation.id) : operation.record
      if (record) draft.items.push(itemFrom(`item-${at}`, operation.act, record))
      else draft.others.push(operation)
    }
  }
  return draft
}

/** Whether a stored proposal is one that the form of assessments can show: those and the sources they bring. */
export const isOfAssessments = (proposal: Pick<Proposal, "operations" | "undoes">): boolean =>
  proposal.undoes === null &&
  proposal.operations.some((it) => it.kind === "assessment") &&
  proposal.operations.length <= MOST_ITEMS &&
  proposal.operations.every((it) => it.kind === "assessment" || (it.kind === "source" && it.act === "add"))

/** More assessments than a person writes at a time are an import, and are paged. */
const MOST_ITEMS = 30

/** Where in the form an operation came from, so that an error finds its field. */
export type Origin = { of: "source"; id: string } | { of: "item"; key: string } | { of: "other" }

/** The operations a draft stands for, as far as they can be told yet, with their origins in the same order. */
export function operationsOf(
  draft: Draft,
  usualRule: (item: Item) => Rule,
): { operations: DraftOperation[]; origins: Origin[] } {
  const cited = new Set(draft.items.flatMap((item) => item.evidence.map((each) => each.source)))
  const steps: { operation: DraftOperation; origin: Origin }[] = [
    ...draft.newSources
      .filter((source) => cited.has(source.id))
      .map((source) => ({
        operation: { act: "add" as const, kind: "source" as const, record: sourceRecord(source) },
        origin: { of: "source" as const, id: source.id },
      })),
    ...draft.items.map((item) => ({
      operation: operationOf(item, usualRule(item)),
      origin: { of: "item" as const, key: item.key },
    })),
    ...draft.others.map((operation) => ({ operation, origin: { of: "other" as const } })),
  ]
  return { operations: steps.map((step) => step.operation), origins: steps.map((step) => step.origin) }
}

function operationOf(item: Item, usual: Rule): DraftOperation {
  if (item.act === "withdraw") return { act: "withdraw", kind: "assessment", id: item.id ?? "" }
  const record = {
    ...(item.id !== null && { id: item.id }),
    commitment: item.commitment,
    lane: item.lane,
    region: item.region,
    level: item.isUnrated ? null : item.level,
    unratedReason: item.isUnrated ? item.unratedReason : null,
    effectiveOn: item.effectiveOn,
    precision: item.precision,
    rationaleEn: item.rationaleEn,
    rationaleUr: orNull(item.rationaleUr),
    // The server asks for a certainty; until one is chosen this cannot be saved.
    certainty: item.certainty as Certainty,
    rule: item.rule ?? usual,
    lifecycle: item.lifecycle,
    evidence: item.evidence.map(({ source, bearing, quote, note }) => ({
      source,
      bearing,
      quote: orNull(quote),
      note: orNull(note),
    })),
  }
  return { act: item.act, kind: "assessment", record } as DraftOperation
}

function sourceRecord(source: NewSource): Source {
  const publishedOn = orNull(source.publishedOn)
  return {
    ...source,
    url: orNull(source.url),
    publishedOn,
    precision: publishedOn === null ? null : (source.precision ?? "day"),
    notes: orNull(source.notes),
  }
}

/** When a source was published, as far as is known. */
export type Published = { on: Day; precision: Precision }

/**
 * What a draft needs before anybody can review it, by item; false is missing. `answered` is null where no contradicting
 * evidence is named, `timely` where there are no two dates to set against each other: nothing can be said of them yet.
 */
export type ItemChecks = Record<"target" | "source" | "dated" | "date" | "level" | "rationale" | "urdu", boolean> &
  Record<"answered" | "timely", boolean | null>

const A_DAY = /^\d{4}-\d{2}-\d{2}$/

/** `published` tells the date of a source, null for one without. Urdu is wished for, never required. */
export function checksOf(item: Item, change: Change, published: (source: string) => Published | null): ItemChecks {
  const isTaken = item.act === "withdraw"
  const dates = (evidence: readonly CitedSource[]) => evidence.flatMap((each) => published(each.source) ?? [])
  return {
    target: change === "world-changed" || item.act === "add" || item.id !== null,
    source: isTaken || item.evidence.length > 0,
    dated: isTaken || dates(item.evidence).length > 0,
    timely: isTaken ? null : isTimely(item, dates(item.evidence.filter((each) => each.bearing !== "context"))),
    answered:
      isTaken || !item.evidence.some((each) => each.bearing === "contradicts")
        ? null
        : item.rationaleEn.trim().length > 80,
    date: isTaken || A_DAY.test(item.effectiveOn),
    level: isTaken || (item.isUnrated ? item.unratedReason !== null : item.level !== null),
    rationale: isTaken || (item.rationaleEn.trim() !== "" && item.certainty !== null),
    urdu: isTaken || item.rationaleUr.trim() !== "",
  }
}

/** Whether a source was published when what it is to show may have been so already. */
function isTimely({ effectiveOn, precision }: Item, dates: readonly Published[]): boolean | null {
  if (dates.length === 0 || !A_DAY.test(effectiveOn)) return null
  const { first } = daysMeant(effectiveOn, precision)
  return dates.some((it) => daysMeant(it.on, it.precision).last >= first)
}

/** Whether the server could store this: the required checks of every item, and a reason. */
export function isComplete(draft: Draft): boolean {
  const steps = draft.items.length + draft.others.length
  const checks = draft.items.map((item) => checksOf(item, draft.change, () => null))
  const required = ["target", "source", "date", "level", "rationale"] as const
  return steps > 0 && draft.reasonEn.trim() !== "" && checks.every((each) => required.every((name) => each[name]))
}

/** A field of the form that the server refused: "item-0.effectiveOn", "source-1a2b.url", or "reasonEn". */
export function fieldOf(path: string, origins: readonly Origin[]): string {
  const [head, at, ...rest] = path.split(".")
  if (head !== "operations" || at === undefined) return head ?? ""
  const origin = origins[Number(at)]
  const field = rest[0] === "record" ? (rest[1] ?? "") : (rest[0] ?? "")
  if (origin?.of === "item") return `${origin.key}.${field}`
  return origin?.of === "source" ? `${origin.id}.${field}` : "operations"
}

export const orNull = (text: string) => (text.trim() === "" ? null : text.trim())
