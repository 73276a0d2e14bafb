import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { recheck } from "@/lib/data/rechecks"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { RecheckInput } from "@/lib/domain/proposal"
import { type PersonActor, team } from "./people"
import { COMMITMENT, proposal, SOURCE, submitted } from "./samples"

// Read once, at first use: this file is a site of its own.
process.env.NAP_TWO_FACTOR = "publishing"
afterAll(() => {
  delete process.env.NAP_TWO_FACTOR
})

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const withFactor = (actor: PersonActor): PersonActor => ({ ...actor, secondFactor: true })
const refusal = { code: "forbidden", detail: { reason: "second-factor" } }

test("where publishing asks for a second factor, every verdict, publication and re-check does; writing does not", async () => {
  const revisions = await db().revision.count()
  const waiting = await submitted(people.editor)
  const { id, version } = waiting
  for (const verdict of ["approved", "changes-requested", "rejected"] as const) {
    await expect(reviewProposal(people.reviewer, id, { version, verdict, note: "Why." })).rejects.toMatchObject(refusal)
  }
  await expect(publishProposal(people.reviewer, id, version)).rejects.toMatchObject(refusal)
  await expect(publishProposal(people.admin, id, version)).rejects.toMatchObject(refusal)
  const input = RecheckInput.parse({ commitment: COMMITMENT, lane: "finding", source: SOURCE })
  await expect(recheck(people.editor, input)).rejects.toMatchObject(refusal)
  expect(await db().revision.count()).toBe(revisions)
  expect(await db().review.count({ where: { proposalId: id } })).toBe(0)

  const draft = await createProposal(people.editor, proposal())
  await expect(submitProposal(people.editor, draft.id, draft.version)).resolves.toBeDefined()
})

test("with one they are done", async () => {
  const { id, version } = await submitted(people.editor)
  const reviewer = withFactor(people.reviewer)
  await reviewProposal(reviewer, id, { version, verdict: "approved", note: null })
  await expect(publishProposal(reviewer, id, version)).resolves.toMatchObject({ revision: expect.any(Number) })
  const input = RecheckInput.parse({ commitment: COMMITMENT, lane: "finding", source: SOURCE })
  await expect(recheck(withFactor(people.editor), input)).resolves.toMatchObject({ revision: expect.any(Number) })
})
