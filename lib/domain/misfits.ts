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
    [...records.point.values()].some(
      (it) => it.id !== point.id && it.plan === point.plan && (it.number === point.number || it.slug === point.slug),
    )
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
    [...records.observation.values()].some(
      (it) => it.id !== observation.id && it.series === observation.series && it.year === observation.year,
    )
      ? [["record.year", "This series has a value for this year already: correct that one."]]
      : [],
}

function ofPlan(record: { plan: string; point: string | null }, points: Snapshot["records"]["point"]): Misfit[] {
  const point = record.point === null ? undefined : points.get(record.point)
  return point && point.plan !== record.plan ? [["record.point", "This point belongs to another plan."]] : []
}
