import { beforeAll, beforeEach, expect, test } from "vitest"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { submitProposal, undoRevision } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { settleConflict } from "@/lib/data/settlements"
import type { Choice } from "@/lib/domain/conflict"
import { snapshot } from "@/lib/domain/ledger"
import { type Proposal, ProposalInput } from "@/lib/domain/proposal"
import { clashesOf } from "@/lib/domain/views/review"
import { team } from "./people"
import { freshCommitment, newestLedger, proposal, published, submitted } from "./samples"

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

/** Settles a clash as its author chose, and publishes the outcome. */
async function settled(mine: Proposal, choices: Record<string, Choice> = {}) {
  const all = await newestLedger()
  const views = clashesOf(all, mine, clashes(all, mine), "2026-11-22")
  expect(views.length).toBeGreaterThan(0)
  const chosen = views.flatMap(({ at }) =>
    Object.entries(choices).map(([field, choice]) => ({ step: at, field, choice })),
  )
  const rebased = await settleConflict(people.editor, mine.id, {
    version: mine.version,
    newest: all.newest,
    choices: chosen,
  })
  expect(rebased).toMatchObject({ status: "draft", base: all.newest })
  const { id, version } = await submitProposal(people.editor, rebased.id, rebased.version)
  return { views, revision: (await publishProposal(people.reviewer, id, version)).revision }
}

test("both changed a record of another kind: what only one changed stays, what both did is chosen", async () => {
  const all = await newestLedger()
  const event = snapshot(all, all.newest).records.event.values().next().value!
  const change = (more: object) =>
    ProposalInput.parse({
      change: "correction",
      reasonEn: "An event.",
      operations: [{ act: "change", kind: "event", record: { ...event, ...more } }],
    })
  const mine = await submitted(people.editor, change({ titleEn: "Mine", note: "Typed by me" }))
  await published(people.otherEditor, people.reviewer, change({ titleEn: "Theirs", descriptionEn: "Theirs too" }))
  await expect(publishProposal(people.reviewer, mine.id, mine.version)).rejects.toMatchObject({ code: "conflict" })
  const { revision } = await settled(await findProposal(people.editor, mine.id), { titleEn: "theirs" })
  expect(snapshot(await newestLedger(), revision).records.event.get(event.id)).toEqual({
    ...event,
    titleEn: "Theirs",
    descriptionEn: "Theirs too",
    note: "Typed by me",
  })
})

test("an undo whose record moved on ends here, and puts back only what the undone revision did", async () => {
  const all = await newestLedger()
  const source = [...snapshot(all, all.newest).records.source.values()].at(-1)!
  const change = (more: object) =>
    ProposalInput.parse({
      change: "correction",
      reasonEn: "A source.",
      operations: [{ act: "change", kind: "source", record: { ...source, ...more } }],
    })
  const { revision } = await published(people.editor, people.reviewer, change({ title: "Wrong title" }))
  await published(people.editor, people.reviewer, change({ title: "Wrong title", notes: "Checked since" }))
  const undo = await undoRevision(people.editor, revision)
  expect(clashes(await newestLedger(), undo)).toEqual([{ key: `source/${source.id}`, revision: revision + 1 }])
  const sent = await submitProposal(people.editor, undo.id, undo.version)
  await expect(publishProposal(people.reviewer, sent.id, sent.version)).rejects.toMatchObject({ code: "conflict" })
  const done = await settled(await findProposal(people.editor, undo.id))
  expect(done.views).toMatchObject([{ kind: "source", there: true, theirs: { notes: "Checked since" } }])
  expect(snapshot(await newestLedger(), done.revision).records.source.get(source.id)).toEqual({
    ...source,
    notes: "Checked since",
  })
})

