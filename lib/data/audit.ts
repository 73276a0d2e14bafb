import "server-only"
import { ledger } from "@/lib/data/ledger"
import { read } from "@/lib/data/write"
import { type AuditFilter, type AuditItem, OPERATOR } from "@/lib/domain/audit"
import { addDays, startOfDay } from "@/lib/domain/date"
import { type Actor, assertCan } from "@/lib/domain/policy"
import type { Revision } from "@/lib/domain/ledger"
import { Refusal } from "@/lib/domain/refusal"

/**
 * Entries of the audit, newest first, at most `limit` of those before `cursor` (an entry's id). `next` is the cursor
 * of the following page, null on the last. Names people; never their addresses.
 * @throws Refusal `forbidden`, `invalid` for a cursor that is none.
 */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<{ items: AuditItem[]; next: string | null }> {
  assertCan(actor, "audit.read")
  if (cursor !== null && !/^\d{1,18}$/.test(cursor)) {
    throw new Refusal("invalid", "There is no such place in the list.", { cursor: ["There is no such place."] })
  }
  return read(async (tx) => {
    const rows = await tx.auditEntry.findMany({
      where: { ...whereOf(filter), ...(cursor !== null && { id: { lt: BigInt(cursor) } }) },
      orderBy: { id: "desc" },
      take: limit + 1,
    })
    const shown = rows.slice(0, limit)
    const ids = [...new Set(shown.flatMap((row) => row.actorId ?? []))]
    const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    const names = new Map(people.map(({ id, name }) => [id, name]))
    const items = shown.map(({ id, at, actorId, action, subject, detail }) => ({
      id: String(id),
      at: at.toISOString(),
      who: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? "" },
      action,
      subject,
      detail: detail as AuditItem["detail"],
    }))
    return { items, next: rows.length > limit ? items.at(-1)!.id : null }
  })
}

function whereOf({ who, action, subject, from, to }: AuditFilter) {
  return {
    ...(who !== null && { actorId: who === OPERATOR ? null : who }),
    ...(action !== null && { action: action.includes(".") ? action : { startsWith: `${action}.` } }),
    ...(subject !== null && { subject: { startsWith: subject } }),
    ...((from !== null || to !== null) && {
      at: { ...(from !== null && { gte: startOfDay(from) }), ...(to !== null && { lt: startOfDay(addDays(to, 1)) }) },
    }),
  }
}

/** What the audit can be narrowed by: everybody who ever signed in, and the actions there are. */
export async function auditChoices(
  actor: Actor,
): Promise<{ people: { id: string; name: string }[]; actions: string[] }> {
  assertCan(actor, "audit.read")
  return read(async (tx) => {
    const people = await tx.user.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } })
    const actions = await tx.auditEntry.findMany({
      distinct: ["action"],
      orderBy: { action: "asc" },
      select: { action: true },
    })
    return { people, actions: actions.map(({ action }) => action) }
  })
}

/** A revision with whom it came from. Null: nobody in particular, as of the starting data. */
export type SignedRevision = Revision & { author: string | null; publisher: string | null; proposal: string | null }

/** The newest revisions up to one, `limit` of them, newest first, with the names behind them. For editors only. */
export async function listRevisions(actor: Actor, upTo: number | null, limit: number): Promise<SignedRevision[]> {
  assertCan(actor, "proposal.write")
  const { revisions, newest } = await ledger()
  const last = Math.min(upTo ?? newest, newest)
  const shown = revisions.slice(Math.max(0, last - limit), last).reverse()
  return read(async (tx) => {
    const rows = await tx.revision.findMany({
      where: { number: { in: shown.map(({ number }) => number) } },
      select: { number: true, authorId: true, publisherId: true, proposalId: true },
    })
    const ids = [...new Set(rows.flatMap((row) => [row.authorId ?? [], row.publisherId ?? []].flat()))]
    const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    const name = (id: string | null | undefined) => people.find((person) => person.id === id)?.name ?? null
    const signed = new Map(rows.map((row) => [row.number, row]))
    return shown.map((revision) => {
      const row = signed.get(revision.number)
      return {
        ...revision,
        author: name(row?.authorId),
        publisher: name(row?.publisherId),
        proposal: row?.proposalId ?? null,
      }
    })
  })
}
