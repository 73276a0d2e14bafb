import "server-only"
import { randomBytes } from "node:crypto"
import { ledger } from "@/lib/data/ledger"
import { publish, type Published } from "@/lib/data/publish"
import { settings } from "@/lib/data/settings"
import { touchedSince } from "@/lib/domain/conflict"
import { dayOf } from "@/lib/domain/date"
import { cellOf, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import type { BulkRecheckInput, Operation, RecheckInput } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { assertRemit } from "@/lib/domain/remit"

/**
 * "Nothing changed; this source consulted." Publishes at once: it moves no level, only the last-checked date. Needs
 * an assessment to confirm, and refuses if somebody changed that one after `base`. A source the library lacks is
 * added in the same revision.
 * @throws Refusal `conflict`, `invalid`, `forbidden` outside one's remit.
 */
export async function recheck(actor: Actor, { commitment, ...input }: RecheckInput): Promise<Published> {
  return confirm(actor, [commitment], input, "commitment")
}

/**
 * The same of several commitments by one source, as one revision: all of them or none. A conflict names those that
 * somebody changed since `base`, so that one may go on without them.
 * @throws Refusal as `recheck` does, with the messages at "commitments.0", "commitments.1", …
 */
export async function recheckAll(actor: Actor, { commitments, ...input }: BulkRecheckInput): Promise<Published> {
  return confirm(actor, commitments, input, "commitments")
}

async function confirm(
  actor: Actor,
  commitments: string[],
  input: Omit<RecheckInput, "commitment">,
  field: "commitment" | "commitments",
): Promise<Published> {
  assertCan(actor, "recheck.publish")
  const { id: authorId } = personOf(actor)
  const { lane, region, newSource } = input
  const held = await ledger()
  const base = input.base ?? held.newest
  const facts = snapshot(held, held.newest)
  const checkedOn = input.checkedOn ?? dayOf(new Date().toISOString())
  const cells = commitments.map((commitment) => cellOf({ commitment, lane, region }))
  assertConfirmable(facts, commitments, (at) => standing(facts, cells[at]!, checkedOn) !== null, field)

  const source = input.source ?? `source-${randomName()}`
  const operations: Operation[] = commitments.map((commitment) => {
    const record = { id: `${commitment}-check-${randomName()}`, commitment, lane, region, checkedOn, source }
    return { act: "add", kind: "check", record }
  })
  if (newSource) {
    operations.unshift({ act: "add", kind: "source", record: { id: source, ...newSource, copy: null, goneOn: null } })
  }
  assertRemit(actor, operations, facts)
  return publish(actor, "recheck.publish", async (_, newest) => {
    const keys = cells.map((cell) => `assessment/${cell}`)
    const conflicts = touchedSince(newest, keys, base)
    if (conflicts.length > 0) {
      throw new Refusal("conflict", "This assessment changed since you looked at it.", {}, { conflicts })
    }
    return {
      kind: "re-check",
      reason: { en: "Re-checked; nothing changed.", ur: "دوبارہ جانچ ہوئی؛ کچھ نہیں بدلا۔" },
      operations,
      base,
      proposalId: null,
      authorId,
      publisherId: authorId,
      team: settings().team,
    }
  })
}

/** @throws Refusal `invalid` naming each commitment that does not exist or that nobody has assessed yet. */
function assertConfirmable(
  facts: Snapshot,
  commitments: string[],
  isAssessed: (at: number) => boolean,
  field: "commitment" | "commitments",
): void {
  const fields: Record<string, string[]> = {}
  commitments.forEach((id, at) => {
    const name = field === "commitment" ? field : `${field}.${at}`
    if (!facts.records.commitment.has(id)) fields[name] = ["There is no such commitment."]
    else if (!isAssessed(at)) fields[name] = ["Nobody has assessed this yet: propose an assessment."]
  })
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "There is nothing to confirm yet.", fields)
}

const randomName = () => randomBytes(4).toString("hex")
