import { dayOf, type Instant } from "@/lib/domain/date"
import { type Ledger, type Snapshot, snapshot } from "@/lib/domain/ledger"
import { resolve } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { ShareInput } from "@/lib/domain/share"
import type { SharedComparison } from "@/lib/domain/share-own"
import { unknownPanels } from "@/lib/domain/views/outcomes"

/**
 * Whether everything that a link is to name is part of the record, as known at a revision. `query.known` may lie beyond
 * it and then is what is wrong.
 * @throws Refusal `invalid` with a sentence for each part that does not exist.
 */
export function assertScope(held: Ledger, input: ShareInput, known: number, now: Instant): void {
  const { query, point, comparison, panels } = input
  const facts = snapshot(held, known)
  const fields: Record<string, string[]> = {}
  const points = [...facts.records.point.values()].filter((it) => it.plan === query.plan).map((it) => it.number)
  if (!facts.records.plan.has(query.plan)) fields["query.plan"] = ["There is no such plan."]
  if (query.region !== null && !facts.records.region.has(query.region))
    fields["query.region"] = ["There is no such region."]
  if (query.known !== null && query.known > held.newest) fields["query.known"] = ["There is no such revision."]
  if ([...(query.points ?? []), ...(point === null ? [] : [point])].some((number) => !points.includes(number))) {
    fields["query.points"] = ["There is no such point."]
  }
  Object.assign(fields, comparison && wrongSide(facts, comparison, now))
  if (panels !== null && Object.keys(fields).length === 0) {
    const [unknown] = unknownPanels(held, { ...resolve(query, held, now), known }, panels)
    if (unknown !== undefined) fields.panels = [`There is no panel ${unknown} in this view.`]
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "This view does not exist.", fields)
}

function wrongSide({ records }: Snapshot, comparison: SharedComparison, now: Instant): Record<string, string[]> {
  const { by, against } = comparison
  const isLater = (day: string | null) => day !== null && day > dayOf(now)
  const fields: Record<string, string[]> = {}
  if (by === "dates" && isLater(against)) fields["comparison.against"] = ["This day has not come yet."]
  if (by === "plans" && isLater(comparison.then)) fields["comparison.then"] = ["This day has not come yet."]
  if (by === "plans" && !records.plan.has(against)) fields["comparison.against"] = ["There is no such plan."]
  if (by === "regions" && against !== WHOLE_COUNTRY && !records.region.has(against)) {
    fields["comparison.against"] = ["There is no such region."]
  }
  return fields
}
