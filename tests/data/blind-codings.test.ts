import { Client } from "pg"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { blindlyCodable, blindTask, codeBlind, codingsOf } from "@/lib/data/blind-codings"
import { db } from "@/lib/data/db"
import { listProposals } from "@/lib/data/proposal-list"
import { changeProposal, createProposal, submitProposal, undoRevision } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { method } from "@/lib/domain/views/method"
import { ownDatabase } from "./database"
import { team } from "./people"
import { blindInput, freshCommitment, newestLedger, outcomes, proposal, submitted } from "./samples"

let people: Awaited<ReturnType<typeof team>>

beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

let fresh: string
beforeEach(async () => {
  fresh = await freshCommitment()
})

const waiting = (overrides = {}) => submitted(people.editor, proposal({ commitment: fresh, ...overrides }))
const agreement = async () => {
  const all = await newestLedger()
  const { sinceThen } = method(all, resolve(Query.parse({}), all, new Date().toISOString()))
  return sinceThen?.agreement ?? null
}

test("what is shown has nothing of the author's judgement", async () => {
  const { id } = await submitted(
    people.editor,
    proposal(
      { commitment: fresh, rationaleEn: "AUTHOR says", rationaleUr: "AUTHOR-UR", level: 2 },
      { reasonEn: "AUTHOR's reason", note: "AUTHOR's note" },
    ),
  )
  const task = await blindTask(people.reviewer, id)
  expect(task.steps).toMatchObject([{ step: 0, lane: "finding", commitment: { id: fresh } }])
  const text = JSON.stringify(task)
  expect(text).not.toContain("AUTHOR")
  expect(text).not.toMatch(/"(level|unratedReason|certainty|rule|rationaleEn|note|reasonEn)"/)
})

test("it is not for the author, not for those who may not review, and not for drafts", async () => {
  const draft = await createProposal(people.editor, proposal({ commitment: fresh }))
  await expect(blindTask(people.reviewer, draft.id)).rejects.toMatchObject({ code: "not_found" })
  const { id, version } = await submitted(people.reviewer, proposal({ commitment: fresh }))
  for (const [who, code] of [
    [people.reviewer, "forbidden"],
    [people.editor, "forbidden"],
    [people.analyst, "forbidden"],
  ] as const) {
    await expect(blindTask(who, id)).rejects.toMatchObject({ code })
    await expect(codeBlind(who, id, blindInput(version))).rejects.toMatchObject({ code })
  }
  await expect(blindTask(people.otherReviewer, id)).resolves.toMatchObject({ id, version })
})

test("given once it is given: not again, not after a verdict, not for another version, and only to real steps", async () => {
  const { id, version } = await waiting()
  await expect(codeBlind(people.reviewer, id, blindInput(version + 1))).rejects.toMatchObject({ code: "conflict" })
  for (const codings of [
    blindInput(version, { step: 1 }),
    { version, codings: [...blindInput(version).codings, ...blindInput(version).codings] },
  ])
    await expect(codeBlind(people.reviewer, id, codings)).rejects.toMatchObject({ code: "invalid" })
  expect(await codeBlind(people.reviewer, id, blindInput(version))).toMatchObject([
    { step: 0, level: 3, version, coder: "A reviewer", reason: "The act is in force." },
  ])
  for (const act of [() => codeBlind(people.reviewer, id, blindInput(version)), () => blindTask(people.reviewer, id)])
    await expect(act()).rejects.toMatchObject({ code: "conflict", detail: { reason: "not-blind" } })
  // Having coded, one may judge; having judged, one may not code, also a later version.
  const asked = { version, verdict: "changes-requested" as const, note: "A word." }
  await reviewProposal(people.otherReviewer, id, asked)
  const again = await submitProposal(people.editor, id, version)
  const late = codeBlind(people.otherReviewer, id, blindInput(again.version))
  await expect(late).rejects.toMatchObject({ code: "conflict", detail: { reason: "not-blind" } })
  expect(await codingsOf(people.editor, id)).toHaveLength(1)
})

