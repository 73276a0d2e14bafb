import "server-only"
import type { Tx } from "@/lib/data/db"
import { read } from "@/lib/data/write"
import { type Actor, assertCan, personOf, POLICY } from "@/lib/domain/policy"
import type { NoticeKind } from "@/lib/domain/notice"

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