test("an assessment that was taken back meanwhile is told as a conflict, and yours comes in as it was typed", async () => {
  const first = await published(people.editor, people.reviewer, proposal({ commitment: fresh }))
  const all = await newestLedger()
  const [entry] = all.revisions[first.revision - 1]!.entries
  const record = snapshot(all, first.revision).records.assessment.get(entry!.id)!
  const input = (operation: object) =>
    ProposalInput.parse({ change: "correction", reasonEn: "It was wrong.", operations: [operation] })
  const mine = await submitted(
    people.editor,
    input({ act: "change", kind: "assessment", record: { ...record, level: 0, rationaleEn: "Typed with care." } }),
  )
  const both = await submitted(people.editor, input({ act: "withdraw", kind: "assessment", id: record.id }))
  await published(people.otherEditor, people.reviewer, input({ act: "withdraw", kind: "assessment", id: record.id }))
  for (const { id, version } of [mine, both])
    await expect(publishProposal(people.reviewer, id, version)).rejects.toMatchObject({
      code: "conflict",
      detail: { conflicts: [{ key: entry!.key }] },
    })
  const done = await settled(await findProposal(people.editor, mine.id))
  expect(done.views).toMatchObject([{ there: false, theirs: null, act: "change" }])
  expect(snapshot(await newestLedger(), done.revision).records.assessment.get(record.id)).toMatchObject({
    level: 0,
    rationaleEn: "Typed with care.",
  })
})

test("of two new assessments of one day yours rewrites theirs, as a correction", async () => {
  const day = "2026-03-04"
  const mine = await waiting({ effectiveOn: day, level: 0, rationaleEn: "Mine." })
  const theirs = await published(
    people.otherEditor,
    people.reviewer,
    proposal({ commitment: fresh, effectiveOn: day, level: 3, rationaleEn: "Theirs." }),
  )
  const { revision } = await settled(await findProposal(people.editor, mine.id), { rationaleEn: "theirs" })
  const all = await newestLedger()
  const [entry] = all.revisions[theirs.revision - 1]!.entries
  expect(all.revisions[revision - 1]).toMatchObject({
    kind: "correction",
    entries: [{ id: entry!.id, act: "change" }],
  })
  expect(snapshot(all, revision).records.assessment.get(entry!.id)).toMatchObject({
    level: 0,
    rationaleEn: "Theirs.",
  })
})

test("a step that cannot go on is told by its place, dropped, and the rest goes on; nobody else may settle it", async () => {
  const [first, second] = [...snapshot(await newestLedger(), 1).records.rating.values()]
  const rewritten = (record: object, note: string) => ({ act: "change", kind: "rating", record: { ...record, note } })
  const input = (...operations: object[]) =>
    ProposalInput.parse({ change: "correction", reasonEn: "Ratings.", operations })
  const source = {
    ...snapshot(await newestLedger(), 1)
      .records.source.values()
      .next().value!,
    id: "cited-here",
    url: "https://example.org/cited",
  }
  await published(people.editor, people.reviewer, input({ act: "add", kind: "source", record: source }))
  const mine = await submitted(
    people.editor,
    input(rewritten(first!, "Mine."), {
      ...rewritten(second!, "Rests on it."),
      record: { ...second, source: source.id },
    }),
  )
  await published(people.otherEditor, people.reviewer, input(rewritten(first!, "Theirs.")))
  await published(people.otherEditor, people.reviewer, input({ act: "withdraw", kind: "source", id: source.id }))
  const all = await newestLedger()
  const settle = (more: object, who = people.editor) =>
    settleConflict(who, mine.id, { version: mine.version, newest: all.newest, ...more })

  await expect(settle({}, people.otherEditor)).rejects.toMatchObject({ code: "not_found" })
  await expect(settle({ version: mine.version + 1 })).rejects.toMatchObject({ code: "conflict" })
  await expect(settle({ newest: mine.base })).rejects.toMatchObject({ code: "conflict" })
  await expect(settle({})).rejects.toMatchObject({
    code: "invalid",
    fields: { "operations.1.record": [expect.stringContaining(source.id)] },
  })
  await expect(settle({ dropped: [0, 1] })).rejects.toMatchObject({ code: "invalid" })
  expect((await findProposal(people.editor, mine.id)).operations).toEqual(mine.operations)
  const { operations } = await settle({ dropped: [1], choices: [{ step: 0, field: "note", choice: "yours" }] })
  expect(operations).toEqual([{ act: "change", kind: "rating", record: { ...first, note: "Mine." } }])
})
