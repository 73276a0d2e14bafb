import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { changeProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { publish } from "@/lib/data/publish"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import type { Operation } from "@/lib/domain/proposal"
import { cellOf, snapshot, standing } from "@/lib/domain/ledger"
import type { Refusal } from "@/lib/domain/refusal"
import { team } from "./people"
import {
  assessment,
  commitments,
  freshCommitment,
  newestLedger,
  outcomes,
  proposal,
  published,
  submitted,
} from "./samples"
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

const newest = async () => (await newestLedger()).newest

test("publishing adds one revision that says what it did, and the number on every screen can move", async () => {
  const before = await newest()
  const { revision, hash } = await published(
    people.editor,
    people.reviewer,
    proposal({ commitment: fresh, level: 2, effectiveOn: "2024-03-01" }),
  )
  expect(revision).toBe(before + 1)
  const held = await ledger()
  const entry = held.revisions.at(-1)!
  expect(entry).toMatchObject({
    number: revision,
    hash,
    kind: "world-changed",
    reason: { en: "A committee was named." },
  })
  expect(entry.entries).toMatchObject([{ kind: "assessment", key: `assessment/${fresh}/finding/-`, act: "add" }])
  const record = snapshot(held, revision).records.assessment.get(entry.entries[0]!.id)
  expect(record).toMatchObject({ commitment: fresh, level: 2, effectiveOn: "2024-03-01" })
  // What an earlier revision knew stays what it was.
  expect(snapshot(held, before).records.assessment.has(record!.id)).toBe(false)
})

test.each([["in one process"], ["in two processes"]])(
  "two publishers at once on the same commitment, %s: one wins, one is told which key, nothing is half-done",
  async (where) => {
    const before = await newest()
    const [one, two] = [
      await submitted(people.editor, proposal({ commitment: fresh })),
      await submitted(people.otherEditor, proposal({ commitment: fresh, level: 3 })),
    ]
    const audits = await db().auditEntry.count()
    const publishTwo = where === "in one process" ? publishProposal : other.publishProposal
    const results = await Promise.allSettled([
      publishProposal(people.reviewer, one.id, one.version),
      publishTwo(people.otherReviewer, two.id, two.version),
    ])
    expect(outcomes(results)).toEqual({ done: 1, refused: ["conflict"] })
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { detail: { conflicts: [{ key: `assessment/${fresh}/finding/-`, revision: before + 1 }] } },
    })
    expect(await newest()).toBe(before + 1)
    expect(await db().revision.count()).toBe(before + 1)
    expect(await db().assessment.count({ where: { revision: { gt: before } } })).toBe(1)
    const both = { in: [one.id, two.id] }
    expect(await db().review.count({ where: { proposalId: both } })).toBe(1)
    expect(await db().auditEntry.count()).toBe(audits + 1)
    const statuses = (await db().proposal.findMany({ where: { id: both } })).map((row) => row.status)
    expect(statuses.sort()).toEqual(["published", "submitted"])
    expect((await verify()).faults).toEqual([])
  },
)

test("the loser keeps the text, sees what was published since, and publishes after looking at it", async () => {
  const first = await submitted(people.editor, proposal({ commitment: fresh }))
  const second = await submitted(
    people.otherEditor,
    proposal({ commitment: fresh, level: 3, effectiveOn: "2024-06-01" }),
  )
  const { revision } = await publishProposal(people.reviewer, first.id, first.version)
  const clash = { key: `assessment/${fresh}/finding/-`, revision }
  await expect(publishProposal(people.reviewer, second.id, second.version)).rejects.toMatchObject({
    code: "conflict",
    detail: { conflicts: [clash] },
  })
  const kept = await findProposal(people.otherEditor, second.id)
  expect(kept).toEqual({ ...second, mine: true })
  expect(clashes(await ledger(), kept)).toEqual([clash])

  const rebased = await changeProposal(people.otherEditor, second.id, { version: kept.version, base: revision })
  expect(rebased).toMatchObject({ status: "draft", base: revision, version: kept.version + 1 })
  expect(rebased.operations).toEqual(second.operations)
  // Changed means judged again: a draft cannot be published.
  await expect(publishProposal(people.reviewer, second.id, rebased.version)).rejects.toMatchObject({
    code: "not_found",
  })
  const again = await submitProposal(people.otherEditor, second.id, rebased.version)
  await expect(publishProposal(people.reviewer, second.id, again.version)).resolves.toMatchObject({
    revision: revision + 1,
  })
})

