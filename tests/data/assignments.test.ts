import { beforeAll, expect, test } from "vitest"
import { assign, cancelAssignment, colleagues, listAssignments } from "@/lib/data/assignments"
import { db } from "@/lib/data/db"
import { recheck } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { AssignmentInput } from "@/lib/domain/assignment"
import { addDays, dayOf } from "@/lib/domain/date"
import { RecheckInput } from "@/lib/domain/proposal"
import { type PersonActor, person, team } from "./people"
import { outcomes, proposal, published, SOURCE } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const today = dayOf(new Date().toISOString())
const soon = addDays(today, 5)

// Each test works on commitments of its own.
let taken = 0
async function fresh(count = 1): Promise<string[]> {
  const rows = await db().commitment.findMany({ select: { id: true }, orderBy: { id: "asc" } })
  taken += count
  return rows.slice(taken - count, taken).map(({ id }) => id)
}
const input = (commitments: string[], to: PersonActor, fields: object = {}) =>
  AssignmentInput.parse({
    items: commitments.map((commitment) => ({ commitment, assignee: to.id, dueOn: soon, ...fields })),
  })
const check = (actor: PersonActor, commitment: string, lane = "finding") =>
  recheck(actor, RecheckInput.parse({ commitment, lane, source: SOURCE }))
const of = async (commitment: string) =>
  (await listAssignments(people.admin, { commitment })).map(({ state, assignee, dueOn }) => ({
    state,
    to: assignee.id,
    dueOn,
  }))
/** Puts an assignment into the past, as its days went by. */
const daysAgo = (commitment: string, days: number) =>
  db().assignment.updateMany({
    where: { commitment, cancelledAt: null },
    data: {
      createdAt: new Date(Date.now() - (days + 7) * 86_400_000),
      dueOn: new Date(`${addDays(today, -days)}T00:00:00Z`),
    },
  })

test("a re-check by anybody settles what was given out, in that lane only", async () => {
  const [commitment] = await fresh()
  await assign(people.reviewer, input([commitment!], people.editor))
  await assign(people.reviewer, input([commitment!], people.editor, { lane: "claim" }))
  expect((await of(commitment!)).map((it) => it.state)).toEqual(["open", "open"])
  await check(people.otherEditor, commitment!)
  const list = await listAssignments(people.editor, { commitment: commitment! })
  expect(list.map(({ lane, state }) => `${lane} ${state}`).sort()).toEqual(["claim open", "finding met"])
})

test("a new level settles it as well, and so does nothing else", async () => {
  const [commitment] = await fresh()
  await assign(people.editor, input([commitment!], people.editor))
  await published(people.otherEditor, people.reviewer, proposal({ commitment: commitment!, region: "KP" }))
  expect(await of(commitment!)).toMatchObject([{ state: "open" }])
  await published(people.otherEditor, people.reviewer, proposal({ commitment: commitment! }))
  expect(await of(commitment!)).toMatchObject([{ state: "met" }])
})

test("a missed day stays missed: given out again it is a second date, checked late it is late", async () => {
  const [commitment] = await fresh()
  await assign(people.editor, input([commitment!], people.editor))
  await daysAgo(commitment!, 3)
  const missedOn = addDays(today, -3)
  expect(await of(commitment!)).toMatchObject([{ state: "missed", dueOn: missedOn }])
  await assign(people.reviewer, input([commitment!], people.otherEditor))
  expect(await of(commitment!)).toEqual([
    { state: "missed", to: people.editor.id, dueOn: missedOn },
    { state: "open", to: people.otherEditor.id, dueOn: soon },
  ])
  await check(people.otherEditor, commitment!)
  expect((await of(commitment!)).map((it) => it.state)).toEqual(["late", "met"])
})

