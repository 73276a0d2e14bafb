import type { Snapshot } from "@/lib/domain/ledger"
import type { Actor, Remit } from "@/lib/domain/policy"
import { type Operation, withOperations } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import type { Track } from "@/lib/domain/scale"

/** What a record belongs to, as far as it belongs to anything: a source or an event is everybody's. */
type Belonging = { plan: string | null; track: Track | null }

/** Refuses steps outside the plans and tracks a person is limited to. @throws Refusal `forbidden`. */
export function assertRemit(actor: Actor, operations: readonly Operation[], facts: Snapshot): void {
  const remit = actor.kind === "person" ? (actor.remit ?? null) : null
  if (remit === null) return
  const after = withOperations(facts, operations)
  const outside = operations.some((operation) =>
    // A change that moves a record needs both places to be within.
    [facts, after].some((side) => !isWithin(remit, belonging(operation, side))),
  )
  if (outside) throw outsideRemit()
}

export const outsideRemit = () =>
  new Refusal("forbidden", "This lies outside the plans and tracks you work on.", {}, { reason: "outside-remit" })

export function isWithin(remit: Remit | null, { plan, track }: Belonging): boolean {
  if (remit === null) return true
  if (plan !== null && remit.plans !== null && !remit.plans.includes(plan)) return false
  return track === null || remit.tracks === null || remit.tracks.includes(track)
}

function belonging(operation: Operation, facts: Snapshot): Belonging {
  const id = operation.act === "withdraw" ? operation.id : operation.record.id
  const record = facts.records[operation.kind].get(id) as Record<string, unknown> | undefined
  if (!record) return { plan: null, track: null }
  if (operation.kind === "commitment") return { plan: String(record.plan), track: record.track as Track }
  if ("commitment" in record) {
    const commitment = facts.records.commitment.get(String(record.commitment))
    return { plan: commitment?.plan ?? null, track: commitment?.track ?? null }
  }
  if (operation.kind === "plan") return { plan: id, track: null }
  return { plan: typeof record.plan === "string" ? record.plan : null, track: null }
}
