import type { Flat } from "@/lib/domain/import/cells"
import type { CompareView, SideView } from "@/lib/domain/views/compare/compare"
import type { CompareCommitment, CompareRow } from "@/lib/domain/views/compare/rows"

/** A comparison as a table: one line per strand, or per commitment where these are asked for. */
export function comparedLines(view: CompareView): Flat[] {
  return view.listed === "points"
    ? view.rows.map((row) => ({ ...shared(view), ...rowOf(row) }))
    : view.commitments.map((it) => ({ ...shared(view), ...commitmentOf(it) }))
}

const shared = (view: CompareView): Flat => ({
  by: view.by,
  ...named("a", view.a),
  ...named("b", view.b),
  revision: view.revision,
})

const named = (side: "a" | "b", { plan, asOf, lane, track, region }: SideView): Flat => ({
  [`${side}Plan`]: plan.id,
  [`${side}AsOf`]: asOf,
  [`${side}Lane`]: lane,
  [`${side}Track`]: track,
  [`${side}Region`]: region?.id ?? null,
})

const scored = (side: "a" | "b", score: CompareRow["a"]): Flat => ({
  [`${side}Index`]: score.index,
  [`${side}Low`]: score.low,
  [`${side}High`]: score.high,
  [`${side}Coverage`]: score.coverage,
  [`${side}Commitments`]: score.commitments,
})

const rowOf = ({ point, from, track, a, b, difference, pairs }: CompareRow): Flat => ({
  point: point.id,
  number: point.number,
  titleEn: point.title.en,
  titleUr: point.title.ur,
  from: from.length > 0 ? from.map(({ id }) => id).join("; ") : null,
  track,
  ...scored("a", a),
  ...scored("b", b),
  difference: difference.value,
  differenceLow: difference.low,
  differenceHigh: difference.high,
  verdict: difference.verdict,
  pairs: pairs.pairs,
  pairsChange: pairs.change,
})

const commitmentOf = ({ commitment, from, a, b, steps, movement }: CompareCommitment): Flat => ({
  commitment: commitment.id,
  from: from?.id ?? null,
  point: commitment.pointId,
  track: commitment.track,
  textEn: commitment.text.en,
  textUr: commitment.text.ur,
  aLevel: a?.level ?? null,
  aUnrated: a === null ? "not-assessed" : a.unratedReason,
  aSince: a?.effectiveOn ?? null,
  aAssessment: a?.id ?? null,
  bLevel: b?.level ?? null,
  bUnrated: b === null ? "not-assessed" : b.unratedReason,
  bSince: b?.effectiveOn ?? null,
  bAssessment: b?.id ?? null,
  steps,
  movement,
})
