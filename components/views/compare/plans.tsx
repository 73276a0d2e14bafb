import { ChartTable, Figure } from "@/components/charts/figure"
import { PairChart, type PairLine } from "@/components/charts/pair-chart"
import { TrackMark } from "@/components/ui/track-mark"
import { coreFinding, scoreWords } from "@/components/views/compare/words"
import type { Hrefs } from "@/components/views/hrefs"
import { PointLink } from "@/components/views/overview/point-link"
import { Said } from "@/components/views/point/said"
import { yearOf } from "@/lib/domain/date"
import { type Track, TRACKS } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { LinkView, PlansView } from "@/lib/domain/views/compare/plans"
import type { PointHead } from "@/lib/domain/views/scope"
import type { Reach, SeriesPoint } from "@/lib/domain/views/series"
import { formatDay, list, oneDecimal, percent, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { locale: Locale; view: CompareView; plans: PlansView; hrefs: Hrefs }

export const reachOf = (at: SeriesPoint, track: Track): Reach => (track === "kinetic" ? at.kinetic : at.nonKinetic)
export const indexWords = (value: number | null, missing: string) => (value === null ? missing : wholeNumber(value))

/** The core over time: each plan a line of its own in each track, nothing joined across the revision. */
export function CoreLines({ locale, view, plans }: Omit<Props, "hrefs">) {
  const { charts, compare } = messages(locale)
  const { a, b } = plans.core.lines
  const older = view.a.plan.adoptedOn <= view.b.plan.adoptedOn ? view.a.plan : view.b.plan
  const shown = TRACKS.filter((track) => view.track === null || view.track === track)
  const ends = [a, b].flatMap((line) => (line && line.series.length > 0 ? [line] : []))
  if (plans.core.changedAt === null) return null
  return (
    <section className="sec grid mt-8">
      {shown.map((track) => {
        const lines: PairLine[] = ends.map((line) => {
          const plan = view.plans.find((it) => it.id === line.plan)!
          const isOver = plan.supersededOn !== null && plan.supersededOn <= view.asOf
          return {
            key: line.plan,
            name: compare.core.wording(plan.year),
            points: line.series.map((at) => ({ on: at.on, ...reachOf(at, track) })),
            isThin: isOver,
            ...(isOver && { bandUntil: plan.supersededOn! }),
          }
        })
        const finding = coreFinding(locale, view, plans, track)
        const title = compare.core.title[track]
        const draw = (size: "wide" | "narrow") => (
          <PairChart
            {...{ locale, size, track, lines }}
            name={`core-${track}`}
            from={older.adoptedOn}
            cut={older.supersededOn}
            cutLabel={charts.planRevised((older === view.a.plan ? view.b : view.a).plan.pointCount)}
            asOf={view.asOf}
            today={view.today}
            label={`${title}. ${finding}`}
          />
        )
        return (
          <Figure
            key={track}
            locale={locale}
            id={`core-${track}`}
            title={title}
            finding={finding}
            note={compare.core.note}
            className="col-span-6"
            table={<CoreTable {...{ locale, view, plans, track }} />}
            source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
          >
            <div className="only-l">{draw("wide")}</div>
            <div className="only-s">{draw("narrow")}</div>
          </Figure>
        )
      })}
    </section>
  )
}

/** Both cores at each year's end and on the as-of day. */
function CoreTable({ locale, view, plans, track }: Omit<Props, "hrefs"> & { track: Track }) {
  const { compare } = messages(locale)
  const { a, b } = plans.core.lines
  const at = (line: typeof b, day: string) => line?.series.findLast((it) => it.on <= day)
  const years = new Map<number, string>()
  for (const line of [a, b])
    for (const { on } of line?.series ?? []) {
      const known = years.get(yearOf(on))
      if (known === undefined || known < on) years.set(yearOf(on), on)
    }
  const cell = (found: SeriesPoint | undefined) => {
    const reach = found && reachOf(found, track)
    if (!reach || reach.low === null || reach.high === null) return ""
    const index = reach.index === null ? compare.core.unrated : oneDecimal(reach.index)
    return `${index} (${range(locale, reach.low, reach.high)})`
  }
  return (
    <ChartTable
      caption={compare.core.title[track]}
      head={[compare.claims.year, compare.core.wording(view.a.plan.year), compare.core.wording(view.b.plan.year)]}
      rows={[...years.entries()]
        .sort(([x], [y]) => x - y)
        .map(([year, day]) => ({ key: day, head: String(year), cells: [cell(at(a, day)), cell(at(b, day))] }))}
    />
  )
}

/** Every link between the two editions with its basis and status, and the points that have none. */
export function Links({ locale, view, plans, hrefs }: Props) {
  const { compare, terms } = messages(locale)
  const words = compare.links
  const counts = new Map<LinkView["relation"], number>()
  for (const link of plans.links) counts.set(link.relation, (counts.get(link.relation) ?? 0) + 1)
  const end = (point: PointHead | null) =>
    point ? <PointLink locale={locale} hrefs={hrefs} point={point} /> : <span className="muted">{words.nothing}</span>
  // Said once where it is the same of all, so that what is particular to a link can be seen.
  const bases = new Set(plans.links.map((it) => it.basis))
  const basis = bases.size === 1 ? plans.links[0]!.basis : null
  const provisional = plans.links.filter((it) => it.provisional).length
  const [from, to] = [view.a.plan, view.b.plan].toSorted((x, y) => (x.adoptedOn < y.adoptedOn ? -1 : 1))
  return (
    <Figure
      locale={locale}
      id="links"
      title={words.title(from!.pointCount, to!.pointCount)}
      finding={words.counts(
        list(
          locale,
          [...counts].sort(([, x], [, y]) => y - x).map(([relation, count]) => `${count} ${terms.relation[relation]}`),
        ),
      )}
      note={[words.note, ...(provisional > 0 ? [words.provisional(provisional, plans.links.length)] : [])].join(" ")}
    >
      {basis === null ? null : (
        <p className="small muted mb-3">
          {words.commonBasis} <Basis {...{ locale, basis }} />
        </p>
      )}
      <table className="evd cwt" aria-labelledby="links">
        <thead>
          <tr>
            <th scope="col">{from!.year}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col">{to!.year}</th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {plans.links.map((link) => (
            <tr key={link.id} data-link={link.id}>
              <td>{end(link.from)}</td>
              <td>
                <span className={link.from && link.to ? "pill" : "pill dash"}>{terms.relation[link.relation]}</span>
                {link.share !== null && link.share < 1 ? (
                  <span className="muted num block">{words.share(percent(locale, link.share))}</span>
                ) : null}
              </td>
              <td>{end(link.to)}</td>
              <td>
                {link.basis === basis ? null : <Basis {...{ locale, basis: link.basis }} className="muted" />}{" "}
                {link.note ? <Said locale={locale} text={link.note} /> : null}{" "}
                <span className="muted num">{link.provisional ? null : words.revision(link.revision)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  )
}

/** The basis of the starting data's links, which both languages have words for. */
const REASONED = "REASONED: our reading; no published crosswalk was found. Shares are judgements, not measurements."

/** What a link rests on. The record names the kind of reason by a code, which says nothing to a reader. */
function Basis({ locale, basis, className }: { locale: Locale; basis: string; className?: string }) {
  const { reasoned } = messages(locale).compare.links
  if (basis === REASONED) return <span className={className}>{reasoned}</span>
  return <Said locale={locale} text={basis.replace(/^[A-Z_]+: */, "")} {...(className && { className })} />
}

/** The whole plans in print, never in a drawing: their baskets differ. */
export function WholePlans({ locale, view }: { locale: Locale; view: CompareView }) {
  const { compare, terms } = messages(locale)
  const names = { kinetic: "kinetic", "non-kinetic": "nonKinetic" } as const
  return (
    <section className="mt-9" aria-labelledby="whole">
      <h2 id="whole" className="h-s">
        {compare.basket.whole}
      </h2>
      <p className="small muted">{compare.basket.wholeNote}</p>
      <ul className="small mt-2 flex flex-col gap-1">
        {([view.a, view.b] as const).map((side) => (
          <li key={side.plan.id} className="flex flex-wrap gap-x-4">
            <span>
              {compare.planOn(String(side.plan.year), formatDay(locale, side.asOf))}{" "}
              <span className="muted">({compare.reach(side.points, side.tracks.all.commitments)})</span>
            </span>
            {TRACKS.map((track) => (
              <TrackMark key={track} track={track}>
                {terms.track[track]} <span className="num">{scoreWords(locale, side.tracks[names[track]])}</span>
              </TrackMark>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
