import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { createProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import type { Operation } from "@/lib/domain/proposal"
import { publish } from "@/lib/data/publish"
import { ledger } from "@/lib/data/ledger"
import { ownDatabase } from "./database"
import { team } from "./people"
import { assessment, outcomes, proposal, submitted } from "./samples"

const app = new Client({ connectionString: ownDatabase.url })
let people: Awaited<ReturnType<typeof team>>

beforeAll(async () => {
  await app.connect()
  await seed()
  people = await team()
}, 60_000)
afterAll(() => app.end())

/** A copy of a published assessment with other values, written past all our code. */
const insertAssessment = (values: Record<string, string>) => {
  const columns =
    "commitment lane region level unratedReason effectiveOn precision rationaleEn rationaleUr certainty rule lifecycle evidence"
  const chosen = columns.split(" ").map((name) => values[name] ?? `"${name}"`)
  const names = columns.split(" ").map((name) => `"${name}"`)
  return app.query(
    `INSERT INTO "Assessment" (id, revision, withdrawn, salt, digest, ${names.join(", ")})
     SELECT '${randomUUID()}', 1, false, salt, digest, ${chosen.join(", ")}
     FROM "Assessment" WHERE level IS NOT NULL LIMIT 1`,
  )
}

test.each([
  ["level and reason", { unratedReason: "'secret'" }, /level_or_reason/],
  ["neither level nor reason", { level: "NULL" }, /level_or_reason/],
  ["level 4", { level: "4" }, /level_on_scale/],
  ["level −1", { level: "-1" }, /level_on_scale/],
  ["another lane", { lane: "'average'" }, /known_lane/],
  ["no evidence", { evidence: "'[]'" }, /evidence_present/],
  ["evidence that is no list", { evidence: "'{}'" }, /evidence_present|cannot get array length/],
  ["evidence null", { evidence: "NULL" }, /null value/],
])("the database refuses an assessment with %s", async (_, values, message) => {
  await expect(insertAssessment(values as Record<string, string>)).rejects.toThrow(message)
})

test("the same row with nothing wrong is taken, so the refusals above are about what they say", async () => {
  await app.query("BEGIN")
  await expect(insertAssessment({})).resolves.toMatchObject({ rowCount: 1 })
  await app.query("ROLLBACK")
})

test.each([
  ["level and reason", { level: 2, unratedReason: "secret" }],
  ["neither", { level: null, unratedReason: null }],
  ["no evidence", { evidence: [] }],
  ["level 4", { level: 4 }],
])("what an editor sends is refused before it gets there: %s", (_, values) => {
  expect(() => proposal(values as never)).toThrow()
})

test.each([
  ["an unknown commitment", { commitment: "nap2014-99.z" }],
  ["an unknown source", { evidence: [{ source: "nobody", bearing: "supports", quote: null, note: null }] }],
  ["an unknown region", { region: "ATLANTIS" }],
  ["a day to come", { effectiveOn: "2999-01-01" }],
  ["an id that is taken", { id: "nap2014-01.a-c01" }],
])("a proposal naming %s is refused and nothing is kept", async (_, values) => {
  const before = await db().proposal.count()
  await expect(createProposal(people.editor, proposal(values as never))).rejects.toMatchObject({ code: "invalid" })
  expect(await db().proposal.count()).toBe(before)
})

test("whoever wrote a proposal can neither approve nor publish it, whatever their role", async () => {
  const { number: newest } = (await ledger()).revisions.at(-1)!
  for (const author of [people.reviewer, people.admin]) {
    const { id, version } = await submitted(author)
    const own = { code: "forbidden", detail: { reason: "own-proposal" } }
    await expect(reviewProposal(author, id, { version, verdict: "approved", note: null })).rejects.toMatchObject(own)
    await expect(publishProposal(author, id, version)).rejects.toMatchObject(own)
    expect(await db().review.count({ where: { proposalId: id } })).toBe(0)
  }
  await expect(publishProposal(people.editor, (await submitted(people.editor)).id, 2)).rejects.toMatchObject({
    code: "forbidden",
  })
  expect((await ledger()).newest).toBe(newest)
})

test("the database refuses a verdict on one's own work, also to code that forgets to ask", async () => {
  const { id } = await submitted(people.reviewer)
  const insert = (authorId: string, reviewerId: string, inTeam = "two-person") =>
    app.query(
      `INSERT INTO "Review" (id, "proposalId", "authorId", "reviewerId", version, verdict, team)
       VALUES ($1, $2, $3, $4, 2, 'approved', $5)`,
      [randomUUID(), id, authorId, reviewerId, inTeam],
    )
  await expect(insert(people.reviewer.id, people.reviewer.id)).rejects.toThrow(/second_person/)
  // Nor may it name somebody else as the author to get round that.
  await expect(insert(people.editor.id, people.reviewer.id)).rejects.toThrow(/foreign key/)
  await expect(insert(people.reviewer.id, people.otherReviewer.id)).resolves.toMatchObject({ rowCount: 1 })
})

test("the database refuses a revision whose author published it, and leaves nothing behind", async () => {
  const before = await db().revision.count()
  const operations = [{ ...assessment({ id: "planted" }) }] as Operation[]
  const attempt = (authorId: string | null, publisherId: string | null) =>
    publish(people.admin, "proposal.publish", async () => ({
      kind: "world-changed",
      reason: { en: "Past the rule.", ur: null },
      operations,
      base: null,
      proposalId: null,
      authorId,
      publisherId,
      team: "two-person",
    }))
  await expect(attempt(people.admin.id, people.admin.id)).rejects.toThrow(/second_person/)
  await expect(attempt(null, people.admin.id)).rejects.toThrow(/second_person/)
  await expect(attempt(people.editor.id, null)).rejects.toThrow(/second_person/)
  expect(await db().revision.count()).toBe(before)
  expect(await db().assessment.count({ where: { id: "planted" } })).toBe(0)
})

test("two reviewers at once: one verdict stands, the other is told, and nothing half-happens", async () => {
  const { id, version } = await submitted(people.editor)
  const results = await Promise.allSettled([
    reviewProposal(people.reviewer, id, { version, verdict: "approved", note: null }),
    reviewProposal(people.otherReviewer, id, { version, verdict: "changes-requested", note: "Needs a second source." }),
  ])
  expect(outcomes(results)).toEqual({ done: 1, refused: ["conflict"] })
  const verdicts = await db().review.findMany({ where: { proposalId: id } })
  expect(verdicts).toHaveLength(1)
  const { status } = await db().proposal.findUniqueOrThrow({ where: { id } })
  expect(status).toBe(verdicts[0]!.verdict === "approved" ? "submitted" : "changes-requested")
  const judged = { subject: `proposal:${id}`, action: { in: ["proposal.approved", "proposal.changes-requested"] } }
  expect(await db().auditEntry.count({ where: judged })).toBe(1)
})
