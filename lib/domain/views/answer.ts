import type { Day } from "@/lib/domain/date"
import { cellOf, type Ledger, snapshot, standing } from "@/lib/domain/ledger"
import type { Imbalance } from "@/lib/domain/indices"
import type { Question } from "@/lib/domain/query"
import type { Certainty, Lane, Level, Track, UnratedReason } from "@/lib/domain/scale"
import { commitmentsInScope, imbalanceOf, type Tracks, tracksOf } from "@/lib/domain/views/scope"

/** The shape of an answer. A later shape gets a number of its own and leaves this one as it is: digests rest on it. */
export const ANSWER_FORMAT = 1

/**
 * The numbers of a question and what they rest on, without a word of how a screen looks: what a frozen link, and a
 * citation, promise to keep. Commitments in the order of their ids; evidence as ids of sources.
 */
export type Answer = {
  format: typeof ANSWER_FORMAT
  plan: string
  asOf: Day
  known: number
  lane: Lane
  track: Track | null
  region: string | null
  points: number[] | null
  tracks: Tracks
  imbalance: Imbalance
  commitments: {
    id: string
    level: Level | null
    unratedReason: UnratedReason | null
    effectiveOn: Day | null
    certainty: Certainty | null
    evidence: string[]
  }[]
}

/** The answer to a question; its canonical text is what a digest is taken of. */
export function answerOf(ledger: Ledger, question: Question): Answer {
  const { plan, asOf, known, lane, track, region, points } = question
  const facts = snapshot(ledger, known)
  const commitments = commitmentsInScope(facts, question)
  const tracks = tracksOf(facts, commitments, { lane, region }, asOf)
  return {
    format: ANSWER_FORMAT,
    ...{ plan, asOf, known: facts.revision, lane, track, region, points },
    tracks,
    imbalance: imbalanceOf(tracks),
    commitments: commitments
      .map(({ id }) => {
        const found = standing(facts, cellOf({ commitment: id, lane, region }), asOf)
        return {
          id,
          level: found?.level ?? null,
          unratedReason: found?.unratedReason ?? null,
          effectiveOn: found?.effectiveOn ?? null,
          certainty: found?.certainty ?? null,
          evidence: found?.evidence.map(({ source }) => source) ?? [],
        }
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
