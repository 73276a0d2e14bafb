import { ChartTable, Figure } from "@/components/charts/figure"
import { Linked } from "@/components/ui/linked"
import { type Hrefs, unchecked } from "@/components/views/hrefs"
import { Boxed } from "@/components/views/method/tables-section"
import { scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { Imbalance } from "@/lib/domain/indices"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Tracks } from "@/lib/domain/views/scope"
import { formatDay, percent, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { CountedBar } from "./counted-bar"

/** `months`: how old what is left out may be, null where nothing is. `imbalance` is null where one track is shown. */
type Row = {
  key: string
  head: string
  months: MomentumView["stale"][number]["months"] | null
  tracks: Tracks
  imbalance: string | null
  left: string
}

/** How much of the headline is older than each number of months. */
export function staleFinding(locale: Locale, view: MomentumView): string {
  const words = messages(locale).momentum.stale
  const findings = view.stale.flatMap(({ months, stale, rated, share }) =>
    share === null ? [] : [words.finding(stale.all, rated.all, percent(locale, share), months)],
  )
  return findings.length > 0 ? findings.join(" ") : words.none
}

/** What the columns are called. */
export function staleHead(locale: Locale, view: MomentumView): string[] {
  const { momentum, terms } = messages(locale)
  const tracks = tracksShown(view)
  const imbalance = tracks.length === 2 ? [terms.imbalance] : []
  return [momentum.stale.basis, ...tracks.map((track) => terms.track[track]), ...imbalance, momentum.stale.left]
}

/** The headline as it stands, and once for each number of months without what is older. */
export function staleRows(locale: Locale, view: MomentumView): Row[] {
  const { momentum, terms } = messages(locale)
  const words = momentum.stale
  const isBoth = tracksShown(view).length === 2
  const told = ({ value }: Imbalance) =>
    !isBoth ? null : value === null ? terms.cannotBeTold : signed(locale, value, 1)
  return [
    { key: "whole", head: words.whole, months: null, tracks: view.tracks, imbalance: told(view.imbalance), left: "0" },
    ...view.stale.map(({ months, tracks, imbalance, stale, rated }) => ({
      key: `${months}`,
      head: words.without(months),
      months,
      tracks,
      imbalance: told(imbalance),
      left: words.leftOut(stale.all, rated.all),
    })),
  ]
}

/** The headline as it stands, and without what nobody has looked at for a year or two; its table is its drawing. */
export function StaleFigure({ locale, view, hrefs }: { locale: Locale; view: MomentumView; hrefs: Hrefs }) {
  const { momentum, charts } = messages(locale)
  const words = momentum.stale
  const tracks = tracksShown(view)
  const row = (it: Row) => ({
    key: it.key,
    head: it.head,
    cells: [
      ...tracks.map((track) => (
        <CountedBar
          key={track}
          {...{ locale, track }}
          score={scoreOfTrack(it, track)}
          href={it.months === null ? hrefs.explore({ track }) : null}
        />
      )),
      ...(it.imbalance === null ? [] : [it.imbalance]),
      it.months === null ? (
        it.left
      ) : (
        <Linked key="left" href={hrefs.explore(unchecked(view.lane, it.months))}>
          {it.left}
        </Linked>
      ),
    ],
  })
  return (
    <Figure
      locale={locale}
      id="stale"
      title={words.title}
      finding={staleFinding(locale, view)}
      note={words.note}
      className="col-span-12"
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <Boxed label={words.caption}>
        <ChartTable
          caption={words.caption}
          isText
          head={staleHead(locale, view)}
          rows={staleRows(locale, view).map(row)}
        />
      </Boxed>
    </Figure>
  )
}
