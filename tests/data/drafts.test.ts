import { beforeAll, expect, test } from "vitest"
import { changeDraft, createDraft, deleteDraft, draftOfForm, findDraft, listDrafts } from "@/lib/data/drafts"
import { db } from "@/lib/data/db"
import { changeSteps, createProposal } from "@/lib/data/proposals"
import { reviewers } from "@/lib/data/reviewers"
import { seed } from "@/lib/data/seed"
import { DraftInput, LONGEST_DRAFT, MOST_DRAFTS } from "@/lib/domain/form/draft"
import type { Operation } from "@/lib/domain/proposal"
import { person, team } from "./people"
import { outcomes, proposal } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const input = (text = "Typed.", form = "records:add:event") =>
  DraftInput.parse({ form, title: "An event", content: { text: { reasonEn: text } } })

test("what somebody writes is kept, comes back as it was, and goes when it is thrown away", async () => {
  const made = await createDraft(people.editor, input("لکھا ہوا"))
  expect(made).toMatchObject({ version: 1, form: "records:add:event", title: "An event" })
  const later = await changeDraft(people.editor, made.id, { version: 1, content: { text: { reasonEn: "More." } } })
  expect(later).toMatchObject({ version: 2, title: "An event" })
  expect((await findDraft(people.editor, made.id)).content).toEqual({ text: { reasonEn: "More." } })
  expect((await draftOfForm(people.editor, "records:add:event"))?.id).toBe(made.id)
  expect(await draftOfForm(people.editor, "records:add:point")).toBeNull()
  expect((await listDrafts(people.editor))[0]).not.toHaveProperty("content")
  await deleteDraft(people.editor, made.id)
  await expect(findDraft(people.editor, made.id)).rejects.toMatchObject({ code: "not_found" })
  await expect(changeDraft(people.editor, made.id, { version: 2, title: "x" })).rejects.toMatchObject({ code: "not_found" }) // prettier-ignore
})

test("of two windows that write over one version only one wins, and the other is told which version stands", async () => {
  const { id } = await createDraft(people.editor, input())
  const write = (text: string) => changeDraft(people.editor, id, { version: 1, content: { text } })
  const { done, refused } = outcomes(await Promise.allSettled(["a", "b", "c", "d"].map(write)))
  expect({ done, refused }).toEqual({ done: 1, refused: ["conflict", "conflict", "conflict"] })
  await expect(write("late")).rejects.toMatchObject({ code: "conflict", detail: { version: 2 } })
  expect((await findDraft(people.editor, id)).version).toBe(2)
})

test("a draft is its author's alone: to everybody else, whatever their role, it is missing", async () => {
  const { id } = await createDraft(people.editor, input("A secret half sentence."))
  for (const other of [people.otherEditor, people.reviewer, people.admin]) {
    await expect(findDraft(other, id)).rejects.toMatchObject({ code: "not_found" })
    await expect(changeDraft(other, id, { version: 1, title: "Mine" })).rejects.toMatchObject({ code: "not_found" })
    await expect(deleteDraft(other, id)).rejects.toMatchObject({ code: "not_found" })
    expect(await listDrafts(other)).toEqual([])
  }
  await expect(listDrafts(people.analyst)).rejects.toMatchObject({ code: "forbidden" })
  await expect(createDraft({ kind: "anonymous" }, input())).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await findDraft(people.editor, id)).toMatchObject({ version: 1, title: "An event" })
})

test("the audit says that a draft was kept, and nothing of what is in it", async () => {
  const { id } = await createDraft(people.editor, input("A secret half sentence."))
  const entries = await db().auditEntry.findMany({ where: { subject: `draft:${id}` } })
  expect(entries.map((it) => it.action)).toEqual(["draft.create"])
  expect(JSON.stringify(entries[0]!.detail)).not.toContain("secret")
})

test("what is too long or names no form is refused before it is kept", () => {
  const content = (length: number) => ({ form: "records", content: { text: "x".repeat(length) } })
  expect(DraftInput.safeParse(content(LONGEST_DRAFT - 20)).success).toBe(true)
  expect(DraftInput.safeParse(content(LONGEST_DRAFT)).success).toBe(false)
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`) as unknown
  // Too deep to be spelled or just short enough: never an error of ours.
  expect(() => DraftInput.safeParse({ form: "records", content: { deep } })).not.toThrow()
  for (const form of ["", "Records", "records:a b", "records:a:b:c:d"]) {
    expect(DraftInput.safeParse({ form, content: {} }).success, form).toBe(false)
  }
})

test("nobody fills the database with drafts", async () => {
  const hoarder = await person("editor", "A hoarder")
  const { id: authorId } = hoarder
  const data = Array.from({ length: MOST_DRAFTS }, (_, at) => ({ id: `hoard-${at}`, authorId, form: "records", title: "", content: {} })) // prettier-ignore
  await db().draft.createMany({ data })
  await expect(createDraft(hoarder, input())).rejects.toMatchObject({ code: "too_many" })
  await deleteDraft(hoarder, "hoard-0")
  await expect(createDraft(hoarder, input())).resolves.toBeDefined()
})

test("one step of many is changed by telling the others by their places", async () => {
  const draft = await createProposal(people.editor, {
    ...proposal(),
    change: "correction",
    operations: [
      { act: "withdraw", kind: "event", id: "ev-01" },
      { act: "withdraw", kind: "event", id: "ev-02" },
      { act: "withdraw", kind: "event", id: "ev-03" },
    ],
  })
  const { change, reasonEn, reasonUr, note } = draft
  const base = { change, reasonEn, reasonUr, note }
  const fresh: Operation = { act: "withdraw", kind: "event", id: "ev-04" }
  const changed = await changeSteps(people.editor, draft.id, { ...base, version: 1, steps: [2, fresh, 0] })
  expect(changed.operations.map((it) => it.act === "withdraw" && it.id)).toEqual(["ev-03", "ev-04", "ev-01"])
  expect(changed.version).toBe(2)
  // Places of a version that has passed say nothing.
  await expect(changeSteps(people.editor, draft.id, { ...base, version: 1, steps: [0] })).rejects.toMatchObject({ code: "conflict" }) // prettier-ignore
  await expect(changeSteps(people.editor, draft.id, { ...base, version: 2, steps: [7] })).rejects.toMatchObject({
    code: "invalid",
    fields: { "operations.0": ["There is no such step."] },
  })
  await expect(changeSteps(people.reviewer, draft.id, { ...base, version: 2, steps: [0] })).rejects.toMatchObject({ code: "not_found" }) // prettier-ignore
})

test("an author may ask anybody who reviews, but not themselves, nor who was shut out", async () => {
  const ids = async (who: typeof people.editor) => (await reviewers(who)).map((it) => it.id)
  expect(await ids(people.editor)).toEqual(expect.arrayContaining([people.reviewer.id, people.otherReviewer.id, people.admin.id])) // prettier-ignore
  expect(await ids(people.editor)).not.toContain(people.otherEditor.id)
  expect(await ids(people.reviewer)).not.toContain(people.reviewer.id)
  await db().user.update({ where: { id: people.otherReviewer.id }, data: { disabledAt: new Date() } })
  expect(await ids(people.editor)).not.toContain(people.otherReviewer.id)
  await expect(reviewers(people.analyst)).rejects.toMatchObject({ code: "forbidden" })
})
