import { type Clash, type ClashView, keysOf } from "@/lib/domain/conflict"
import type { Day } from "@/lib/domain/date"
import { cellOf, type Ledger, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import { idOf, type Operation, type Proposal } from "@/lib/domain/proposal"
import type { Assessment, Kind } from "@/lib/domain/records"

/** A record of any kind, field by field. */
export type Fields = Record<string, unknown>

/**
 * One step of a proposal beside what it touches. `before` is what stands now: the record itself, or for a new
 * assessment the one in force on its day; null where there was nothing. `after` is null for a withdrawal.
 */
export type StepView = { operation: Operation; kind: Kind; id: string; before: Fields | null; after: Fields | null }

/** The steps of a proposal against a snapshot. */
export function stepsOf(facts: Snapshot, operations: readonly Operation[]): StepView[] {
  return operations.map((operation) => ({
    operation,
    kind: operation.kind,
    id: idOf(operation),
    before: touchedBy(facts, operation),
    after: operation.act === "withdraw" ? null : (operation.record as Fields),
  }))
}

function touchedBy(facts: Snapshot, operation: Operation): Fields | null {
  const own = facts.records[operation.kind].get(idOf(operation)) as Fields | undefined
  if (own) return own
  if (operation.kind !== "assessment" || operation.act !== "add") return null
  return standing(facts, cellOf(operation.record), operation.record.effectiveOn) as Fields | null
}

/** The clashing steps of a proposal, each with the three versions; `at` is the step's place in the proposal. */
export function clashesOf(
  held: Ledger,
  proposal: Pick<Proposal, "operations" | "base">,
  found: readonly Clash[],
  today: Day,
): ClashView[] {
  const before = snapshot(held, proposal.base)
  const now = snapshot(held, held.newest)
  return proposal.operations.flatMap((operation, at) => {
    const keys = keysOf(operation, held, proposal.base)
    const clash = found.find(({ key }) => keys.includes(key))
    if (!clash) return []
    const cell = cellFor(operation, before)
    const own = (facts: Snapshot) => facts.records[operation.kind].get(idOf(operation)) as Fields | undefined
    const inForce = (facts: Snapshot) => (cell ? (standing(facts, cell, today) as Fields | null) : null)
    const beside = publishedBeside(held, now, operation, clash)
    return [
      {
        at,
        kind: operation.kind,
        id: idOf(operation),
        act: operation.act,
        there: own(now) !== undefined,
        revision: clash.revision,
        publishedAt: held.revisions[clash.revision - 1]!.publishedAt,
        base: own(before) ?? inForce(before),
        theirs: own(now) ?? (operation.act === "add" ? (beside ?? inForce(now)) : null),
        beside: operation.act === "add" ? null : beside,
        yours: operation.act === "withdraw" ? null : (operation.record as Fields),
      },
    ]
  })
}

/** Another record that the clashing revision published under the same key and that stands now. */
function publishedBeside(held: Ledger, now: Snapshot, operation: Operation, clash: Clash): Fields | null {
  const entry = held.revisions[clash.revision - 1]!.entries.findLast(
    (it) => it.key === clash.key && it.act !== "withdraw" && it.id !== idOf(operation),
  )
  return (entry && (now.records[entry.kind].get(entry.id) as Fields | undefined)) ?? null
}

function cellFor(operation: Operation, before: Snapshot) {
  if (operation.kind !== "assessment") return null
  const record: Assessment | undefined =
    operation.act === "withdraw" ? before.records.assessment.get(operation.id) : operation.record
  return record ? cellOf(record) : null
}
