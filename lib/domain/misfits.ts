import type { Snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import type { Kind, RecordOf } from "@/lib/domain/records"

/** A field of a record and why it does not fit the records around it. */
export type Misfit = [field: string, message: string]

/**
 * What does not fit between a record and its neighbours, once the proposal it stands in is published: a commitment
 * on a point of another plan, two points with one number, two values of one series and year. `facts` already hold it.
 */
export function misfits(operation: Operation, facts: Snapshot): Misfit[] {
  if (operation.act === "withdraw") return []
  const rule = RULES[operation.kind] as ((record: object, facts: Snapshot) => Misfit[]) | undefined
  return rule?.(operation.record, facts) ?? []
}

const RULES: { [K in Kind]?: (record: RecordOf<K>, facts: Snapshot) => Misfit[] } = {
  plan: (plan) =>
    plan.supersededOn !== null && plan.supersededOn < plan.adoptedOn
      ? [["record.supersededOn", "A plan cannot end before it was adopted."]]
      : [],
  point: (point, { records }) =>
    hasRival(records.point, point, (it) => [`${it.plan}/number/${it.number}`, `${it.plan}/slug/${it.slug}`])
      ? [["record.number", "Another point of this plan has this number or slug."]]
      : [],
  commitment: (commitment, { records }) => [
    ...ofPlan(commitment, records.point),
    ...(commitment.continues.includes(commitment.id)
      ? [["record.continues", "A commitment does not continue itself."] as Misfit]
      : []),
  ],
  rating: (rating, { records }) => ofPlan(rating, records.point),
  silence: (silence, { records }) => ofPlan(silence, records.point),
  crosswalk: (link, { records }) => {
    if (link.from === null && link.to === null) return [["record.to", "Name at least one of the two points."]]
    const [from, to] = [link.from, link.to].map((id) => (id === null ? undefined : records.point.get(id)))
    return from && to && from.plan === to.plan ? [["record.to", "A link joins points of two plans."]] : []
  },
  event: (event) =>
    event.endDate !== null && event.endDate < event.date
      ? [["record.endDate", "An event cannot end before it begins."]]
      : [],
  observation: (observation, { records }) =>
    hasRival(records.observation, observation, (it) => [`${it.series}/${it.year}`])
      ? [["record.year", "This series has a value for this year already: correct that one."]]
      : [],
}

function ofPlan(record: { plan: string; point: string | null }, points: Snapshot["records"]["point"]): Misfit[] {
  const point = record.point === null ? undefined : points.get(record.point)
  return point && point.plan !== record.plan ? [["record.point", "This point belongs to another plan."]] : []
}

/** Whose each mark is that no two records of a table may share, null for one that two share already. */
type Marks = Map<string, string | null>
// One table serves the thousands of steps of an import.
const marked = new WeakMap<object, Marks>()

function hasRival<T extends { id: string }>(
  table: Map<string, T>,
  record: T,
  marksOf: (record: T) => string[],
): boolean {
  const marks: Marks = marked.get(table) ?? new Map()
  if (!marked.has(table)) {
    for (const it of table.values()) for (const mark of marksOf(it)) marks.set(mark, marks.has(mark) ? null : it.id)
    marked.set(table, marks)
  }
  return marksOf(record).some((mark) => marks.has(mark) && marks.get(mark) !== record.id)
}
