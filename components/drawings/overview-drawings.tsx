import { inWords, scoreOf } from "@/components/views/overview/sectors"
import { silencesFinding, silencesShown, silenceTold } from "@/components/views/overview/silences"
import { STALE_MONTHS, staleShown } from "@/components/views/overview/stale"
import { changeWords } from "@/components/views/overview/stand"
import { scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { OverviewView } from "@/lib/domain/views/overview"
import { months, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { compositionKey, compositionMark } from "./composition-mark"
import { Bar, Hairline, WaitedMark } from "./marks"
import { RowsDrawing } from "./rows-drawing"
import { commitmentWords, told } from "./titles"

type Props = { locale: Locale; view: OverviewView }

/** How the commitments of each track are spread over the levels, with index, range and coverage. */
export function StandDrawing({ locale, view }: Props) {
  const { overview, terms } = messages(locale)
  const scores = tracksShown(view)
    .map((track) => ({ track, score: scoreOfTrack(view, track), change: changeWords(locale, view, track) }))
    .filter(({ score }) => score.commitments > 0)
  const counts = scores.map(({ score }) => score.composition)
  const coverage = ({ score, change }: (typeof scores)[number]) =>
    [terms.rated(score.rated, score.commitments), change].filter(Boolean).join(" · ")
  return (
    <RowsDrawing
      locale={locale}
      name="stand"
      label={overview.stand.title(view.tracks.all.commitments)}
      columns={[{ width: 170 }, { width: 400 }, { width: 116, side: "end" }]}
      rows={scores.map(({ track, score, change }) => ({
        key: track,
        cells: [
          [
            { words: terms.track[track], look: "b", track, isHollow: view.lane === "claim" },
            { words: coverage({ track, score, change }), look: "xs" },
          ],
          compositionMark(score.composition, 30),
          score.index === null
            ? [{ words: overview.stand.notRated }]
            : [
                { words: `${overview.stand.index} ${wholeNumber(score.index)}`, look: "ti b" },
                ...(score.coverage === 1 ? [] : [{ words: range(locale, score.low!, score.high!), look: "xs" }]),
              ],
        ],
      }))}
      items={compositionKey(locale, counts)}
    />
  )
}

/** How far the commitments of each kind of body have come. */
export function SectorsDrawing({ locale, view }: Props) {
  const { overview, terms } = messages(locale)
  const words = overview.sectors
  const first = view.sectors[0]!
  return (
    <RowsDrawing
      locale={locale}
      name="sectors"
      label={told(
        locale,
        words.title,
        words.finding(terms.sector[first.sector], first.all.commitments, view.tracks.all.commitments),
      )}
      columns={[{ width: 180 }, { width: 330 }, { width: 130 }]}
      rows={view.sectors.map((sector) => ({
        key: sector.sector,
        cells: [
          [
            { words: terms.sector[sector.sector], look: "ti b" },
            { words: terms.commitments(sector.all.commitments), look: "xs" },
          ],
          compositionMark(sector.all.composition, 18),
          tracksShown(view)
            .filter((track) => scoreOf(sector, track).commitments > 0)
            .map((track) => ({
              words: `${terms.track[track]} ${inWords(locale, sector, track, wholeNumber)}`,
              look: "xs",
              track,
            })),
        ],
      }))}
      items={compositionKey(
        locale,
        view.sectors.map((sector) => sector.all.composition),
      )}
    />
  )
}

/** Reports and steps promised and never seen, each with the time waited for it on the plan's life. */
export function SilencesDrawing({ locale, view }: Props) {
  const words = messages(locale).overview.silences
  const { adoptedOn } = view.plans.find((it) => it.id === view.plan)!
  const { shown, rest } = silencesShown(view)
  return (
    <RowsDrawing
      locale={locale}
      name="silences"
      label={told(locale, words.title, [silencesFinding(locale, view), words.note].filter(Boolean).join(" "))}
      columns={[{ width: 400 }, { width: 290, isTime: true }]}
      note={rest > 0 ? words.rest(rest) : undefined}
      rows={shown.map((silence) => {
        const { from, isOpen, words: said } = silenceTold(locale, silence, [adoptedOn, view.asOf])
        return {
          key: silence.id,
          cells: [
            [
              { words: inLocale(locale, silence.what).text, look: "ti b" },
              { words: said, look: "xs" },
            ],
            from === null
              ? null
              : {
                  height: 12,
                  draw: ({ x, y }) => (
                    <>
                      <Hairline {...{ x, y }} />
                      <WaitedMark {...{ x, y, from, isOpen }} />
                    </>
                  ),
                },
          ],
        }
      })}
      axis={{
        column: 1,
        ticks: [
          { at: 0, label: adoptedOn.slice(0, 4) },
          { at: 100, label: view.asOf.slice(0, 4) },
        ],
      }}
    />
  )
}

/** Rated commitments that nobody has looked at for longest, with the line at a year. */
export function StaleDrawing({ locale, view }: Props) {
  const words = messages(locale).overview.stale
  const { shown, longest, old } = staleShown(view)
  const share = (count: number) => (100 * count) / longest
  return (
    <RowsDrawing
      locale={locale}
      name="stale"
      label={told(locale, words.title, words.finding(old, view.stalest.length))}
      columns={[{ width: 340 }, { width: 240 }, { width: 92, side: "end" }]}
      rows={shown.map((each) => ({
        key: each.commitment.id,
        cells: [
          [{ words: commitmentWords(locale, each.commitment), look: "ti" }],
          {
            height: 12,
            draw: ({ x, y }) => (
              <>
                <Hairline {...{ x, y }} />
                <Bar {...{ x, y }} from={0} to={share(each.months)} height={4} style={{ fill: "var(--l2)" }} />
                <rect x={x(share(STALE_MONTHS)) - 1} y={y - 5} width="2" height="10" className="inkf" />
              </>
            ),
          },
          [{ words: months(locale, each.months) }],
        ],
      }))}
      axis={{ column: 1, ticks: [{ at: share(STALE_MONTHS), label: months(locale, STALE_MONTHS) }] }}
    />
  )
}
