import { ChartTable, Figure } from "@/components/charts/figure"
import { tracksShown } from "@/components/views/overview/words"
import type { Imbalance } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Tracks } from "@/lib/domain/views/scope"
import { formatDay, percent, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Boxed } from "@/components/views/method/tables-section"
import { CountedBar } from "./counted-bar"

/** The headline as it stands, and without what nobody has looked at for a year or two; its table is its drawing. */
export function StaleFigure({ locale, view }: { locale: Locale; view: MomentumView }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.stale
  const tracks = tracksShown(view)
  const findings = view.stale.flatMap(({ months, stale, rated, share }) =>
    share === null ? [] : [words.finding(stale.all, rated.all, percent(locale, share), months)],
  )
  const row = (key: string, head: string, of: Tracks, told: Imbalance, left: string) => ({
    key,
    head,
    cells: [
      ...tracks.map((track) => <CountedBar key={track} locale={locale} track={track} score={scoreOf(of, track)} />),
      ...(tracks.length === 2 ? [told.value === null ? terms.cannotBeTold : signed(locale, told.value, 1)] : []),
      left,
    ],
  })
  return (
    <Figure
      locale={locale}
      id="stale"
      title={words.title}
      finding={findings.length > 0 ? findings.join(" ") : words.none}
      note={words.note}
      className="col-span-12"
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <Boxed label={words.caption}>
        <ChartTable
          caption={words.caption}
          isText
          head={[
            words.basis,
            ...tracks.map((track) => terms.track[track]),
            ...(tracks.length === 2 ? [terms.imbalance] : []),
            words.left,
          ]}
          rows={[
            row("whole", words.whole, view.tracks, view.imbalance, "0"),
            ...view.stale.map((it) =>
              row(
                `${it.months}`,
                words.without(it.months),
                it.tracks,
                it.imbalance,
                words.leftOut(it.stale.all, it.rated.all),
              ),
            ),
          ]}
        />
      </Boxed>
    </Figure>
  )
}

const scoreOf = (tracks: Tracks, track: Track) => (track === "kinetic" ? tracks.kinetic : tracks.nonKinetic)
