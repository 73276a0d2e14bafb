import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { findProposal, listProposals } from "@/lib/data/proposal-list"
import { changeProposal, createProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { team } from "./people"
import { assessment, outcomes, proposal, submitted } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const said = (work: Promise<unknown>) =>
  work.then(String, ({ code, message }: { code: string; message: string }) => `${code}: ${message}`)

test("a draft is its author's alone: to everybody else it is a proposal that does not exist", async () => {
  const { id, version } = await createProposal(people.editor, proposal())
  const { otherEditor, reviewer, admin } = people
  for (const other of [otherEditor, reviewer, admin]) {
    expect(await said(findProposal(other, id))).toBe(await said(findProposal(other, "no-such-proposal")))
    expect((await listProposals(other)).map((it) => it.id)).not.toContain(id)
    const change = { version, reasonEn: "Mine now." }
    expect(await said(changeProposal(other, id, change))).toBe(await said(changeProposal(other, "no-such", change)))
    expect(await said(submitProposal(other, id, version))).toBe(await said(submitProposal(other, "no-such", version)))
    expect(await said(withdrawProposal(other, id, version))).toBe(
      await said(withdrawProposal(other, "no-such", version)),
    )
  }
  const review = { version, verdict: "approved" as const, note: null }
  expect(await said(reviewProposal(reviewer, id, review))).toBe(await said(reviewProposal(reviewer, "no-such", review)))
  expect(await said(publishProposal(reviewer, id, version))).toBe(
    await said(publishProposal(reviewer, "no-such", version)),
  )
  expect(await findProposal(people.editor, id)).toMatchObject({ mine: true, version, status: "draft" })
  for (const actor of [people.analyst, { kind: "anonymous" as const }]) {
    await expect(findProposal(actor, id)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|unauthenticated/),
    })
    await expect(listProposals(actor)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|unauthenticated/),
    })
  }
})

test("others see a submitted proposal but cannot change, submit or withdraw it; an admin may take it back", async () => {
  const { id, version } = await submitted(people.editor)
  for (const other of [people.otherEditor, people.reviewer]) {
    expect(await findProposal(other, id)).toMatchObject({ mine: false, status: "submitted" })
    await expect(changeProposal(other, id, { version, reasonEn: "Mine." })).rejects.toMatchObject({ code: "not_found" })
    await expect(withdrawProposal(other, id, version)).rejects.toMatchObject({ code: "not_found" })
  }
  await expect(withdrawProposal(people.admin, id, version)).resolves.toMatchObject({ status: "withdrawn" })
})

test("each step is taken from the version the person saw; the loser is told which one it is now", async () => {
  const { id, version } = await createProposal(people.editor, proposal())
  const edits = await Promise.allSettled(
    ["One.", "Two."].map((reasonEn) => changeProposal(people.editor, id, { version, reasonEn })),
  )
  expect(outcomes(edits)).toEqual({ done: 1, refused: ["conflict"] })
  expect(edits.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { detail: { version: version + 1 } },
  })
  const won = edits.findIndex(({ status }) => status === "fulfilled")
  expect((await findProposal(people.editor, id)).reasonEn).toBe(["One.", "Two."][won])
})

test("changes asked for send it back, a new version is judged anew, and an edit withdraws the approval", async () => {
  const { id, version } = await submitted(people.editor)
  const asked = { version, verdict: "changes-requested" as const, note: "A second source, please." }
  expect(await reviewProposal(people.reviewer, id, asked)).toMatchObject({ status: "changes-requested" })
  await expect(publishProposal(people.otherReviewer, id, version)).rejects.toMatchObject({ code: "conflict" })

  const edited = await changeProposal(people.editor, id, { version, reasonEn: "With a second source." })
  const again = await submitProposal(people.editor, id, edited.version)
  const approved = { version: again.version, verdict: "approved" as const, note: null }
  await reviewProposal(people.reviewer, id, approved)
  const third = await changeProposal(people.editor, id, { version: again.version, reasonEn: "One more word." })
  expect(third.status).toBe("draft")
  await expect(publishProposal(people.reviewer, id, again.version)).rejects.toMatchObject({ code: "not_found" })
  expect((await findProposal(people.editor, id)).reviews.map((review) => review.version)).toEqual([
    version,
    again.version,
  ])
})

test.each([["published"], ["withdrawn"]])("what is %s stands still", async (end) => {
  const { id, version } = await submitted(people.editor, proposal())
  if (end === "published") await publishProposal(people.reviewer, id, version)
  else await withdrawProposal(people.editor, id, version)
  const now = await db().proposal.findUniqueOrThrow({ where: { id } })
  const review = { version: now.version, verdict: "approved" as const, note: null }
  for (const attempt of [
    () => changeProposal(people.editor, id, { version: now.version, reasonEn: "After all." }),
    () => submitProposal(people.editor, id, now.version),
    () => withdrawProposal(people.editor, id, now.version),
    () => reviewProposal(people.reviewer, id, review),
    () => publishProposal(people.reviewer, id, now.version),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "conflict" })
  }
  expect(await db().proposal.findUniqueOrThrow({ where: { id } })).toEqual(now)
})

test("a repeated request with its idempotency key finds the first one's draft", async () => {
  const before = await db().proposal.count()
  const first = await createProposal(people.editor, proposal(), "a-key")
  expect((await createProposal(people.editor, proposal(), "a-key")).id).toBe(first.id)
  expect((await createProposal(people.otherEditor, proposal(), "a-key")).id).not.toBe(first.id)
  expect((await createProposal(people.editor, proposal(), "another-key")).id).not.toBe(first.id)
  expect(await db().proposal.count()).toBe(before + 3)
  expect(await db().auditEntry.count({ where: { subject: `proposal:${first.id}`, action: "proposal.create" } })).toBe(1)
})

test("twenty repeats at once have one effect, and each is answered with it", async () => {
  const before = await db().proposal.count()
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => createProposal(people.editor, proposal(), "a-burst")),
  )
  expect(await db().proposal.count()).toBe(before + 1)
  expect(outcomes(results)).toEqual({ done: 20, refused: [] })
})

test("a changed world adds to the past; only a correction rewrites it", async () => {
  const record = { ...assessment().record, id: "nap2014-01.a-c01", lane: "claim" as const }
  const rewrite = { act: "change" as const, kind: "assessment" as const, record }
  const draft = { ...proposal(), operations: [rewrite] } as never as Parameters<typeof createProposal>[1]
  await expect(createProposal(people.editor, draft)).rejects.toMatchObject({
    code: "invalid",
    fields: { "operations.0.act": [expect.stringContaining("correct")] },
  })
  await expect(createProposal(people.editor, { ...draft, change: "correction" })).resolves.toBeDefined()
})
