import "server-only"
import type { Tx } from "@/lib/data/db"
import { read, write } from "@/lib/data/write"
import type { Notice, NoticeKind, NoticeSettings, NoticesRead } from "@/lib/domain/notice"
import { NOTICES_PER_PAGE } from "@/lib/domain/notice"
import { type Actor, assertCan, personOf, POLICY } from "@/lib/domain/policy"

/** What a notice is about: "proposal:…", "assignment:…", and words that name things, never secrets. */
export type About = { subject: string; detail?: Record<string, string | number | null> }

/** Leaves a notice for each of these people, in the transaction of the act itself; nobody is told twice or of nothing. */
export async function notify(tx: Tx, people: readonly string[], kind: NoticeKind, about: About): Promise<void> {
  const { subject, detail = {} } = about
  const data = [...new Set(people)].map((personId) => ({ personId, kind, subject, detail }))
  if (data.length > 0) await tx.notice.createMany({ data })
}

/** Everybody who may review, but not this person: whom a submitted proposal asks when its author names nobody. */
export async function reviewersBut(tx: Tx, personId: string): Promise<string[]> {
  const roles = [...POLICY["proposal.review"]]
  const people = await tx.user.findMany({
    where: { role: { in: roles }, disabledAt: null, id: { not: personId } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}

/** How many of one's own notices one has not read yet. */
export async function unreadNotices(actor: Actor): Promise<number> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  return read((tx) => tx.notice.count({ where: { personId: id, readAt: null } }))
}

/** A page of one's own notices, newest first. `next` goes in as `before` for the page after; null on the last. */
export async function listNotices(
  actor: Actor,
  { unread = false, before = null }: { unread?: boolean; before?: string | null } = {},
): Promise<{ items: Notice[]; next: string | null }> {
  assertCan(actor, "self.manage")
  const { id: personId } = personOf(actor)
  const rows = await read((tx) =>
    tx.notice.findMany({
      where: { personId, ...(unread && { readAt: null }), ...(before !== null && { id: { lt: BigInt(before) } }) },
      orderBy: { id: "desc" },
      take: NOTICES_PER_PAGE + 1,
    }),
  )
  const items = rows.slice(0, NOTICES_PER_PAGE).map(noticeOf)
  return { items, next: rows.length > items.length ? items.at(-1)!.id : null }
}

/** Marks one's own notices as read; what is read already, and what is somebody else's, stays as it is. */
export async function markRead(actor: Actor, which: NoticesRead): Promise<{ unread: number }> {
  assertCan(actor, "self.manage")
  const { id: personId } = personOf(actor)
  const ids = "ids" in which ? { id: { in: which.ids.map(BigInt) } } : {}
  return write(actor, "self.manage", async (tx) => {
    const { count } = await tx.notice.updateMany({
      where: { personId, readAt: null, ...ids },
      data: { readAt: new Date() },
    })
    const unread = await tx.notice.count({ where: { personId, readAt: null } })
    return { value: { unread }, audit: { action: "notices.read", subject: `person:${personId}`, detail: { count } } }
  })
}

/** Whether one gets the daily mail. */
export async function noticeSettings(actor: Actor): Promise<NoticeSettings> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  return read((tx) => tx.user.findUniqueOrThrow({ where: { id }, select: { mail: true } }))
}

export async function changeNoticeSettings(actor: Actor, { mail }: NoticeSettings): Promise<NoticeSettings> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  return write(actor, "self.manage", async (tx) => {
    await tx.user.update({ where: { id }, data: { mail } })
    return { value: { mail }, audit: { action: "account.mail", subject: `person:${id}`, detail: { mail } } }
  })
}

type Row = { id: bigint; kind: string; subject: string; detail: unknown; at: Date; readAt: Date | null }
export const noticeOf = ({ id, kind, subject, detail, at, readAt }: Row): Notice => ({
  id: String(id),
  kind: kind as NoticeKind,
  subject,
  detail: detail as Notice["detail"],
  at: at.toISOString(),
  read: readAt !== null,
})
