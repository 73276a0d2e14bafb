import type { PointView, SourceView } from "@/lib/domain/views/point"

/** Every source this page names in full, by id. */
export type KnownSources = Map<string, SourceView>

export function knownSources(view: PointView): KnownSources {
  const cited = view.strands.flatMap((strand) =>
    strand.commitments.flatMap((commitment) =>
      Object.values(commitment.lanes).flatMap((lane) =>
        lane.history.flatMap((assessment) => assessment.evidence.map((item) => item.source)),
      ),
    ),
  )
  return new Map(
    [...cited, ...view.cited, ...view.ratings.map((rating) => rating.source), ...view.sources].map((it) => [it.id, it]),
  )
}
