import { px, timeScale, yearTicks } from "@/components/charts/scales"
import { countsOf, leadsFinding, leadsHead } from "@/components/views/momentum/leads-figure"
import {
  type PromisedItem,
  promisedItems,
  promisesFinding,
  waitedShare,
} from "@/components/views/momentum/promise-words"
import { staleFinding, staleHead, staleRows } from "@/components/views/momentum/stale-figure"
import { scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Hairline, WaitedMark } from "./marks"
import { type Column, RowsDrawing } from "./rows-drawing"
import { scoreCell } from "./score-cell"
import { commitmentWords, told } from "./titles"
import type { Line } from "./words"

type Props = { locale: Locale; view: MomentumView }

/** Columns of scores: one alone is wide enough for the drawing to be read. */
const scoreColumns = (view: MomentumView): Column[] => {
  const tracks = tracksShown(view)
  return tracks.map(() => ({ width: tracks.length === 1 ? 300 : 130 }))
}

/** The names of columns, those of the tracks under their marks; the tracks come second. */
const headsOf = (view: MomentumView, names: readonly string[]): Line[] =>
  names.map((words, at) => {
    const track = tracksShown(view)[at - 1]
    return track ? { words, look: "xs b", track } : { words, look: "xs b" }
  })

/** The commitments of each kind of body: index, range, coverage and how many it shares with another kind. */
export function LeadsDrawing({ locale, view }: Props) {
  const { momentum, points, terms } = messages(locale)
  const words = momentum.leads
  const tracks = tracksShown(view)
  return (
    <RowsDrawing
      locale={locale}
      name="leads"
      label={told(locale, words.title, `${leadsFinding(locale, view)} ${points.unit}`)}
      columns={[
        { width: 170 },
        ...scoreColumns(view),
        { width: 140 },
        { width: 90, side: "end" },
        { width: 70, side: "end" },
      ]}
      heads={headsOf(view, leadsHead(locale, view, words.kind))}
      rows={view.leads.kinds.map((kind) => ({
        key: kind.sector,
        cells: [
          [{ words: terms.sector[kind.sector], look: "ti b" }],
          ...tracks.map((track) => scoreCell(locale, track, scoreOfTrack(kind, track))),
          ...countsOf(locale, kind).map((count) => [{ words: count }]),
        ],
      }))}
    />
  )
}

/** The headline as it stands, and without what nobody has looked at for a year or two. */
export function StaleHeadlineDrawing({ locale, view }: Props) {
  const { momentum, points } = messages(locale)
  const tracks = tracksShown(view)
  return (
    <RowsDrawing
      locale={locale}
      name="stale"
      label={told(locale, momentum.stale.title, `${staleFinding(locale, view)} ${points.unit}`)}
      columns={[
        { width: 230 },
        ...scoreColumns(view),
        ...(tracks.length === 2 ? [{ width: 110 }] : []),
        { width: 90, side: "end" },
      ]}
      heads={headsOf(view, staleHead(locale, view))}
      rows={staleRows(locale, view).map((row) => ({
        key: row.key,
        cells: [
          [{ words: row.head, look: "ti b" }],
          ...tracks.map((track) => scoreCell(locale, track, scoreOfTrack(row, track))),
          ...(row.imbalance === null ? [] : [[{ words: row.imbalance }]]),
          [{ words: row.left }],
        ],
      }))}
    />
  )
}

/** Every promised date with what became of it, and the time waited for it on the plan's life. */
export function PromisesDrawing({ locale, view }: Props) {
  const words = messages(locale).momentum.promises
  const span = [view.plans.find((it) => it.id === view.plan)!.adoptedOn, view.asOf] as const
  const share = timeScale(span, [0, 100])
  const years = yearTicks(span, share, 5)
  const named = ({ code, what }: PromisedItem): Line[] =>
    "commitment" in what
      ? [{ words: commitmentWords(locale, what.commitment), look: "ti b" }]
      : [
          { words: code, look: "xs" },
          { words: what.text, look: "ti b" },
        ]
  return (
    <RowsDrawing
      locale={locale}
      name="promises"
      label={told(locale, words.title, promisesFinding(locale, view))}
      columns={[{ width: 350 }, { width: 400, isTime: true }]}
      rows={promisedItems(locale, view).map((it) => ({
        key: it.id,
        cells: [
          [...named(it), { words: words.promised(it.due) }, { words: it.fate }],
          {
            height: 40,
            draw: ({ x, y }) => {
              const waited = waitedShare(span, it.bar)
              return (
                <>
                  {years.map(({ year, start }) => (
                    <line key={year} className="gl" x1={px(x(start))} x2={px(x(start))} y1={y - 10} y2={y + 10} />
                  ))}
                  <Hairline {...{ x, y }} />
                  {waited === null ? null : <WaitedMark {...{ x, y, ...waited }} isOpen={it.bar.to === null} />}
                </>
              )
            },
          },
        ],
      }))}
      axis={{ column: 1, ticks: years.map(({ year, middle }) => ({ at: middle, label: String(year) })) }}
    />
  )
}
