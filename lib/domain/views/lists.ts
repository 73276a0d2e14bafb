import { isCodingTold } from "@/lib/domain/coding"
import type { Day } from "@/lib/domain/date"
import { type Ledger, order, type Snapshot, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type Kind, KINDS, type RecordOf } from "@/lib/domain/records"
import { isFigureShown } from "@/lib/domain/views/outcomes/panels"
import { isSilenceFound } from "@/lib/domain/views/rankings"
import { commitmentsInScope } from "@/lib/domain/views/scope"

/** Which records of a kind a question asks for; a kind that is not here answers with all of them. */
type Test<K extends Kind> = (record: RecordOf<K>, question: Question, ledger: Ledger) => boolean
const IN_TIME: { [K in Kind]?: Test<K> } = {
  assessment: (it, { asOf }) => it.effectiveOn <= asOf,
  check: (it, { asOf }) => it.checkedOn <= asOf,
  rating: (it, { asOf }) => it.date <= asOf,
  // A record is given whole, so only once all of it was known: no status of its schema says "not known by then".
  silence: (it, { asOf }) => isSilenceFound(it, asOf),
  event: (it, { asOf }) => it.date <= asOf,
  observation: (it, { asOf, known }, ledger) => isFigureShown(ledger, snapshot(ledger, known), it, asOf),
  secondCoding: isCodingTold,
}

/** What a record says of a day that had not come by the as-of day: its end, what took its place, what was found later. */
const NOT_YET: { [K in Kind]?: (record: RecordOf<K>, asOf: Day) => Partial<RecordOf<K>> } = {
  plan: ({ supersededOn }, asOf) => (isAfter(supersededOn, asOf) ? { supersededOn: null } : {}),
  event: ({ endDate }, asOf) => (isAfter(endDate, asOf) ? { endDate: null } : {}),
  source: ({ goneOn, copy }, asOf) => ({
    ...(isAfter(goneOn, asOf) && { goneOn: null }),
    ...(isAfter(copy?.archivedOn ?? null, asOf) && { copy: null }),
  }),
}
const isAfter = (day: Day | null, asOf: Day) => day !== null && day > asOf

/** The record as it could be told by a day; the very same where that is all of it. */
export function toldBy<K extends Kind>(kind: K, record: RecordOf<K>, asOf: Day): RecordOf<K> {
  const withheld = NOT_YET[kind]?.(record, asOf) ?? {}
  return Object.keys(withheld).length === 0 ? record : { ...record, ...withheld }
}

/** The names of parameters that a caller gave; one left out narrows nothing, whatever its default. */
export type Named = Pick<ReadonlySet<string>, "has">

/** The records of one kind in view, in the order of their ids: up to the as-of day, within what the caller named. */
export function recordsIn(kind: Kind, ledger: Ledger, question: Question, given: Named): RecordOf<Kind>[] {
  const facts = snapshot(ledger, question.known)
  const inTime = IN_TIME[kind] as Test<Kind> | undefined
  const ids = kind === "commitment" || "commitment" in KINDS[kind].shape ? scoped(facts, question, given) : null
  const points = question.points
  const numberOf = (id: string | null) => (id === null ? undefined : facts.records.point.get(id)?.number)
  return [...(facts.records[kind] as Map<string, RecordOf<Kind>>).values()]
    .filter((record) => {
      const it = record as Record<string, unknown> & { id: string }
      if (inTime && !inTime(record, question, ledger)) return false
      if (ids) return ids.has(kind === "commitment" ? it.id : String(it.commitment)) && within(it, question, given)
      if ("plan" in it && given.has("plan") && it.plan !== question.plan) return false
      if (kind === "point" && points !== null && !points.includes(Number(it.number))) return false
      if (points !== null && "point" in it && !points.includes(numberOf(it.point as string | null) ?? NaN)) return false
      return !("region" in it) || question.region === null || it.region === question.region
    })
    .sort((a, b) => order(a.id, b.id))
    .map((record) => toldBy(kind, record, question.asOf))
}

/** The commitments a list speaks of: of every plan unless the caller named one. */
function scoped(facts: Snapshot, question: Question, given: Named) {
  const plans = given.has("plan") ? [question.plan] : [...facts.records.plan.keys()]
  return new Set(plans.flatMap((plan) => commitmentsInScope(facts, { ...question, plan }).map((it) => it.id)))
}

function within(it: Record<string, unknown>, question: Question, given: Named): boolean {
  if ("lane" in it && given.has("lane") && it.lane !== question.lane) return false
  return !("region" in it) || question.region === null || it.region === question.region
}
