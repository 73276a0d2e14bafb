import { YearName } from "@/components/charts/axes"
import { BearingShape } from "@/components/charts/bearing-mark"
import { Canvas } from "@/components/charts/canvas"
import { hair, px, timeScale, yearTicks } from "@/components/charts/scales"
import type { Day } from "@/lib/domain/date"
import type { Evidence } from "@/lib/domain/records"
import { LANES, type Lane } from "@/lib/domain/scale"

/** `title`: what a pointer on the mark is told. */
export type EvidenceMark = { id: string; on: Day; lane: Lane; bearing: Evidence["bearing"]; title: string }

export const EVIDENCE_WIDE = { width: 1248, left: 132, label: 40, narrow: false }
export const EVIDENCE_NARROW = { width: 358, left: 8, label: 34, narrow: true }

const MARK = 13 // a mark and the space around it
const ROW = 13 // marks of about the same day stand on each other
const NAME = 26 // room a printed number needs

/** Evidence by the day its source was published, findings above claims; marks of the same time are stacked. */
export function EvidenceDrawing({
  marks,
  from,
  to,
  brokenOn,
  size,
  label,
  names,
}: {
  marks: EvidenceMark[]
  from: Day
  to: Day
  brokenOn: Day | null
  size: typeof EVIDENCE_WIDE
  label: string
  names: Record<Lane, string>
}) {
  const { width, left, narrow } = size
  const right = width - 10
  const x = timeScale([from, to], [left + 8, right])
  const lanes = LANES.reduce<Lanes>((above, lane) => {
    const placed = stacked(
      marks.filter((mark) => mark.lane === lane),
      x,
    )
    const height = Math.max(1, ...placed.map((mark) => mark.row + 1)) * ROW
    const top = (above.at(-1)?.base ?? -16) + 22
    return [...above, { lane, placed, height, base: top + height + (narrow ? 18 : 6) }]
  }, [])
  const bottom = (lanes.at(-1)?.base ?? 0) + 18
  const years = yearTicks([from, to], x, 16)
  const perYear = years.length > 1 ? years[1]!.start - years[0]!.start : size.label
  const every = Math.max(1, Math.ceil(size.label / perYear))
  const broken = brokenOn !== null && brokenOn > from && brokenOn < to ? px(x(brokenOn)) : null
  return (
    <Canvas name="evidence" label={label} width={width} height={bottom + 22} isWide={!narrow}>
      {years.map(({ year, middle }, at) =>
        at % every === 0 ? (
          <YearName key={year} x={middle} y={bottom + 14} year={year} isShort={narrow && at > 0} />
        ) : null,
      )}
      {broken === null ? null : <line className="evr" x1={broken} x2={broken} y1={4} y2={bottom - 2} />}
      {lanes.map(({ lane, placed, base, height }) => (
        <g key={lane}>
          <line
            className="gl0"
            x1={left}
            x2={right}
            y1={hair(base)}
            y2={hair(base)}
            style={{ stroke: "var(--rule-2)" }}
          />
          <text
            x={narrow ? left : 0}
            y={narrow ? base - height - 8 : base + 4}
            className={narrow ? "ti b xs paperstroke" : "ti b"}
          >
            {names[lane]}
          </text>
          {placed.map((mark) => (
            <g key={mark.id}>
              <title>{mark.title}</title>
              <BearingShape bearing={mark.bearing} x={mark.at} y={base - 6 - mark.row * ROW} />
              {mark.named ? (
                <text x={mark.at} y={base + 14} textAnchor="middle" className="xs">
                  {mark.id}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
    </Canvas>
  )
}

type Lanes = { lane: Lane; placed: ReturnType<typeof stacked>; base: number; height: number }[]

/** Each mark's place; the lowest of a stack is named where its neighbour's name leaves room. */
function stacked(marks: EvidenceMark[], x: (day: Day) => number) {
  const ends: number[] = []
  let named = -Infinity
  return marks.map((mark) => {
    const at = px(x(mark.on))
    let row = ends.findIndex((end) => at - end >= MARK)
    if (row === -1) row = ends.length
    ends[row] = at
    const name = row === 0 && at - named >= NAME
    if (name) named = at
    return { ...mark, at, row, named: name }
  })
}
