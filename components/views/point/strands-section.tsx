import { liveStrand, liveStrandDrawing } from "@/components/charts/live-data"
import { StepTitles } from "@/components/charts/step-titles"
import { StillChart } from "@/components/charts/still-chart"
import { STRAND_NARROW, STRAND_WIDE, StrandDrawing } from "@/components/charts/strand-drawing"
import { Disclosure } from "@/components/ui/disclosure"
import { TrackMark, trackClass } from "@/components/ui/track-mark"
import { onlyOf } from "@/components/views/only-of"
import { EmbedCode, type Embeds } from "@/components/views/share/embed-offer"
import { ShareChart } from "@/components/views/share/share-chart"
import type { PointView, StrandView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"
import { indexWords, rangeWords, strandSentence } from "./strand-words"

const SIZES = [
  { size: STRAND_WIDE, only: "only-l" },
  { size: STRAND_NARROW, only: "only-s" },
] as const

/**
 * Both strands over time, finding against claim, each with its sentence; one table holds every change. `alone`: nothing
 * but the chart, its finding said by the page around it. `isStill` where no script runs.
 */
export function StrandsSection({
  locale,
  view,
  alone = false,
  isStill = alone,
  embeds = null,
}: {
  locale: Locale
  view: PointView
  alone?: boolean
  isStill?: boolean
  embeds?: Embeds
}) {
  const { charts, point, terms } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)!
  const now = view.asOf === view.today
  // Where one is empty it is told beside the other, and leads with no empty box.
  const [filled, empty] = [true, false].map((isFilled) =>
    view.strands.filter(({ commitments }) => commitments.length > 0 === isFilled),
  ) as [StrandView[], StrandView[]]
  const broken = plan.supersededOn !== null && plan.supersededOn < view.asOf ? plan.supersededOn : null
  return (
    <section className="sec" aria-labelledby="strands">
      <header className="fig">
        <h2 id="strands">{filled.length === 1 ? point.strands.one : point.strands.title}</h2>
        <p className="sub mb-3">
          {[
            point.strands.sub,
            broken ? point.strands.breaks : "",
            now ? "" : point.strands.stopped(formatDay(locale, view.asOf)),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <Key locale={locale} view={view} />
      </header>
      <div className={view.strands.length === 2 ? "duo" : undefined}>
        {filled.map((strand) => {
          const sentence = strandSentence(locale, strand, now)
          const drawing = {
            track: strand.track,
            lines: strand.lines,
            from: plan.adoptedOn,
            asOf: view.asOf,
            until: view.today,
            brokenOn: plan.supersededOn,
            label: sentence,
            names: terms.lane,
          }
          const live = liveStrand(locale, drawing)
          return (
            <figure key={strand.track} className={`fig strand ${trackClass(strand.track)}`}>
              <figcaption className="mb-2 flex flex-col items-start gap-1">
                <span className="figh self-stretch">
                  <TrackMark track={strand.track}>{terms.track[strand.track]}</TrackMark>
                  {isStill ? null : (
                    <ShareChart locale={locale} chart={`strand-${strand.track}`} title={terms.track[strand.track]} />
                  )}
                  <EmbedCode
                    {...{ locale, embeds }}
                    chart={`strand-${strand.track}`}
                    title={terms.track[strand.track]}
                  />
                </span>
                {!alone ? <span className="small text-ink-2">{sentence}</span> : null}
              </figcaption>
              {SIZES.map(({ size, only }) => (
                <StillChart
                  key={only}
                  className={only}
                  live={
                    isStill
                      ? null
                      : { drawing: liveStrandDrawing(live, size), label: charts.explore, dir: LOCALES[locale].dir }
                  }
                >
                  <StrandDrawing
                    {...drawing}
                    {...{ locale, size }}
                    over={isStill ? <StepTitles drawing={liveStrandDrawing(live, size)} /> : null}
                  />
                </StillChart>
              ))}
            </figure>
          )
        })}
        {empty.map(({ track }) => (
          <div key={track} className={`fig strand small ${trackClass(track)}`}>
            <p className="mb-2">
              <TrackMark track={track}>{terms.track[track]}</TrackMark>
            </p>
            <p>{terms.nothingPromised}</p>
            <p className="muted max-w-[52ch]">{point.strands.emptyWhy}</p>
          </div>
        ))}
      </div>
      <div className="src">
        <Disclosure label={charts.viewAsTable}>
          <StrandTable locale={locale} view={view} />
        </Disclosure>
        <span>{alone ? charts.source("both", view.revision, formatDay(locale, view.asOf)) : point.strands.source}</span>
      </div>
      {view.events.length > 0 && !alone ? (
        <div className="mt-5">
          <h3 className="h-s">{point.strands.events}</h3>
          {view.region ? <p className="small muted mb-2">{onlyOf(locale, "events", view)}</p> : null}
          <ol className="evl small">
            {view.events.map((event) => (
              <li key={event.id} className="[display:grid] grid-cols-[104px_minmax(0,1fr)] gap-3">
                <span className="muted num">{formatDay(locale, event.on, event.precision)}</span>
                <Said locale={locale} text={event.title} />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  )
}

function Key({ locale, view }: { locale: Locale; view: PointView }) {
  const { key } = messages(locale).point.strands
  const finding = view.strands.flatMap((strand) => strand.lines.finding)
  const open = finding.some((it) => it.index !== null && it.low !== null && it.high !== null && it.high > it.low)
  const unknown = finding.some((it) => it.index === null && it.low !== null)
  return (
    <p className="dkey small flex-wrap">
      <span>
        <svg width="26" height="10" aria-hidden="true">
          <path d="M0 5h26" style={{ stroke: "var(--ink)", strokeWidth: 2.5 }} />
        </svg>
        {key.finding}
      </span>
      <span>
        <svg width="26" height="10" aria-hidden="true">
          <path d="M0 5h26" style={{ stroke: "var(--ink-2)", strokeWidth: 2, strokeDasharray: "5 4" }} />
          <rect
            x="9"
            y="1"
            width="8"
            height="8"
            style={{ fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6 }}
          />
        </svg>
        {key.claim}
      </span>
      {open ? (
        <span>
          <svg width="26" height="10" aria-hidden="true">
            <rect width="13" height="10" style={{ fill: "var(--kin-band)" }} />
            <rect x="13" width="13" height="10" style={{ fill: "var(--non-band)" }} />
          </svg>
          {key.band}
        </span>
      ) : null}
      {unknown ? (
        <span>
          <svg width="26" height="10" aria-hidden="true">
            <rect width="26" height="10" className="fx" />
          </svg>
          {key.hatch}
        </span>
      ) : null}
    </p>
  )
}

/** Every day on which a strand's figures changed, and the as-of day. */
function StrandTable({ locale, view }: { locale: Locale; view: PointView }) {
  const { point, terms } = messages(locale)
  const filled = view.strands.filter((strand) => strand.commitments.length > 0)
  const rows = changeRows(filled)
  return (
    <table aria-labelledby="strands">
      <thead>
        <tr>
          <th scope="col">{point.strands.date}</th>
          {filled.map((strand) => (
            <ColumnHeads key={strand.track} locale={locale} track={terms.track[strand.track]} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((at) => (
          <tr key={at}>
            <th scope="row">{formatDay(locale, filled[0]!.lines.finding[at]!.on)}</th>
            {filled.map((strand) => (
              <Cells key={strand.track} locale={locale} strand={strand} at={at} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ColumnHeads({ locale, track }: { locale: Locale; track: string }) {
  const { point, terms } = messages(locale)
  const names = [terms.lane.finding, point.strands.range, terms.lane.claim]
  return names.map((name) => (
    <th key={name} scope="col">
      {track}
      <br />
      {name}
    </th>
  ))
}

function Cells({ locale, strand, at }: { locale: Locale; strand: StrandView; at: number }) {
  const finding = strand.lines.finding[at]!
  return (
    <>
      <td>{indexWords(locale, finding)}</td>
      <td>{rangeWords(locale, finding)}</td>
      <td>{indexWords(locale, strand.lines.claim[at]!)}</td>
    </>
  )
}

/** Positions in the lines at which anything differs from the month before, and the last. */
function changeRows(strands: StrandView[]): number[] {
  const first = strands[0]
  if (!first) return []
  const figures = (at: number) =>
    JSON.stringify(
      strands.map(({ lines: { finding, claim } }) => {
        const [f, c] = [finding[at]!, claim[at]!]
        return [f.index, f.low, f.high, c.index]
      }),
    )
  return first.lines.finding.flatMap((_, at, all) =>
    at === 0 || at === all.length - 1 || figures(at) !== figures(at - 1) ? [at] : [],
  )
}
