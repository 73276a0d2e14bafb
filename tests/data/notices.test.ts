import { randomUUID } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { changeNoticeSettings, listNotices, markRead, noticeSettings, notify, unreadNotices } from "@/lib/data/notices"
import { recheck } from "@/lib/data/rechecks"
import { remind } from "@/lib/data/reminders"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { addDays, dayOf } from "@/lib/domain/date"
import { NOTICES_PER_PAGE } from "@/lib/domain/notice"
import { SYSTEM } from "@/lib/domain/policy"
import { RecheckInput } from "@/lib/domain/proposal"
import { person, type PersonActor } from "./people"
import { commitments, SOURCE, submitted } from "./samples"

beforeAll(async () => {
  await seed()
}, 60_000)

const now = () => new Date().toISOString()
const today = () => dayOf(now())
const told = async (who: PersonActor) => (await listNotices(who)).items.map(({ kind, subject }) => ({ kind, subject }))

test("a person sees their own notices, newest first, and nobody else's", async () => {
  const [one, other] = [await person("editor"), await person("editor")]
  for (let at = 0; at < NOTICES_PER_PAGE + 3; at++)
    await notify(db(), [one.id], "rejected", { subject: `proposal:${at}` })
  await notify(db(), [other.id], "rejected", { subject: "proposal:theirs" })

  const first = await listNotices(one)
  const second = await listNotices(one, { before: first.next })
  const subjects = [...first.items, ...second.items].map((it) => it.subject)
  expect(subjects).toEqual(
    Array.from({ length: NOTICES_PER_PAGE + 3 }, (_, at) => `proposal:${NOTICES_PER_PAGE + 2 - at}`),
  )
  expect(second.next).toBeNull()
  expect((await listNotices(other)).items.map((it) => it.subject)).toEqual(["proposal:theirs"])
  await expect(listNotices({ kind: "anonymous" })).rejects.toMatchObject({ code: "unauthenticated" })
})

test("reading marks what was named or everything, once, and never somebody else's", async () => {
  const [one, other] = [await person("reviewer"), await person("analyst")]
  for (const at of [1, 2, 3]) await notify(db(), [one.id], "review-asked", { subject: `proposal:${at}` })
  await notify(db(), [other.id], "rejected", { subject: "proposal:theirs" })
  const [theirs] = (await listNotices(other)).items
  const [newest] = (await listNotices(one)).items

  await expect(markRead(one, { ids: [newest!.id, theirs!.id, "999999999"] })).resolves.toEqual({ unread: 2 })
  expect((await listNotices(one)).items.map((it) => it.read)).toEqual([true, false, false])
  expect((await listNotices(one, { unread: true })).items).toHaveLength(2)
  expect(await unreadNotices(other)).toBe(1)
  const at = (await db().notice.findUniqueOrThrow({ where: { id: BigInt(newest!.id) } })).readAt
  await expect(markRead(one, { all: true })).resolves.toEqual({ unread: 0 })
  expect((await db().notice.findUniqueOrThrow({ where: { id: BigInt(newest!.id) } })).readAt).toEqual(at)
})

test("the team tells its members what became of a proposal", async () => {
  const [author, reviewer] = [await person("editor"), await person("reviewer")]
  const first = await submitted(author)
  expect(await told(reviewer)).toContainEqual({ kind: "review-asked", subject: `proposal:${first.id}` })
  await reviewProposal(reviewer, first.id, { version: first.version, verdict: "changes-requested", note: "Why?" })
  const second = await submitted(author)
  const { revision } = await publishProposal(reviewer, second.id, second.version)
  expect(await told(author)).toEqual([
    { kind: "published", subject: `proposal:${second.id}` },
    { kind: "changes-requested", subject: `proposal:${first.id}` },
  ])
  expect((await listNotices(author)).items[0]!.detail.revision).toBe(revision)
})

test("each person turns their own mail off and on", async () => {
  const [one, other] = [await person("analyst"), await person("analyst")]
  expect(await noticeSettings(one)).toEqual({ mail: true })
  await changeNoticeSettings(one, { mail: false })
  expect(await noticeSettings(one)).toEqual({ mail: false })
  expect(await noticeSettings(other)).toEqual({ mail: true })
})

async function assignment(
  assignee: PersonActor,
  commitment: string,
  dueOn: string,
  createdAt = "2026-01-01T00:00:00Z",
) {
  const id = randomUUID()
  const row = { id, commitment, lane: "finding", assigneeId: assignee.id, byId: null, createdAt }
  await db().assignment.create({ data: { ...row, dueOn: new Date(`${dueOn}T00:00:00Z`) } })
  return id
}

test("a re-check is reminded of once before it is due and once when it was missed, by however many instances", async () => {
  const editor = await person("editor")
  // Not the first one, which other tests publish on.
  const [, near, far, past, met] = await commitments(5)
  const due = await assignment(editor, near!, addDays(today(), 3))
  await assignment(editor, far!, addDays(today(), 4))
  const missed = await assignment(editor, past!, addDays(today(), -1))
  await assignment(editor, met!, addDays(today(), 1))
  await recheck(editor, RecheckInput.parse({ commitment: met, lane: "finding", source: SOURCE }))

  const left = await Promise.all([1, 2, 3, 4].map(() => remind(SYSTEM, now())))
  expect(left.reduce((sum, count) => sum + count, 0)).toBe(2)
  await expect(remind(SYSTEM, now())).resolves.toBe(0)
  const wanted = [
    { kind: "recheck-due", subject: `assignment:${due}` },
    { kind: "recheck-missed", subject: `assignment:${missed}` },
  ]
  expect((await told(editor)).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(wanted)
  expect((await listNotices(editor)).items[0]!.detail.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)

  // Five days on the first two are missed as well; the one that was told of stays told.
  const later = new Date(Date.now() + 5 * 86_400_000).toISOString()
  await expect(remind(SYSTEM, later)).resolves.toBe(2)
  await expect(remind(SYSTEM, later)).resolves.toBe(0)
  expect(await told(editor)).toHaveLength(4)
})

test("what was taken back is nobody's to be reminded of", async () => {
  const editor = await person("editor")
  const [commitment] = await commitments(1)
  const id = await assignment(editor, commitment!, addDays(today(), 1))
  await db().assignment.update({ where: { id }, data: { cancelledAt: new Date() } })
  await remind(SYSTEM, now())
  expect(await told(editor)).toEqual([])
})
