import type { Flat } from "@/lib/domain/import/cells"
import type { MomentumView } from "@/lib/domain/views/momentum"

/** The steps as a table: one line per year and track. */
export function stepLines(view: MomentumView): Flat[] {
  return view.steps.map((it) => ({
    plan: view.plan,
    lane: view.lane,
    region: view.region?.id ?? null,
    ...it,
    asOf: view.asOf,
    revision: view.revision,
  }))
}
