import "server-only"
import { randomUUID } from "node:crypto"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { read, write } from "@/lib/data/write"
import type { InternalEvidence, InternalEvidenceInput } from "@/lib/domain/internal-evidence"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, can, personOf } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { isWithin, outsideRemit } from "@/lib/domain/remit"

/** What is kept of a commitment for the team alone, oldest first. It never enters the ledger. */
export async function listInternalEvidence(actor: Actor, commitment: string): Promise<InternalEvidence[]> {
  assertCan(actor, "evidence.internal")
  return read((tx) => listed(tx, actor, { commitment, removedAt: null }))
}

/**
 * Adds evidence that must not be published. It may rest on an uploaded copy, which then is the team's too.
 * @throws Refusal `invalid` for an unknown commitment or copy, `forbidden` outside the person's remit.
 */
export async function addInternalEvidence(actor: Actor, input: InternalEvidenceInput): Promise<InternalEvidence> {
  assertCan(actor, "evidence.internal")
  const { id: authorId } = personOf(actor)
  const held = await ledger()
  const commitment = snapshot(held, held.newest).records.commitment.get(input.commitment)
  if (!commitment) throw invalid("commitment", "There is no such commitment.")
  const remit = actor.kind === "person" ? (actor.remit ?? null) : null
  if (!isWithin(remit, { plan: commitment.plan, track: commitment.track })) throw outsideRemit()
  const id = randomUUID()
  const { title, publisher = null, url = null, note, copy: copySha256 = null } = input
  return write(actor, "evidence.internal", async (tx) => {
    if (copySha256 !== null && (await tx.copy.count({ where: { sha256: copySha256 } })) === 0) {
      throw invalid("copy", "There is no such archived copy; upload it first.")
    }
    await tx.internalEvidence.create({
      data: { id, commitment: commitment.id, title, publisher, url, note, copySha256, authorId },
    })
    const [value] = await listed(tx, actor, { id })
    return {
      value: value!,
      audit: {
        action: "internal-evidence.add",
        subject: `internal-evidence:${id}`,
        detail: { commitment: commitment.id },
      },
    }
  })
}

/** Takes it out of every list; whoever added it may, and whoever may review. @throws Refusal `not_found`, `forbidden`. */
export async function removeInternalEvidence(actor: Actor, id: string): Promise<void> {
  const { id: reader } = personOf(actor)
  await write(actor, "evidence.internal", async (tx) => {
    const row = await tx.internalEvidence.findFirst({ where: { id, removedAt: null } })
    if (!row) throw new Refusal("not_found", "There is no such evidence.")
    if (row.authorId !== reader) assertCan(actor, "proposal.review")
    await tx.internalEvidence.update({
      where: { id },
      data: { removedAt: new Date(), version: { increment: 1 } },
    })
    return {
      value: undefined,
      audit: {
        action: "internal-evidence.remove",
        subject: `internal-evidence:${id}`,
        detail: { commitment: row.commitment },
      },
    }
  })
}

async function listed(
  tx: Tx,
  actor: Actor,
  where: { id: string } | { commitment: string; removedAt: null },
): Promise<InternalEvidence[]> {
  const rows = await tx.internalEvidence.findMany({ where, orderBy: { createdAt: "asc" } })
  const people = await tx.user.findMany({
    where: { id: { in: rows.map((row) => row.authorId) } },
    select: { id: true, name: true },
  })
  const copies = await tx.copy.findMany({
    where: { sha256: { in: rows.flatMap((row) => row.copySha256 ?? []) } },
    select: { sha256: true, mediaType: true, size: true },
  })
  const isReviewer = can(actor, "proposal.review")
  return rows.map((row) => ({
    id: row.id,
    commitment: row.commitment,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    note: row.note,
    copy: copies.find((copy) => copy.sha256 === row.copySha256) ?? null,
    author: people.find((person) => person.id === row.authorId)?.name ?? "",
    addedAt: row.createdAt.toISOString(),
    mayRemove: isReviewer || (actor.kind === "person" && actor.id === row.authorId),
  }))
}

const invalid = (field: string, message: string) => new Refusal("invalid", message, { [field]: [message] })
