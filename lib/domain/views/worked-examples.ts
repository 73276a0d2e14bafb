import type { Day, Precision } from "@/lib/domain/date"
import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Assessment, Commitment } from "@/lib/domain/records"
import { type Certainty, type Lane, LEVELS, type Level } from "@/lib/domain/scale"
import { commitmentHead, type CommitmentHead, type Text } from "@/lib/domain/views/scope"

/** A published assessment of another commitment of the same type, to measure one's own against. */
export type WorkedExample = {
  commitment: CommitmentHead
  year: number
  level: Level
  effectiveOn: Day
  precision: Precision
  rationale: Text
  certainty: Certainty
  /** How many sources it cites. */
  sources: number
}

/**
 * The best evidenced example at each level, of commitments of the same type in the same lane, never of the commitment
 * itself or one it continues; ascending by level, a level without any left out.
 */
export function workedExamples(facts: Snapshot, record: Commitment, lane: Lane): WorkedExample[] {
  const relatives = new Set([record.id, ...record.continues])
  const candidates = [...facts.records.assessment.values()].filter((it) => {
    const other = facts.records.commitment.get(it.commitment)
    return (
      it.lane === lane &&
      it.level !== null &&
      it.region === null &&
      other?.type === record.type &&
      !relatives.has(other.id) &&
      !other.continues.includes(record.id)
    )
  })
  return LEVELS.flatMap((level) => {
    const [best] = candidates
      .filter((it) => it.level === level)
      .sort((a, b) => worth(facts, b) - worth(facts, a) || order(a.id, b.id))
    return best ? [exampleOf(facts, best, level)] : []
  })
}

const SURE: Record<Certainty, number> = { high: 6, medium: 3, low: 0 }

/** How much there is to learn from an assessment: how sure it is, how well dated and quoted its evidence. */
function worth(facts: Snapshot, { certainty, evidence, rationaleEn }: Assessment): number {
  const cited = evidence.map((each) => {
    const isDated = facts.records.source.get(each.source)?.publishedOn ? 1 : 0
    return (each.bearing === "context" ? 0 : 1) + isDated + (each.quote ? 1 : 0)
  })
  const most = cited.sort((a, b) => b - a).slice(0, 3)
  return SURE[certainty] + most.reduce((sum, each) => sum + each, 0) + (rationaleEn.length > 120 ? 2 : 0)
}

function exampleOf(facts: Snapshot, it: Assessment, level: Level): WorkedExample {
  const commitment = facts.records.commitment.get(it.commitment)!
  return {
    commitment: commitmentHead(facts, commitment),
    year: Number(facts.records.plan.get(commitment.plan)!.adoptedOn.slice(0, 4)),
    level,
    effectiveOn: it.effectiveOn,
    precision: it.precision,
    rationale: { en: it.rationaleEn, ur: it.rationaleUr },
    certainty: it.certainty,
    sources: new Set(it.evidence.map((each) => each.source)).size,
  }
}