test("open work is taken back by who gave it out or who may decide; what is missed or met cannot be", async () => {
  const [mine, theirs, missed, met] = (await fresh(4)) as [string, string, string, string]
  const [own] = await assign(people.editor, input([mine], people.editor))
  const [given] = await assign(people.reviewer, input([theirs], people.editor))
  await expect(cancelAssignment(people.otherEditor, own!.id)).rejects.toMatchObject({ code: "forbidden" })
  await expect(cancelAssignment(people.editor, given!.id)).rejects.toMatchObject({ code: "forbidden" })
  await expect(cancelAssignment(people.analyst, own!.id)).rejects.toMatchObject({ code: "forbidden" })
  await expect(cancelAssignment(people.reviewer, "nothing")).rejects.toMatchObject({ code: "not_found" })
  expect([own!.mayCancel, given!.mayCancel]).toEqual([true, true])
  expect((await listAssignments(people.editor, { commitment: theirs }))[0]!.mayCancel).toBe(false)
  await cancelAssignment(people.editor, own!.id)
  await cancelAssignment(people.otherReviewer, given!.id)
  await cancelAssignment(people.otherReviewer, given!.id) // twice does no harm
  expect(await of(mine)).toMatchObject([{ state: "cancelled" }])

  const [late] = await assign(people.editor, input([missed], people.editor))
  await daysAgo(missed, 1)
  const [done] = await assign(people.editor, input([met], people.editor))
  await check(people.editor, met)
  for (const it of [late!, done!]) {
    await expect(cancelAssignment(people.admin, it.id)).rejects.toMatchObject({ code: "invalid" })
  }
  expect(await of(missed)).toMatchObject([{ state: "missed" }])
  expect(await of(met)).toMatchObject([{ state: "met" }])
})

test("the same commitment is not given out twice while it is open, not even at once", async () => {
  const [a, b] = (await fresh(2)) as [string, string]
  const attempts = [people.editor, people.otherEditor, people.editor, people.otherEditor].map((who) =>
    assign(who, input([a], who)),
  )
  expect(outcomes(await Promise.allSettled(attempts))).toEqual({
    done: 1,
    refused: ["conflict", "conflict", "conflict"],
  })
  // One that is open refuses the whole request, by name.
  await expect(assign(people.reviewer, input([b, a], people.editor))).rejects.toMatchObject({
    code: "conflict",
    fields: { "items.1.commitment": [expect.any(String)] },
  })
  expect(await of(b)).toEqual([])
})

test("editors take work on, only reviewers hand it out", async () => {
  const [commitment] = await fresh()
  await expect(assign(people.editor, input([commitment!], people.otherEditor))).rejects.toMatchObject({
    code: "forbidden",
    detail: { reason: "others-work" },
  })
  await expect(assign(people.analyst, input([commitment!], people.analyst))).rejects.toMatchObject({
    code: "forbidden",
  })
  await expect(assign({ kind: "anonymous" }, input([commitment!], people.editor))).rejects.toMatchObject({
    code: "unauthenticated",
  })
  expect(await of(commitment!)).toEqual([])
})

test.each([
  ["an unknown commitment", () => ({ commitment: "nap2014-99.z" }), "commitment"],
  ["a day that has passed", () => ({ dueOn: addDays(today, -1) }), "dueOn"],
  ["somebody who may not check", () => ({ assignee: people.analyst.id }), "assignee"],
  ["nobody at all", () => ({ assignee: "nobody" }), "assignee"],
])("handing out %s is refused by name and leaves nothing", async (_, fields, field) => {
  const [commitment] = await fresh()
  const before = await db().assignment.count()
  const wrong = input([commitment!], people.editor, fields())
  await expect(assign(people.reviewer, wrong)).rejects.toMatchObject({
    code: "invalid",
    fields: { [`items.0.${field}`]: [expect.any(String)] },
  })
  expect(await db().assignment.count()).toBe(before)
})

test("one commitment twice in one request is refused", async () => {
  const [commitment] = await fresh()
  await expect(assign(people.reviewer, input([commitment!, commitment!], people.editor))).rejects.toMatchObject({
    code: "invalid",
    fields: { "items.1.commitment": [expect.any(String)] },
  })
})

