import { linear, px, timeScale, type TimeScale } from "@/components/charts/scales"
import { stepLine } from "@/components/charts/steps"
import { Disclosure } from "@/components/ui/disclosure"
import { levelClass } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { CommitmentLink } from "@/components/views/overview/point-link"
import { Said } from "@/components/views/point/said"
import { SourceTitle } from "@/components/views/point/source-line"
import { LANES, type Lane } from "@/lib/domain/scale"
import type { ClaimRow, ClaimsView } from "@/lib/domain/views/compare/claims"
import { formatDay, shortYear, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

export const SPARK = { width: 168, height: 44 }

/** Both lanes of one point at each year's end, as steps; time runs left to right in both languages. */
export function Sparkline({ locale, claims, row }: { locale: Locale; claims: ClaimsView; row: ClaimRow }) {
  const words = messages(locale).compare.claims
  if (claims.years.length === 0) return <span />
  const now = (lane: Lane) => (row[lane].index === null ? words.unknown : wholeNumber(row[lane].index))
  return (
    <svg
      viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
      width={SPARK.width}
      height={SPARK.height}
      role="img"
      aria-label={words.overTime(inLocale(locale, row.point.title).text, now("claim"), now("finding"))}
    >
      <SparkLines claims={claims} row={row} />
    </svg>
  )
}

/** The days of a sparkline, of which there is at least one year, on its width: from the plan's first year to the last day. */
export const sparkScale = ({ years }: ClaimsView): TimeScale =>
  timeScale([`${years[0]!.year}-01-01`, years.at(-1)!.on], [4, SPARK.width - 8])

/** The two lines of a sparkline between 0 and 100, in a box of SPARK. */
export function SparkLines({ claims, row }: { claims: ClaimsView; row: ClaimRow }) {
  const x = sparkScale(claims)
  const y = linear([0, 100], [SPARK.height - 5, 5])
  const [start, end] = [4, SPARK.width - 8]
  const line = (lane: Lane) =>
    stepLine(
      row.line.map((at) => ({ on: at.on, value: at[lane].index })),
      x,
      y,
      { start, end },
    )
  return (
    <>
      <line className="gl" x1={start} x2={end} y1={y(100)} y2={y(100)} />
      <line className="gl" x1={start} x2={end} y1={y(0)} y2={y(0)} />
      <path
        d={line("claim")}
        fill="none"
        strokeDasharray="4 2.5"
        style={{ stroke: "var(--ink-3)", strokeWidth: 1.75 }}
      />
      <path d={line("finding")} fill="none" style={{ stroke: "var(--ink)", strokeWidth: 2 }} />
      {row.claim.index === null ? null : (
        <rect
          x={end - 4}
          y={px(y(row.claim.index) - 4)}
          width="8"
          height="8"
          style={{ fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6 }}
        />
      )}
      {row.finding.index === null ? null : <circle className="inkf" cx={end} cy={px(y(row.finding.index))} r="3.6" />}
    </>
  )
}

/** Each commitment of a point year by year in both lanes, and what others say of the point. */
export function ClaimDetail({
  locale,
  claims,
  row,
  hrefs,
}: {
  locale: Locale
  claims: ClaimsView
  row: ClaimRow
  hrefs: Hrefs
}) {
  const { compare, point, terms } = messages(locale)
  const words = compare.claims
  return (
    <Disclosure label={words.open(row.commitments.length, row.ratings.length)} icon="list">
      <ul className="flex flex-col gap-4 py-2">
        {row.commitments.map(({ commitment, cells }) => (
          <li key={commitment.id}>
            <p className="small">
              <b className="num pn">{commitment.code}</b>&ensp;
              <CommitmentLink {...{ locale, hrefs, commitment }} year={row.point.year} />
            </p>
            <table className="yrs" dir="ltr">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="vh">{words.year}</span>
                  </th>
                  {claims.years.map(({ year }) => (
                    <th key={year} scope="col">
                      {shortYear(year)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {LANES.map((lane) => (
                  <tr key={lane}>
                    <th scope="row" className="whitespace-nowrap">
                      {terms.lane[lane]}
                    </th>
                    {cells[lane].map((level, at) => (
                      <td key={at} className={levelClass(level)}>
                        {level ?? <span className="vh">{terms.unrated}</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
        ))}
      </ul>
      <h3 className="h-s mt-2">{words.ratings}</h3>
      {row.ratings.length === 0 ? <p className="small muted">{words.noRatings}</p> : null}
      <ul className="small flex flex-col gap-2 py-2">
        {row.ratings.map((it) => (
          <li key={it.id}>
            {it.isParaphrase ? (
              <span lang="en" dir="ltr">
                {it.rawLabel}
              </span>
            ) : (
              <q lang="en" dir="ltr">
                {it.rawLabel}
              </q>
            )}{" "}
            <span className="muted">
              <Said locale={locale} text={it.publisher} /> · {terms.ratingKind[it.kind]} ·{" "}
              <span className="num">{formatDay(locale, it.date, it.precision)}</span>
              {it.isParaphrase ? ` · ${point.ratings.paraphrase}` : null} · {point.ratings.in}{" "}
              <SourceTitle locale={locale} source={it.source} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
