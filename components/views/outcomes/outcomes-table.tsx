import { ChartTable } from "@/components/charts/figure"
import { indexTracks, panelTitle, variantName } from "@/components/views/outcomes/words"
import type { Track } from "@/lib/domain/scale"
import { type OutcomePanel, type OutcomesView, yearEndsOf } from "@/lib/domain/views/outcomes"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { SeriesPoint } from "@/lib/domain/views/series"
import { oneDecimal, range, thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Every year in view: the indices at its end and each publisher's figure, each publisher in a column of its own. */
export function OutcomesTable({ locale, view, plan }: { locale: Locale; view: OutcomesView; plan: PlanHead }) {
  const { outcomes, charts, terms } = messages(locale)
  const tracks = indexTracks(view)
  const first = Number(view.from.slice(0, 4))
  const last = Number(view.asOf.slice(0, 4))
  const ends = new Map(yearEndsOf(view).map((point) => [Number(point.on.slice(0, 4)), point]))
  return (
    <ChartTable
      caption={outcomes.table.caption}
      head={[
        charts.year,
        ...tracks.map((track) => `${terms.track[track]}: ${terms.index} (${terms.range})`),
        ...view.panels.map((panel) => panelTitle(locale, panel, view.regions)),
      ]}
      rows={Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((year) => ({
        key: String(year),
        head: year,
        cells: [
          ...tracks.map((track) =>
            year < plan.year ? (
              outcomes.table.notBegun
            ) : (
              <IndexCell key={track} {...{ locale, track }} point={ends.get(year)} />
            ),
          ),
          ...view.panels.map((panel) => figureWords(locale, panel, year)),
        ],
      }))}
    />
  )
}

function IndexCell({ locale, point, track }: { locale: Locale; point: SeriesPoint | undefined; track: Track }) {
  const { charts } = messages(locale)
  if (!point) return <>{charts.cannotBeRated}</>
  const { index, low, high } = track === "kinetic" ? point.kinetic : point.nonKinetic
  const reach = low === null || high === null ? "" : ` (${range(locale, low, high)})`
  return <span data-index={index ?? ""}>{`${index === null ? charts.cannotBeRated : oneDecimal(index)}${reach}`}</span>
}

function figureWords(locale: Locale, panel: OutcomePanel, year: number) {
  const { table } = messages(locale).outcomes
  const own = panel.figures.filter((it) => it.year === year)
  if (own.length === 0) return <span className="muted">{table.noFigure}</span>
  return own.map((it, at) => {
    const value = thousands(it.value)
    const dated = it.isPartial ? table.partial(value) : value
    const words = at > 0 && it.variant ? table.and(dated, variantName(locale, it.variant)) : dated
    return (
      <span key={it.id} className={at > 0 ? "muted block" : "block"} data-figure={it.id}>
        {it.isBreak ? <span dir="ltr">{"// "}</span> : null}
        {words}
        {it.confidence === "from-memory" ? "§" : null}
        {it.before ? "*" : null}
      </span>
    )
  })
}
