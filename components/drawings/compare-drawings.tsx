import { px } from "@/components/charts/scales"
import { SPARK, SparkLines, sparkScale } from "@/components/views/compare/claim-detail"
import { claimsFinding, gapWords, isGapTold, onPairsWords, rankWords } from "@/components/views/compare/claim-words"
import { reachWords, sideScores } from "@/components/views/compare/sides"
import { ledeOf, scoreWords, shortName } from "@/components/views/compare/words"
import type { ClaimsView } from "@/lib/domain/views/compare/claims"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { compositionKey, compositionMark } from "./composition-mark"
import { type Row, RowsDrawing } from "./rows-drawing"
import { pointWords, toldOf } from "./titles"

type Props = { locale: Locale; view: CompareView }

/** Room of the numbers at a sparkline's ends. */
const ENDS = 22

/** What the state says against what the evidence shows, point by point over time, the widest gap first. */
export function LaneClaimsDrawing({ locale, view, claims }: Props & { claims: ClaimsView }) {
  const { compare, terms } = messages(locale)
  const { years } = claims
  const at = (x: number) => (100 * (ENDS + x)) / (ENDS + SPARK.width)
  const days = sparkScale(claims)
  const ends = [years[0]!, years.at(-1)!].filter((it, place, all) => all.indexOf(it) === place)
  return (
    <RowsDrawing
      locale={locale}
      name="claims"
      label={toldOf(locale, view, compare.claims.title, claimsFinding(locale, claims))}
      columns={[{ width: 250 }, { width: ENDS + SPARK.width, isTime: true }, { width: 190 }, { width: 270 }]}
      rows={claims.rows.map((row, order) => ({
        key: row.point.id,
        cells: [
          [
            { words: pointWords(locale, row.point), look: "ti" },
            ...[rankWords(locale, row)].flatMap((words) => (words === null ? [] : [{ words, look: "xs" }])),
          ],
          {
            height: SPARK.height,
            draw: ({ x, y }) => (
              <>
                <g transform={`translate(${px(x(0) + ENDS)} ${px(y - SPARK.height / 2)})`}>
                  <SparkLines claims={claims} row={row} />
                </g>
                {order > 0
                  ? null
                  : [0, 100].map((value) => (
                      <text
                        key={value}
                        x={px(x(0) + ENDS)}
                        y={px(y + (value === 0 ? 1 : -1) * (SPARK.height / 2 - 5) + 4)}
                        textAnchor="end"
                        className="xs"
                      >
                        {value}
                      </text>
                    ))}
              </>
            ),
          },
          (["claim", "finding"] as const).map((lane) => ({
            words: `${terms.lane[lane]}: ${scoreWords(locale, row[lane])}`,
          })),
          [
            { words: onPairsWords(locale, row), look: isGapTold(row.gap) ? "ti b" : "ti" },
            { words: gapWords(locale, row.gap), look: "xs" },
          ],
        ],
      }))}
      axis={{
        column: 1,
        ticks: ends.map(({ year, on }, place) => ({
          at: at(days(place === 0 ? `${year}-01-01` : on)),
          label: String(year),
        })),
      }}
      items={[
        {
          mark: (
            <>
              <path d="M0 6h3" style={{ stroke: "var(--ink-3)", strokeWidth: 1.75 }} />
              <rect x="4" y="2" width="8" height="8" style={CLAIM_END} />
            </>
          ),
          words: terms.lane.claim,
        },
        {
          mark: (
            <>
              <path d="M0 6h6" style={{ stroke: "var(--ink)", strokeWidth: 2 }} />
              <circle className="inkf" cx="8.4" cy="6" r="3.6" />
            </>
          ),
          words: terms.lane.finding,
        },
      ]}
    />
  )
}

const CLAIM_END = { fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6 }

/** How the commitments that may be set against each other are spread over the levels on both sides. */
export function SidesDrawing({ locale, view }: Props) {
  const { compare, terms } = messages(locale)
  const rows = (["a", "b"] as const).flatMap((side) =>
    sideScores(view, side)
      .filter(({ score }) => score.commitments > 0)
      .map(({ track, score }, order) => ({ side, track, score, order })),
  )
  return (
    <RowsDrawing
      locale={locale}
      name="sides"
      label={toldOf(locale, view, compare.sides, ledeOf(locale, view))}
      columns={[{ width: 220 }, { width: 150 }, { width: 380 }, { width: 120, side: "end" }]}
      rows={rows.map(({ side, track, score, order }): Row => ({
        key: `${side}-${track}`,
        cells: [
          order > 0
            ? null
            : [
                { words: compare.named(compare.side[side], shortName(locale, view, side)), look: "ti b" },
                { words: reachWords(locale, view, side), look: "xs" },
              ],
          [
            { words: terms.track[track], look: "b", track, isHollow: view[side].lane === "claim" },
            { words: terms.rated(score.rated, score.commitments), look: "xs" },
          ],
          compositionMark(score.composition, 30),
          [{ words: scoreWords(locale, score), look: score.index === null ? "t2" : "ti b" }],
        ],
      }))}
      items={compositionKey(
        locale,
        rows.map(({ score }) => score.composition),
      )}
    />
  )
}
