import { type Day, monthsBetween, type Precision } from "@/lib/domain/date"
import { cellOf, lastChecked, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Certainty, Lane, Level, UnratedReason } from "@/lib/domain/scale"
import { commitmentHead, type CommitmentHead, type Text } from "@/lib/domain/views/scope"

/** A level not looked at for longer than this is stale; unit: months. */
export const STALE_AFTER = 24

/** How much a fresh look would matter: 1, plus 1 for a lead commitment, plus 1 where little is certain. */
export type Weight = 1 | 2 | 3

/**
 * One commitment of the morning queue, whole territory. `months` since it was last checked, or since the
 * plan's adoption where it never was (`checkedOn` null). `urgency` = months × weight.
 */
export type QueueRow = {
  commitment: CommitmentHead
  pointTitle: Text
  plan: string
  year: number
  lead: boolean
  standing: {
    level: Level | null
    unratedReason: UnratedReason | null
    effectiveOn: Day
    precision: Precision
    certainty: Certainty
    rationale: Text
  } | null
  checkedOn: Day | null
  months: number
  weight: Weight
  urgency: number
}

/**
 * What could use an editor today: every commitment of every plan in one lane, the most stale times the
 * most important first. Little is certain where nobody has rated it, it cannot be rated, or certainty is low.
 */
export function queueOf(facts: Snapshot, lane: Lane, today: Day): QueueRow[] {
  return [...facts.records.commitment.values()]
    .map((record): QueueRow => {
      const cell = cellOf({ commitment: record.id, lane, region: null })
      const found = standing(facts, cell, today)
      const checkedOn = lastChecked(facts, cell, today)
      const plan = facts.records.plan.get(record.plan)!
      const point = facts.records.point.get(record.point)!
      const months = monthsBetween(checkedOn ?? plan.adoptedOn, today)
      const isUncertain = found === null || found.level === null || found.certainty === "low"
      const weight = (1 + Number(record.lead) + Number(isUncertain)) as Weight
      return {
        commitment: commitmentHead(facts, record),
        pointTitle: { en: point.titleEn, ur: point.titleUr },
        plan: plan.id,
        year: Number(plan.adoptedOn.slice(0, 4)),
        lead: record.lead,
        standing: found && {
          level: found.level,
          unratedReason: found.unratedReason,
          effectiveOn: found.effectiveOn,
          precision: found.precision,
          certainty: found.certainty,
          rationale: { en: found.rationaleEn, ur: found.rationaleUr },
        },
        checkedOn,
        months,
        weight,
        urgency: months * weight,
      }
    })
    .sort((a, b) => b.urgency - a.urgency || b.months - a.months || order(a.commitment.id, b.commitment.id))
}

export const isStale = (row: Pick<QueueRow, "months">) => row.months > STALE_AFTER
