import "server-only"
import { randomBytes } from "node:crypto"
import { ledger } from "@/lib/data/ledger"
import { publish, type Published } from "@/lib/data/publish"
import { settings } from "@/lib/data/settings"
import { dayOf } from "@/lib/domain/date"
import { cellOf, snapshot, standing } from "@/lib/domain/ledger"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import type { RecheckInput } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/**
 * "Nothing changed; this source consulted." Publishes at once: it moves no level, only the last-checked date. Needs
 * an assessment to confirm, and refuses if somebody changed that one after `base`.
 * @throws Refusal `conflict`, `invalid`.
 */
export async function recheck(actor: Actor, input: RecheckInput): Promise<Published> {
  assertCan(actor, "recheck.publish")
  const { id: authorId } = personOf(actor)
  const held = await ledger()
  const base = input.base ?? held.newest
  const { commitment, lane, region, source } = input
  const checkedOn = input.checkedOn ?? dayOf(new Date().toISOString())
  const cell = cellOf({ commitment, lane, region })
  const facts = snapshot(held, held.newest)
  if (!facts.records.commitment.has(commitment)) {
    throw new Refusal("invalid", "There is no such commitment.", { commitment: ["There is no such commitment."] })
  }
  if (!standing(facts, cell, checkedOn)) {
    throw new Refusal("invalid", "There is nothing to confirm yet.", {
      commitment: ["Nobody has assessed this yet: propose an assessment."],
    })
  }
  return publish(actor, "recheck.publish", async (_, newest) => {
    const changed = newest.revisions
      .slice(base)
      .findLast((revision) => revision.entries.some((entry) => entry.key === `assessment/${cell}`))
    if (changed) {
      const detail = { conflicts: [{ key: `assessment/${cell}`, revision: changed.number }] }
      throw new Refusal("conflict", "This assessment changed since you looked at it.", {}, detail)
    }
    const id = `${commitment}-check-${randomBytes(4).toString("hex")}`
    return {
      kind: "re-check",
      reason: { en: "Re-checked; nothing changed.", ur: "دوبارہ جانچا گیا؛ کچھ نہیں بدلا۔" },
      operations: [{ act: "add", kind: "check", record: { id, commitment, lane, region, checkedOn, source } }],
      base,
      proposalId: null,
      authorId,
      publisherId: authorId,
      team: settings().team,
    }
  })
}
