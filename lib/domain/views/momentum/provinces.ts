import { nearestLevel, type Score, score } from "@/lib/domain/indices"
import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Level } from "@/lib/domain/scale"
import {
  appliesIn,
  commitmentsInScope,
  levelAt,
  pointHead,
  type PointHead,
  pointsInScope,
  type Text,
} from "@/lib/domain/views/scope"

/**
 * One point in one province or territory. `not-applicable`: nothing of the point is promised there; `unrated`: promised,
 * and nothing of it rated for that province; `rated`: at least one commitment is. `level` is the level nearest to the
 * mean, null when under half is rated.
 */
export type ProvincePoint = { number: number } & (
  { state: "not-applicable" } | { state: "unrated" | "rated"; score: Score; level: Level | null }
)
export type Province = {
  id: string
  name: Text
  tile: { column: number; row: number }
  points: ProvincePoint[]
}
export type Provinces = {
  points: PointHead[]
  regions: Province[]
  /** How many pairs of province and point are in each state. */
  pairs: Record<ProvincePoint["state"], number>
}

/** Levels given for the province itself; what was found for the whole country does not count there. */
export function provincesOf(facts: Snapshot, question: Question): Provinces {
  const points = pointsInScope(facts, question)
  const commitments = commitmentsInScope(facts, { ...question, region: null })
  const regions = [...facts.records.region.values()]
    .filter((region) => region.id !== WHOLE_COUNTRY && (question.region === null || region.id === question.region))
    .sort((a, b) => order(a.id, b.id))
    .map((region): Province => ({
      id: region.id,
      name: { en: region.nameEn, ur: region.nameUr },
      tile: region.tile,
      points: points.map(({ id, number }): ProvincePoint => {
        const here = commitments.filter((it) => it.point === id && appliesIn(it, region.id))
        if (here.length === 0) return { number, state: "not-applicable" }
        const reading = { lane: question.lane, region: region.id }
        const levels = here.map((it) => levelAt(facts, it, reading, question.asOf))
        const found = score(levels)
        return { number, state: found.rated === 0 ? "unrated" : "rated", score: found, level: nearestLevel(levels) }
      }),
    }))
  const pairs = { "not-applicable": 0, unrated: 0, rated: 0 }
  for (const region of regions) for (const point of region.points) pairs[point.state]++
  return { points: points.map((point) => pointHead(facts, point)), regions, pairs }
}