test("of two assessments of the same day the later one stands or is refused; never is it left to chance", async () => {
  const cell = cellOf({ commitment: fresh, lane: "finding", region: null })
  let stands: number | null = null
  for (const level of [0, 3, 1, 2, 0, 3, 1, 2] as const) {
    const input = proposal({ commitment: fresh, level, effectiveOn: "2024-04-04" })
    const done = await published(people.editor, people.reviewer, input).catch((error: Refusal) => error.code)
    if (stands === null || done !== "invalid") stands = level
    const held = await ledger()
    expect(standing(snapshot(held, held.newest), cell, "2024-04-04")?.level).toBe(stands)
  }
})

test("changes to different commitments, lanes or regions do not stand in each other's way", async () => {
  const [another] = (await commitments(60)).slice(-1)
  const drafts = [
    proposal({ commitment: fresh }),
    proposal({ commitment: fresh, lane: "claim", rule: "r-claim" }),
    proposal({ commitment: fresh, region: "KP", rule: "r-region" }),
    proposal({ commitment: another! }),
  ]
  const waiting = []
  for (const draft of drafts) waiting.push(await submitted(people.editor, draft))
  const results = await Promise.allSettled(
    waiting.map(({ id, version }) => publishProposal(people.reviewer, id, version)),
  )
  expect(outcomes(results)).toEqual({ done: drafts.length, refused: [] })
})

test("a proposal changed after a reviewer opened it is not published unseen", async () => {
  const opened = await submitted(people.editor, proposal({ commitment: fresh }))
  await changeProposal(people.editor, opened.id, { version: opened.version, reasonEn: "Something else." })
  await submitProposal(people.editor, opened.id, opened.version + 1)
  const stale = publishProposal(people.reviewer, opened.id, opened.version)
  await expect(stale).rejects.toMatchObject({ code: "conflict", detail: { version: opened.version + 2 } })
})

test("50 attempts to publish one proposal, through two processes, have one effect", async () => {
  const before = await newest()
  const { id, version } = await submitted(people.editor, proposal({ commitment: fresh }))
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) =>
      (at % 2 === 0 ? publishProposal : other.publishProposal)(people.reviewer, id, version),
    ),
  )
  expect(outcomes(results)).toEqual({ done: 1, refused: Array(49).fill("conflict") })
  expect(await newest()).toBe(before + 1)
  expect(await db().revision.count({ where: { proposalId: id } })).toBe(1)
  expect(await db().review.count({ where: { proposalId: id } })).toBe(1)
  expect(await db().assessment.count({ where: { commitment: fresh, revision: { gt: before } } })).toBe(1)
})

test("what is rolled back leaves nothing, neither in the database nor in memory", async () => {
  const before = await newest()
  const known = new Set((await ledger()).versions.assessment.keys())
  const counts = async () => [
    await db().revision.count(),
    await db().assessment.count(),
    await db().auditEntry.count(),
    await db().review.count(),
  ]
  const stored = await counts()
  const operations = [assessment({ commitment: fresh, id: "rolled-back" })] as Operation[]
  const draft = async () => ({
    kind: "world-changed" as const,
    reason: { en: "Never mind.", ur: null },
    operations,
    base: before,
    proposalId: null,
    authorId: people.editor.id,
    publisherId: people.reviewer.id,
    team: "two-person" as const,
  })
  // The power fails after every row is written, just before the commit.
  const halfway = publish(people.reviewer, "proposal.publish", draft, async (tx) => {
    expect(await tx.assessment.count({ where: { id: "rolled-back" } })).toBe(1)
    throw new Error("the power fails")
  })
  await expect(halfway).rejects.toThrow("the power fails")
  expect(await counts()).toEqual(stored)
  expect(await newest()).toBe(before)
  expect(new Set((await ledger()).versions.assessment.keys())).toEqual(known)
  // The next publication takes the number, and the chain has no gap.
  await expect(publish(people.reviewer, "proposal.publish", draft)).resolves.toMatchObject({ revision: before + 1 })
  expect((await verify()).faults).toEqual([])
})
