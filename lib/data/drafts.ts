import "server-only"
import { randomUUID } from "node:crypto"
import { read, write } from "@/lib/data/write"
import { type DraftInput, type DraftPatch, type KeptDraft, MOST_DRAFTS } from "@/lib/domain/form/draft"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Prisma } from "@/prisma/generated/client"

/** A draft with what was typed. */
export type DraftWithContent = KeptDraft & { content: Record<string, unknown> }

/** Keeps what somebody is writing. @throws Refusal `too_many` beyond 200 drafts of one person. */
export async function createDraft(actor: Actor, { form, title, content }: DraftInput): Promise<KeptDraft> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  const id = randomUUID()
  return write(actor, "proposal.write", async (tx) => {
    if ((await tx.draft.count({ where: { authorId } })) >= MOST_DRAFTS) {
      throw new Refusal("too_many", "You keep too many drafts; discard some first.")
    }
    const row = await tx.draft.create({
      data: { id, authorId, form, title, content: content as Prisma.InputJsonObject },
    })
    return { value: shown(row), audit: audit("draft.create", id, form) }
  })
}

/**
 * Keeps what has been typed since. @throws Refusal `conflict` when it was changed elsewhere since that version,
 * `not_found` for nobody's and other people's.
 */
export async function changeDraft(
  actor: Actor,
  id: string,
  { version, title, content }: DraftPatch,
): Promise<KeptDraft> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  return write(actor, "proposal.write", async (tx) => {
    const { count } = await tx.draft.updateMany({
      where: { id, authorId, version },
      data: {
        ...(title !== undefined && { title }),
        ...(content !== undefined && { content: content as Prisma.InputJsonObject }),
        version: { increment: 1 },
        updatedAt: new Date(),
      },
    })
    const row = await tx.draft.findFirst({ where: { id, authorId } })
    if (!row) throw missing()
    if (count === 0) {
      throw new Refusal("conflict", "The draft has changed since you opened it.", {}, { version: row.version })
    }
    return { value: shown(row), audit: audit("draft.change", id, row.form) }
  })
}

/** Throws one's own draft away. @throws Refusal `not_found`. */
export async function deleteDraft(actor: Actor, id: string): Promise<void> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  await write(actor, "proposal.write", async (tx) => {
    const row = await tx.draft.findFirst({ where: { id, authorId } })
    if (!row) throw missing()
    await tx.draft.delete({ where: { id } })
    return { value: null, audit: audit("draft.delete", id, row.form) }
  })
}

/** One's own drafts without their content, newest change first. */
export async function listDrafts(actor: Actor): Promise<KeptDraft[]> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  return read(async (tx) =>
    (await tx.draft.findMany({ where: { authorId }, omit: { content: true }, orderBy: { updatedAt: "desc" } })).map(
      shown,
    ),
  )
}

/** One's own draft. @throws Refusal `not_found`. */
export async function findDraft(actor: Actor, id: string): Promise<DraftWithContent> {
  const found = await firstDraft(actor, { id })
  if (!found) throw missing()
  return found
}

/** One's own newest draft of a form, or null. */
export const draftOfForm = (actor: Actor, form: string): Promise<DraftWithContent | null> => firstDraft(actor, { form })

async function firstDraft(actor: Actor, where: { id: string } | { form: string }): Promise<DraftWithContent | null> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  const row = await read((tx) => tx.draft.findFirst({ where: { ...where, authorId }, orderBy: { updatedAt: "desc" } }))
  return row && { ...shown(row), content: row.content as Record<string, unknown> }
}

type Row = { id: string; version: number; form: string; title: string; createdAt: Date; updatedAt: Date }
const shown = ({ id, version, form, title, createdAt, updatedAt }: Row): KeptDraft => ({
  id,
  version,
  form,
  title,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})

const missing = () => new Refusal("not_found", "There is no such draft.")
const audit = (action: string, id: string, form: string) => ({ action, subject: `draft:${id}`, detail: { form } })
