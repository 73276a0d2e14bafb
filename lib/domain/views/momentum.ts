import type { Imbalance } from "@/lib/domain/indices"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { compositionsOf, type YearComposition } from "@/lib/domain/views/momentum/composition"
import { type Leads, leadsOf } from "@/lib/domain/views/momentum/leads"
import { type Promises, promisesOf } from "@/lib/domain/views/momentum/promises"
import { type Provinces, provincesOf } from "@/lib/domain/views/momentum/provinces"
import { type StaleHeadline, staleHeadlines } from "@/lib/domain/views/momentum/staleness"
import { stepsOf, type StepTotals, stepTotals, type YearSteps } from "@/lib/domain/views/momentum/steps"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope, imbalanceOf, type Tracks, tracksOf } from "@/lib/domain/views/scope"
import { type Momentum, momentumOf } from "@/lib/domain/views/series"

/** What moved, how fast, and what the headline stands on. Every part answers the same question as the overview. */
export type MomentumView = Frame & {
  tracks: Tracks
  imbalance: Imbalance
  momentum: Momentum
  steps: YearSteps[]
  totals: StepTotals[]
  compositions: YearComposition[]
  stale: StaleHeadline[]
  promises: Promises
  leads: Leads
  provinces: Provinces
}

export function momentumView(ledger: Ledger, question: Question): MomentumView {
  const facts = snapshot(ledger, question.known)
  const { adoptedOn } = facts.records.plan.get(question.plan)!
  const commitments = commitmentsInScope(facts, question)
  const { lane, region, asOf, track } = question
  const reading = { lane, region }
  const tracks = tracksOf(facts, commitments, reading, asOf)
  const isAsked = (it: { track: string }) => track === null || it.track === track
  const steps = stepsOf(facts, commitments, reading, adoptedOn, asOf).filter(isAsked)
  return {
    ...frameOf(ledger, facts, question, commitments),
    tracks,
    imbalance: imbalanceOf(tracks),
    momentum: momentumOf(facts, commitments, reading, tracks, asOf),
    steps,
    totals: stepTotals(steps),
    compositions: compositionsOf(facts, commitments, reading, adoptedOn, asOf).filter(isAsked),
    stale: staleHeadlines(facts, commitments, reading, asOf),
    promises: promisesOf(facts, commitments, reading, question),
    leads: leadsOf(facts, commitments, reading, asOf),
    provinces: provincesOf(facts, question),
  }
}