test("a remit holds for who gives and for who gets", async () => {
  const [commitment] = await fresh() // of the 2014 plan
  const remit = { plans: ["nap-2021"], tracks: null }
  const narrow = await person("editor", "Works on 2021")
  await db().user.update({ where: { id: narrow.id }, data: { remit } })
  expect((await colleagues(people.reviewer)).find((it) => it.id === narrow.id)?.remit).toEqual(remit)
  await expect(assign(people.reviewer, input([commitment!], narrow))).rejects.toMatchObject({
    code: "invalid",
    fields: { "items.0.assignee": [expect.any(String)] },
  })
  await expect(assign({ ...people.reviewer, remit }, input([commitment!], people.editor))).rejects.toMatchObject({
    code: "forbidden",
    detail: { reason: "outside-remit" },
  })
  const other = input(["nap2021-01.a"], narrow)
  await expect(assign({ ...people.reviewer, remit }, other)).resolves.toHaveLength(1)
})

test("who gets work is told once, with how much and the first day; who takes it on is not", async () => {
  const some = await fresh(3)
  const notices = (who: PersonActor) => db().notice.findMany({ where: { personId: who.id, kind: "assigned" } })
  const [mine, theirs] = [await notices(people.editor), await notices(people.otherEditor)]
  const items = [
    ...input(some.slice(0, 1), people.otherEditor, { dueOn: addDays(soon, 7) }).items,
    ...input(some.slice(1, 2), people.otherEditor).items,
    ...input(some.slice(2), people.reviewer).items,
  ]
  const made = await assign(people.reviewer, { items })
  await assign(people.editor, input(await fresh(), people.editor))
  expect(await notices(people.editor)).toHaveLength(mine.length)
  expect(await notices(people.reviewer)).toHaveLength(0)
  const told = (await notices(people.otherEditor)).slice(theirs.length)
  expect(told).toMatchObject([{ detail: { count: 2, dueOn: soon, commitment: some[1] } }])
  expect(made.map((it) => `assignment:${it.id}`)).toContain(told[0]!.subject)
  const audit = await db().auditEntry.findFirst({ where: { action: "assignment.create" }, orderBy: { id: "desc" } })
  expect(audit).toMatchObject({ detail: { count: 1, people: 1 } })
})

test("the list is by due day, then by commitment, and filters by person, lane, commitment and state", async () => {
  const [a, b] = (await fresh(2)) as [string, string]
  const other = await person("editor", "Only these two")
  await assign(people.reviewer, input([a], other, { dueOn: addDays(soon, 9) }))
  await assign(people.reviewer, input([b], other, { lane: "claim" }))
  const list = await listAssignments(other, { assignee: other.id })
  expect(list.map((it) => it.commitment)).toEqual([b, a])
  expect(list.map((it) => [it.mine, it.assignee.name])).toEqual([
    [true, "Only these two"],
    [true, "Only these two"],
  ])
  expect(await listAssignments(people.editor, { assignee: other.id, lane: "claim" })).toMatchObject([
    { commitment: b, mine: false },
  ])
  await check(other, b, "claim")
  const open = await listAssignments(other, { assignee: other.id, states: ["open", "missed"] })
  expect(open.map((it) => it.commitment)).toEqual([a])
  expect(JSON.stringify(list)).not.toContain(people.reviewer.id)
  await expect(listAssignments(people.analyst)).rejects.toMatchObject({ code: "forbidden" })
})

test("colleagues are the active people who may re-check, and nothing but what a list needs", async () => {
  const gone = await person("editor", "Has left")
  await db().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
  const found = await colleagues(people.editor)
  const ids = found.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([people.editor.id, people.reviewer.id, people.admin.id]))
  expect(ids).not.toContain(people.analyst.id)
  expect(ids).not.toContain(gone.id)
  expect(Object.keys(found[0]!).sort()).toEqual(["id", "name", "remit", "role"])
  await expect(colleagues(people.analyst)).rejects.toMatchObject({ code: "forbidden" })
})
