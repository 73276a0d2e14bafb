import type { Flat } from "@/lib/domain/import/cells"
import { type OutcomesView, yearEndsOf } from "@/lib/domain/views/outcomes"

/** One line per published figure, and one per track and year's end for our own index. */
export function outcomeLines(view: OutcomesView): Flat[] {
  const shared = { asOf: view.asOf, revision: view.revision }
  const figures = view.panels.flatMap((panel) =>
    panel.figures.map((it): Flat => ({
      series: it.series,
      publisher: panel.publisher,
      indicator: panel.indicator,
      region: panel.region,
      unit: panel.unit,
      on: it.year,
      value: it.value,
      low: null,
      high: null,
      variant: it.variant,
      isBreak: it.isBreak,
      isPartial: it.isPartial,
      breakNote: it.breakNote,
      note: it.note,
      confidence: it.confidence,
      source: it.source?.id ?? null,
      ...shared,
    })),
  )
  const none = { variant: null, isBreak: false, isPartial: false, breakNote: null, note: null, confidence: null }
  const index = yearEndsOf(view).flatMap((at) =>
    (["kinetic", "nonKinetic"] as const).map((track): Flat => {
      const name = track === "kinetic" ? "kinetic" : "non-kinetic"
      const { index: value, low, high } = at[track]
      return {
        series: `index.${view.plan}.${name}.${view.lane}`,
        publisher: "NAP Tracker",
        indicator: `index_${name}`,
        region: view.region?.id ?? null,
        unit: "index 0-100",
        on: at.on,
        ...{ value, low, high },
        ...none,
        source: null,
        ...shared,
      }
    }),
  )
  return [...index, ...figures]
}
