import "server-only"
import { randomUUID } from "node:crypto"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { findProposal } from "@/lib/data/proposal-list"
import { audited, missing, moved } from "@/lib/data/proposal-step"
import { read, write } from "@/lib/data/write"
import {
  type BlindCoding,
  type BlindInput,
  type BlindStep,
  blindSteps,
  codableSteps,
  secondCodings,
} from "@/lib/domain/coding"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, assertSecondPerson, can, personOf } from "@/lib/domain/policy"
import type { Operation, ProposalBrief } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { assertRemit } from "@/lib/domain/remit"
import type { Certainty, Level, UnratedReason } from "@/lib/domain/scale"

/** What a reviewer is shown before coding blind. `title` and every other word of the author's stays out. */
export type BlindTask = { id: string; version: number; steps: BlindStep[] }

/**
 * What there is to code blind in a submitted proposal, without anything that the author judged.
 * @throws Refusal `not_found`; `forbidden` to its author; `conflict` once it has left review or this person has judged
 * or coded it, for then it would not be blind.
 */
export async function blindTask(actor: Actor, id: string): Promise<BlindTask> {
  assertCan(actor, "proposal.review")
  const { id: coderId } = personOf(actor)
  const held = await ledger()
  const { version, operations, base } = await read((tx) => codable(tx, id, coderId))
  assertRemit(actor, operations, snapshot(held, base))
  return { id, version, steps: blindSteps(snapshot(held, held.newest), operations) }
}

/**
 * Keeps a reviewer's blind codings of one version, in one go: what was given once is never changed.
 * @throws Refusal as blindTask; `invalid` for a step that is none or cannot be coded.
 */
export async function codeBlind(actor: Actor, id: string, { version, codings }: BlindInput): Promise<BlindCoding[]> {
  assertCan(actor, "proposal.review")
  const { id: coderId } = personOf(actor)
  const held = await ledger()
  await write(actor, "proposal.review", async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Proposal" WHERE id = ${id} FOR UPDATE`
    const row = await codable(tx, id, coderId)
    if (row.version !== version) throw moved({ version: row.version, status: "submitted" })
    assertRemit(actor, row.operations, snapshot(held, row.base))
    assertCodable(row.operations, codings)
    await tx.blindCoding.createMany({
      data: codings.map((coding) => ({ ...coding, id: randomUUID(), proposalId: id, version, coderId })),
    })
    return audited("proposal.code-blind", id)
  })
  return codingsOf(actor, id)
}

/** Every blind coding of a proposal, oldest first; for whoever may see the proposal with the author's level anyway. */
export async function codingsOf(actor: Actor, id: string): Promise<BlindCoding[]> {
  await findProposal(actor, id)
  return read(async (tx) => {
    const rows = await tx.blindCoding.findMany({ where: { proposalId: id }, orderBy: [{ at: "asc" }, { step: "asc" }] })
    const people = await tx.user.findMany({
      where: { id: { in: rows.map((row) => row.coderId) } },
      select: { id: true, name: true },
    })
    return rows.map((row) => ({
      ...codingOf(row),
      version: row.version,
      coder: people.find(({ id: coder }) => coder === row.coderId)?.name ?? "",
      at: row.at.toISOString(),
    }))
  })
}

/** Which of these waiting proposals the reader can still code blind: the ids, for lists. */
export async function blindlyCodable(actor: Actor, proposals: readonly ProposalBrief[]): Promise<Set<string>> {
  if (!can(actor, "proposal.review")) return new Set()
  const { id: coderId } = personOf(actor)
  const open = proposals.filter((it) => !it.mine && it.status === "submitted" && codableSteps(it.named).length > 0)
  const seen = await read((tx) => judgedBy(tx, coderId, open.map((it) => it.id))) // prettier-ignore
  return new Set(open.flatMap((it) => (seen.has(it.id) ? [] : [it.id])))
}

/** The blind codings of exactly this version as operations, to be published in the same revision. */
export async function codingsToPublish(
  tx: Tx,
  { id, version, operations }: { id: string; version: number; operations: Operation[] },
): Promise<Operation[]> {
  const rows = await tx.blindCoding.findMany({
    where: { proposalId: id, version },
    orderBy: [{ step: "asc" }, { at: "asc" }],
  })
  return secondCodings(
    operations,
    rows.map((row) => ({ ...codingOf(row), name: row.id.replaceAll("-", "").slice(0, 12) })),
  )
}

/** The proposal, if this person can still code it without having seen what its author thinks. */
async function codable(tx: Tx, id: string, coderId: string) {
  const row = await tx.proposal.findUnique({ where: { id } })
  if (!row || (row.status === "draft" && row.authorId !== coderId)) throw missing()
  // Whoever wrote it has seen it, also where one person may publish alone.
  assertSecondPerson("two-person", row.authorId, coderId)
  if (row.status !== "submitted") throw moved(row)
  if ((await judgedBy(tx, coderId, [id])).size > 0) {
    throw new Refusal("conflict", "You have judged this proposal already.", {}, { reason: "not-blind" })
  }
  return { version: row.version, base: row.base, operations: row.operations as Operation[] }
}

/** Those of these proposals, in whatever version, on which this person gave a verdict or a coding. */
async function judgedBy(tx: Tx, personId: string, ids: string[]): Promise<Set<string>> {
  const where = { proposalId: { in: ids } }
  const [reviews, codings] = await Promise.all([
    tx.review.findMany({ where: { ...where, reviewerId: personId }, select: { proposalId: true } }),
    tx.blindCoding.findMany({ where: { ...where, coderId: personId }, select: { proposalId: true } }),
  ])
  return new Set([...reviews, ...codings].map(({ proposalId }) => proposalId))
}

function assertCodable(operations: Operation[], codings: BlindInput["codings"]): void {
  const steps = new Set(codableSteps(operations))
  const fields: Record<string, string[]> = {}
  const seen = new Set<number>()
  codings.forEach(({ step }, at) => {
    if (!steps.has(step)) fields[`codings.${at}.step`] = ["This step is no assessment to be coded."]
    if (seen.has(step)) fields[`codings.${at}.step`] = ["This step is coded twice."]
    seen.add(step)
  })
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "Some of these codings fit no step.", fields)
}

type Row = { step: number; level: number | null; unratedReason: string | null; certainty: string; reason: string }
const codingOf = ({ step, level, unratedReason, certainty, reason }: Row) => ({
  step,
  level: level as Level | null,
  unratedReason: unratedReason as UnratedReason | null,
  certainty: certainty as Certainty,
  reason,
})
