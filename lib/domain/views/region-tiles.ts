import type { Score } from "@/lib/domain/indices"
import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Point } from "@/lib/domain/records"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Track } from "@/lib/domain/scale"
import { appliesIn, scoreOf, type Text } from "@/lib/domain/views/scope"

/** One province or territory on the tile grid; `applies` false: nothing of the point is promised there. */
export type RegionTile = {
  id: string
  name: Text
  tile: { column: number; row: number }
  applies: boolean
  kinetic: Score
  nonKinetic: Score
}

/** Each strand in each province or territory, from assessments made for it; the national ones do not count there. */
export function regionTiles(facts: Snapshot, question: Question, point: Point): RegionTile[] {
  const own = [...facts.records.commitment.values()].filter((it) => it.point === point.id)
  return [...facts.records.region.values()]
    .sort((a, b) => order(a.id, b.id))
    .filter((region) => region.id !== WHOLE_COUNTRY)
    .map((region) => {
      const here = own.filter((it) => appliesIn(it, region.id))
      const of = (track: Track) =>
        scoreOf(
          facts,
          here.filter((it) => it.track === track),
          { lane: question.lane, region: region.id },
          question.asOf,
        )
      return {
        id: region.id,
        name: { en: region.nameEn, ur: region.nameUr },
        tile: region.tile,
        applies: here.length > 0,
        kinetic: of("kinetic"),
        nonKinetic: of("non-kinetic"),
      }
    })
}
