import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { codeBlind } from "@/lib/data/blind-codings"
import { db } from "@/lib/data/db"
import { findProposal } from "@/lib/data/proposal-list"
import { changeProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { ProposalInput } from "@/lib/domain/proposal"
import type { Refusal } from "@/lib/domain/refusal"
import { team } from "./people"
import { assessment, blindInput, freshCommitment, newestLedger, outcomes, proposal, submitted } from "./samples"
import { secondInstance } from "./second-instance"

let people: Awaited<ReturnType<typeof team>>
let other: Awaited<ReturnType<typeof secondInstance>>

beforeAll(async () => {
  await seed()
  people = await team()
  other = await secondInstance()
}, 60_000)
afterAll(() => other.stop())

let fresh: string
beforeEach(async () => {
  fresh = await freshCommitment()
})

const waiting = (overrides = {}) => submitted(people.editor, proposal({ commitment: fresh, ...overrides }))

test("comments on single steps are kept and shown to the author", async () => {
  const input = ProposalInput.parse({
    change: "world-changed",
    reasonEn: "Two steps.",
    operations: [assessment({ commitment: fresh }), assessment({ commitment: fresh, lane: "claim", rule: "r-claim" })],
  })
  const { id, version } = await submitted(people.editor, input)
  const comments = [
    { step: 1, text: "A claim needs a statement of the state." },
    { step: 0, text: "Which page?" },
  ]
  await reviewProposal(people.reviewer, id, { version, verdict: "changes-requested", comments })
  const seen = await findProposal(people.editor, id)
  expect(seen).toMatchObject({ status: "changes-requested", mine: true })
  expect(seen.reviews).toMatchObject([{ version, verdict: "changes-requested", note: null, comments }])
  // They stay with the version they were made on, also after the author went on.
  await changeProposal(people.editor, id, { version, reasonEn: "Better." })
  expect((await findProposal(people.editor, id)).reviews[0]).toMatchObject({ version, comments })
})

test("a comment on a step that is not there is refused, and so is asking for changes without a word", async () => {
  const { id, version } = await waiting()
  const judge = (more: object) =>
    reviewProposal(people.reviewer, id, { version, verdict: "changes-requested", note: "So.", ...more })
  await expect(judge({ comments: [{ step: 1, text: "?" }] })).rejects.toMatchObject({ code: "invalid" })
  await expect(judge({ note: null })).rejects.toMatchObject({ code: "invalid", fields: { note: expect.any(Array) } })
  await expect(judge({ note: "" })).rejects.toMatchObject({ code: "invalid" })
  expect((await findProposal(people.editor, id)).reviews).toEqual([])
})

test("rejected is the end: nothing more can be done with it, and its author is told why", async () => {
  const { id, version } = await waiting()
  const rejected = await reviewProposal(people.reviewer, id, { version, verdict: "rejected", note: "No such act." })
  expect(rejected).toMatchObject({ status: "rejected", version })
  for (const act of [
    () => publishProposal(people.otherReviewer, id, version),
    () => reviewProposal(people.otherReviewer, id, { version, verdict: "approved" }),
    () => changeProposal(people.editor, id, { version, reasonEn: "But." }),
    () => submitProposal(people.editor, id, version),
    () => withdrawProposal(people.editor, id, version),
    () => codeBlind(people.otherReviewer, id, blindInput(version)),
  ])
    await expect(act()).rejects.toMatchObject({ code: "conflict" })
  const notice = await db().notice.findFirst({ where: { personId: people.editor.id, kind: "rejected" } })
  expect(notice).toMatchObject({ subject: `proposal:${id}` })
  expect((await findProposal(people.editor, id)).reviews[0]!.note).toBe("No such act.")
})

test("its author cannot decide, whatever their role, and the database says so too", async () => {
  const { id, version } = await submitted(people.reviewer, proposal({ commitment: fresh }))
  for (const verdict of ["approved", "changes-requested", "rejected"] as const)
    await expect(reviewProposal(people.reviewer, id, { version, verdict, note: "Mine." })).rejects.toMatchObject({
      code: "forbidden",
      detail: { reason: "own-proposal" },
    })
  await expect(publishProposal(people.reviewer, id, version)).rejects.toMatchObject({ code: "forbidden" })
  const own = { id: "own", proposalId: id, authorId: people.reviewer.id, reviewerId: people.reviewer.id, version }
  await expect(db().review.create({ data: { ...own, verdict: "approved", team: "two-person" } })).rejects.toThrow()
  expect(await db().review.count({ where: { proposalId: id } })).toBe(0)
})

test("an approval holds for exactly what was approved", async () => {
  const { id, version } = await waiting()
  await reviewProposal(people.reviewer, id, { version, verdict: "approved" })
  const edited = await changeProposal(people.editor, id, { version, reasonEn: "Slightly other words." })
  const again = await submitProposal(people.editor, id, edited.version)
  await expect(publishProposal(people.otherReviewer, id, version)).rejects.toMatchObject({ code: "conflict" })
  const { revision } = await publishProposal(people.otherReviewer, id, again.version)
  const verdicts = await db().review.findMany({ where: { proposalId: id }, orderBy: { at: "asc" } })
  expect(verdicts.map((it) => [it.version, it.reviewerId])).toEqual([
    [version, people.reviewer.id],
    [again.version, people.otherReviewer.id],
  ])
  expect((await newestLedger()).revisions[revision - 1]!.reason.en).toBe("Slightly other words.")
})

test("50 approvals and publications of one proposal at once, through two processes: one effect, the rest told", async () => {
  const before = (await newestLedger()).newest
  const { id, version } = await waiting()
  await codeBlind(people.otherReviewer, id, blindInput(version))
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => {
      const doors = at % 2 === 0 ? { reviewProposal, publishProposal } : other
      const who = at % 3 === 0 ? people.reviewer : people.admin
      return answered(() =>
        at % 4 < 2
          ? doors.reviewProposal(who, id, { version, verdict: "approved" })
          : doors.publishProposal(who, id, version),
      )
    }),
  )
  const { refused } = outcomes(results)
  expect(new Set(refused)).toEqual(new Set(["conflict"]))
  const publications = results.filter((it, at) => at % 4 >= 2 && it.status === "fulfilled")
  const approvals = results.filter((it, at) => at % 4 < 2 && it.status === "fulfilled")
  expect(publications).toHaveLength(1)
  expect(approvals.length).toBeLessThanOrEqual(1)
  expect((await newestLedger()).newest).toBe(before + 1)
  expect(await db().revision.count({ where: { proposalId: id } })).toBe(1)
  expect(await db().review.count({ where: { proposalId: id } })).toBe(1)
  expect(await db().assessment.count({ where: { commitment: fresh, revision: { gt: before } } })).toBe(1)
  expect(await db().secondCoding.count({ where: { commitment: fresh, revision: { gt: before } } })).toBe(1)
  expect((await verify()).faults).toEqual([])
  process.stdout.write(`reviewing: 50 at once, ${50 - refused.length} done, ${refused.length} told of a conflict\n`)
}, 60_000)

/** On a crowded machine some are told to try again, nothing having been saved: they do, as a browser would. */
async function answered(work: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if ((error as Refusal).code !== "unavailable") throw error
    }
  }
}

test("a verdict does not change when a proposal was sent; sending it again does", async () => {
  const { id, version, sentAt } = await waiting()
  expect(sentAt).not.toBeNull()
  const again = { version, verdict: "changes-requested" as const, note: "Which page?" }
  await reviewProposal(people.reviewer, id, again)
  expect((await findProposal(people.editor, id)).sentAt).toBe(sentAt)
  const changed = await changeProposal(people.editor, id, { version, reasonEn: "Better." })
  const resent = await submitProposal(people.editor, id, changed.version)
  expect(Date.parse(resent.sentAt!)).toBeGreaterThan(Date.parse(sentAt!))
  await publishProposal(people.reviewer, id, resent.version)
  expect(await findProposal(people.editor, id)).toMatchObject({ status: "published", sentAt: resent.sentAt })
})
