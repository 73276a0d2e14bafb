import type { Day } from "@/lib/domain/date"
import { type Imbalance, imbalance, type Score } from "@/lib/domain/indices"
import { cellOf, lastChecked, type Ledger, order, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Point } from "@/lib/domain/records"
import { type Grid, gridOf, type GridRow } from "@/lib/domain/views/grid"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { type Gap, gapsOf, isSilent } from "@/lib/domain/views/rankings"
import {
  commitmentsInScope,
  pointHead,
  type PointHead,
  pointsInScope,
  scoreOf,
  type Text,
} from "@/lib/domain/views/scope"

export type PointRow = {
  point: PointHead
  textKind: Point["textKind"]
  kinetic: Score
  nonKinetic: Score
  all: Score
  imbalance: Imbalance
  /** Claim − finding over all pairs of the point, in index points; null without a pair. */
  gap: number | null
  lastChecked: Day | null
  leads: Text[]
  silences: number
} & Pick<GridRow, "carried" | "kept">

export type PointsView = Frame & { rows: PointRow[]; grid: Grid; order: PointOrder }

/** How the list may be ordered; `number` is the plan's own order. */
export const POINT_ORDERS = ["number", "kinetic", "non-kinetic", "coverage", "gap", "last-checked"] as const
/** Letters that a search in the list may have. */
export const LONGEST_FIND = 80
export type PointOrder = (typeof POINT_ORDERS)[number]

/** Every point of the plan in view, one row each. What is unknown sorts last in every order. */
export function pointsList(ledger: Ledger, question: Question, by: PointOrder = "number"): PointsView {
  const facts = snapshot(ledger, question.known)
  const commitments = commitmentsInScope(facts, question)
  const grid = gridOf(facts, question)
  const reading = { lane: question.lane, region: question.region }
  const rows = pointsInScope(facts, question).map((point): PointRow => {
    const own = commitments.filter((it) => it.point === point.id)
    const row = grid.rows.find((each) => each.point.id === point.id)!
    const of = (track: string) =>
      scoreOf(
        facts,
        own.filter((it) => it.track === track),
        reading,
        question.asOf,
      )
    const [kinetic, nonKinetic] = [of("kinetic"), of("non-kinetic")]
    const checked = own
      .map((it) => lastChecked(facts, cellOf({ commitment: it.id, ...reading }), question.asOf))
      .filter((day) => day !== null)
      .sort(order)
    return {
      point: pointHead(facts, point),
      textKind: point.textKind,
      kinetic,
      nonKinetic,
      all: scoreOf(facts, own, reading, question.asOf),
      imbalance: imbalance(kinetic, nonKinetic),
      gap: meanGap(gapsOf(facts, own, question)),
      lastChecked: checked.at(-1) ?? null,
      leads: point.leadBodies.map(({ body }) => {
        const { nameEn, nameUr } = facts.records.body.get(body)!
        return { en: nameEn, ur: nameUr }
      }),
      silences: [...facts.records.silence.values()].filter((it) => it.point === point.id && isSilent(it, question.asOf))
        .length,
      carried: row.carried,
      kept: row.kept,
    }
  })
  return { ...frameOf(ledger, facts, question, commitments), rows: sorted(rows, by), grid, order: by }
}

function meanGap(gaps: readonly Gap[]): number | null {
  const pairs = gaps.reduce((sum, gap) => sum + gap.pairs, 0)
  return pairs === 0 ? null : gaps.reduce((sum, gap) => sum + gap.gap * gap.pairs, 0) / pairs
}

const MEASURE: Record<PointOrder, (row: PointRow) => number | string | null> = {
  number: (row) => row.point.number,
  kinetic: (row) => row.kinetic.index,
  "non-kinetic": (row) => row.nonKinetic.index,
  coverage: (row) => row.all.coverage,
  gap: (row) => (row.gap === null ? null : -row.gap),
  "last-checked": (row) => row.lastChecked,
}

function sorted(rows: PointRow[], by: PointOrder): PointRow[] {
  const measure = MEASURE[by]
  return rows.toSorted((a, b) => {
    const [x, y] = [measure(a), measure(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.point.number - b.point.number
    return (x < y ? -1 : x > y ? 1 : 0) || a.point.number - b.point.number
  })
}
