import { type Day, monthsBetween, type Precision } from "@/lib/domain/date"
import { type Cell, cellOf, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Assessment, Source } from "@/lib/domain/records"
import type { Lane } from "@/lib/domain/scale"
import { commitmentHead, type CommitmentHead, pointHead, type PointHead } from "@/lib/domain/views/scope"

/** Where an assessment stands: enough to name it in a list and to open it. */
export type AssessmentHead = {
  id: string
  commitment: CommitmentHead
  plan: string
  year: number
  lane: Lane
  region: string | null
  effectiveOn: Day
  precision: Precision
}

/** What readers of Urdu are given without a checked Urdu text. `inForce`: readers see it today. */
export type Untranslated =
  { kind: "assessment"; at: AssessmentHead; inForce: boolean } | { kind: "point"; at: PointHead }

/**
 * Assessments whose reason has no Urdu, those in force first, and points whose Urdu is our own rendering that nobody
 * has set against an official text.
 */
export function untranslated(facts: Snapshot, today: Day): Untranslated[] {
  const assessments = [...facts.records.assessment.values()]
    .filter((it) => it.rationaleUr === null)
    .map((it) => {
      const inForce = standing(facts, cellOf(it), today)?.id === it.id
      return { kind: "assessment" as const, at: assessmentHead(facts, it), inForce }
    })
    .sort((a, b) => Number(b.inForce) - Number(a.inForce) || order(a.at.id, b.at.id))
  const points = [...facts.records.point.values()]
    .filter((it) => it.textUrIsOurTranslation)
    .sort((a, b) => order(a.id, b.id))
    .map((it) => ({ kind: "point" as const, at: pointHead(facts, it) }))
  return [...assessments.filter((it) => it.inForce), ...points, ...assessments.filter((it) => !it.inForce)]
}

/** A source whose page is gone and of which we hold no copy, with the assessments in force that cite it. */
export type GoneSource = {
  source: Pick<Source, "id" | "publisher" | "title" | "kind" | "publishedOn" | "precision" | "goneOn">
  /** `alone`: nothing else that can still be read supports it. */
  cited: { at: AssessmentHead; alone: boolean }[]
}

/** Sources that nobody can read any more, those that carry an assessment alone first. */
export function goneSources(facts: Snapshot, today: Day): GoneSource[] {
  const gone = [...facts.records.source.values()].filter((it) => it.goneOn !== null && it.copy === null)
  const isGone = new Set(gone.map(({ id }) => id))
  const current = inForce(facts, today)
  const weight = (it: GoneSource) => it.cited.filter(({ alone }) => alone).length
  return gone
    .map(({ id, publisher, title, kind, publishedOn, precision, goneOn }): GoneSource => ({
      source: { id, publisher, title, kind, publishedOn, precision, goneOn },
      cited: current
        .filter((it) => it.evidence.some(({ source }) => source === id))
        .map((it) => ({
          at: assessmentHead(facts, it),
          alone: it.evidence.every(({ source }) => isGone.has(source)),
        })),
    }))
    .sort((a, b) => weight(b) - weight(a) || b.cited.length - a.cited.length || order(a.source.id, b.source.id))
}

/** Evidence older than this is worth looking for news of; unit: months. */
export const OLD_AFTER = 60

/** An assessment in force and the newest day on which anything it cites was published; null if nothing is dated. */
export type EvidenceAge = { at: AssessmentHead; newest: { on: Day; precision: Precision } | null }

/**
 * Assessments in force whose newest evidence is over OLD_AFTER months old, oldest first; those that cite nothing dated
 * come last.
 */
export function oldestEvidence(facts: Snapshot, today: Day): EvidenceAge[] {
  return inForce(facts, today)
    .map((it): EvidenceAge => {
      const dated = it.evidence.flatMap(({ source }) => {
        const { publishedOn, precision } = facts.records.source.get(source)!
        return publishedOn === null ? [] : { on: publishedOn, precision: precision ?? ("day" as const) }
      })
      return { at: assessmentHead(facts, it), newest: dated.sort((a, b) => order(b.on, a.on))[0] ?? null }
    })
    .filter(({ newest }) => newest === null || monthsBetween(newest.on, today) > OLD_AFTER)
    .sort((a, b) => order(a.newest?.on ?? "9", b.newest?.on ?? "9") || order(a.at.id, b.at.id))
}

/** The assessment in force of every cell. */
function inForce(facts: Snapshot, today: Day): Assessment[] {
  return [...facts.assessments.keys()].flatMap((cell: Cell) => standing(facts, cell, today) ?? [])
}

function assessmentHead(facts: Snapshot, it: Assessment): AssessmentHead {
  const record = facts.records.commitment.get(it.commitment)!
  const plan = facts.records.plan.get(record.plan)!
  return {
    id: it.id,
    commitment: commitmentHead(facts, record),
    plan: plan.id,
    year: Number(plan.adoptedOn.slice(0, 4)),
    lane: it.lane,
    region: it.region,
    effectiveOn: it.effectiveOn,
    precision: it.precision,
  }
}
