import { BAND_LOOK, CompositionDrawing } from "@/components/charts/composition-drawing"
import { ChartTable, Figure } from "@/components/charts/figure"
import { KeyList } from "@/components/charts/key-list"
import { bandNames } from "@/components/views/overview/stand"
import { tracksShown } from "@/components/views/overview/words"
import { type Band, BANDS } from "@/lib/domain/indices"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { SIZES } from "./sizes"

/** How each track was composed at every year's end. */
export function CompositionFigure({ locale, view }: { locale: Locale; view: MomentumView }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.composition
  const tracks = tracksShown(view)
  const bands = bandNames(locale)
  const items = BANDS.map((band) => ({
    look: { fill: BAND_LOOK[band].fill, stroke: "var(--edge)" },
    words: bands[band],
  }))
  const findings = tracks.flatMap((track) => {
    const own = view.compositions.filter((it) => it.track === track && it.score.commitments > 0)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const share = (of: typeof first, band: Band) => of.shares[BANDS.indexOf(band)]!
    const now = words.now(formatDay(locale, last.on))
    const [from, to] = [share(first, "complete"), share(last, "complete")]
    const [name, unrated] = [terms.track[track], share(last, "unrated")]
    return first === last
      ? [words.findingOne(name, now, to, unrated)]
      : [words.finding(name, String(first.year), from, now, to, unrated)]
  })
  const finding = findings.length > 0 ? momentum.steps.join(findings) : ""
  return (
    <Figure
      locale={locale}
      id="composition"
      title={words.title}
      finding={finding}
      note={words.note}
      className="col-span-6"
      table={
        <ChartTable
          caption={words.caption}
          head={[charts.year, momentum.steps.track, ...BANDS.map((band) => bands[band]), words.commitments]}
          rows={view.compositions.map((it) => ({
            key: `${it.year}${it.track}`,
            head: it.on.endsWith("-12-31") ? it.year : formatDay(locale, it.on),
            cells: [terms.track[it.track], ...it.shares, it.score.commitments],
          }))}
        />
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <KeyList items={items} />
      {SIZES.map(({ size, only }) => (
        <div key={size} className={only} dir="ltr">
          <CompositionDrawing
            {...{ locale, tracks, size, items }}
            compositions={view.compositions}
            label={words.label(finding)}
          />
        </div>
      ))}
    </Figure>
  )
}