test("of 20 at once by one reviewer through one door, one is kept", async () => {
  const { id, version } = await waiting()
  const tries = Array.from({ length: 20 }, () => codeBlind(people.reviewer, id, blindInput(version)))
  expect(outcomes(await Promise.allSettled(tries))).toEqual({ done: 1, refused: Array(19).fill("conflict") })
  expect(await db().blindCoding.count({ where: { proposalId: id } })).toBe(1)
})

test("it goes out in the same revision without a name, counts for the agreement, and comes back with an undo", async () => {
  const before = { newest: (await newestLedger()).newest, agreement: await agreement() }
  const { id, version } = await waiting({ level: 2, effectiveOn: "2026-02-03" })
  await codeBlind(people.reviewer, id, blindInput(version, { level: 2 }))
  await codeBlind(people.admin, id, blindInput(version, { level: null, unratedReason: "conflicting" }))
  const { revision } = await publishProposal(people.reviewer, id, version)
  const all = await newestLedger()
  const { entries } = all.revisions[revision - 1]!
  expect(entries.map((it) => [it.kind, it.act])).toEqual([
    ["assessment", "add"],
    ["secondCoding", "add"],
    ["secondCoding", "add"],
  ])
  const facts = snapshot(all, revision)
  const records = entries.slice(1).map((it) => facts.records.secondCoding.get(it.id)!)
  expect(records).toMatchObject([
    { commitment: fresh, asOf: "2026-02-03", level: 2, decisive: ["reuters_dp"], excludedFromAgreement: false },
    { commitment: fresh, asOf: "2026-02-03", level: null, unratedReason: "conflicting" },
  ])
  for (const who of Object.values(people)) expect(JSON.stringify(records)).not.toContain(who.id)
  const units = before.agreement?.units ?? 0
  expect(await agreement()).toMatchObject({ units: units + 2 })
  expect((await verify()).faults).toEqual([])
  const undo = await undoRevision(people.editor, revision)
  const sent = await submitProposal(people.editor, undo.id, undo.version)
  await publishProposal(people.reviewer, sent.id, sent.version)
  expect(await agreement()).toEqual(before.agreement)
})

test("a coding of an earlier version stays out: its words were not judged", async () => {
  const { id, version } = await waiting()
  await codeBlind(people.reviewer, id, blindInput(version))
  const edited = await changeProposal(people.editor, id, { version, reasonEn: "Anew." })
  const again = await submitProposal(people.editor, id, edited.version)
  const { revision } = await publishProposal(people.otherReviewer, id, again.version)
  expect((await newestLedger()).revisions[revision - 1]!.entries.map((it) => it.kind)).toEqual(["assessment"])
})

test("claims and single regions are coded too, but are no part of the published second coding", async () => {
  const { id, version } = await waiting({ lane: "claim", rule: "r-claim" })
  await codeBlind(people.reviewer, id, blindInput(version))
  const { revision } = await publishProposal(people.reviewer, id, version)
  expect((await newestLedger()).revisions[revision - 1]!.entries.map((it) => it.kind)).toEqual(["assessment"])
})

test("nobody can rewrite what was coded, not even around the application", async () => {
  const { id, version } = await waiting()
  await codeBlind(people.reviewer, id, blindInput(version))
  await expect(db().blindCoding.updateMany({ data: { level: 0 } })).rejects.toThrow()
  await expect(db().blindCoding.deleteMany()).rejects.toThrow()
  const owner = new Client({ connectionString: ownDatabase.ownerUrl })
  await owner.connect()
  for (const sql of [`UPDATE "BlindCoding" SET level = 0`, `DELETE FROM "BlindCoding"`, `TRUNCATE "BlindCoding"`])
    await expect(owner.query(sql)).rejects.toThrow(/append|rewrite|never/i)
  await owner.end()
})

test("the list offers it only where it is still blind", async () => {
  const { id, version } = await waiting()
  const offered = async (who = people.reviewer) =>
    (await blindlyCodable(who, await listProposals(who, ["submitted"]))).has(id)
  expect([await offered(), await offered(people.editor), await offered(people.admin)]).toEqual([true, false, true])
  await codeBlind(people.reviewer, id, blindInput(version))
  expect([await offered(), await offered(people.admin)]).toEqual([false, true])
  await reviewProposal(people.admin, id, { version, verdict: "approved" })
  expect(await offered(people.admin)).toBe(false)
})
