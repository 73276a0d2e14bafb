import { beforeAll, describe, expect, test } from "vitest"
import { checkImport, proposeImport } from "@/lib/data/imports"
import { ledger } from "@/lib/data/ledger"
import { findProposal } from "@/lib/data/proposal-list"
import { submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import type { TableFormat } from "@/lib/data/tables/format"
import { recognise } from "@/lib/data/tables/read"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { flatten } from "@/lib/domain/import/cells"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import type { Actor } from "@/lib/domain/policy"
import { MOST_OPERATIONS } from "@/lib/domain/proposal"
import { KIND_NAMES } from "@/lib/domain/records"
import { assessment, csv, event, file, importing, recordsOf, written } from "./import-lines"
import { team } from "./people"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
const { dryRun, propose } = importing(() => people.editor)

describe("the whole record, exported and imported", () => {
  const formats: TableFormat[] = ["csv", "json", "jsonl", "xlsx"]
  test.each(formats)(
    "as %s: no change, and the kind is told without being said",
    async (format) => {
      const before = await written()
      for (const kind of KIND_NAMES) {
        const records = await recordsOf(kind)
        if (records.length === 0) continue
        const content = {
          csv: () => csv(records),
          json: () => JSON.stringify({ items: records }),
          jsonl: () => records.map((record) => JSON.stringify(record)).join("\n"),
          xlsx: () => xlsxOf(records.map(flatten), LIST_NAMES[kind]),
        }[format]
        const { totals, kind: told, changes } = await dryRun(await content(), { format })
        const none = { add: 0, change: 0, warning: 0, error: 0 }
        expect({ kind: told, ...totals }).toEqual({ kind, rows: records.length, same: records.length, ...none })
        expect(changes).toBe(0)
      }
      expect(await written()).toEqual(before)
    },
    120_000,
  )
})

describe("good rows", () => {
  test("become one draft that names each; published, the same file says no change", async () => {
    const records = [event(), event({ note: "=not a formula" })]
    const { id: _, ...nameless } = event({ titleEn: "A second committee was named" })
    const content = csv(
      [...records.map((it) => ({ ...it })), { id: null, ...nameless }],
      COLUMNS.event.map(({ name }) => name),
    )
    const [made, ...more] = await propose(content)
    expect(more).toEqual([])
    const draft = await findProposal(people.editor, made!.id)
    expect(draft).toMatchObject({ status: "draft", change: "world-changed", mine: true })
    expect(draft.operations).toHaveLength(3)
    expect(draft.operations.slice(0, 2).map((it) => it.act !== "withdraw" && it.record)).toEqual(records)
    const { version } = await submitProposal(people.editor, draft.id, draft.version)
    await publishProposal(people.reviewer, draft.id, version)
    expect((await dryRun(content)).totals).toMatchObject({ rows: 3, same: 3, add: 0, change: 0 })
    // What the file leaves out stays: it never withdraws.
    expect((await dryRun(csv(records.slice(0, 1)))).totals).toMatchObject({ rows: 1, same: 1 })
    expect(await recordsOf("event")).toEqual(expect.arrayContaining(records))
  })

  test("a file with few columns changes just those; a new record needs more", async () => {
    const [first, second] = (await recordsOf("source")) as { id: string; publisher: string; title: string }[]
    const content = `id,publisher\r\n${first!.id},Another publisher\r\n${second!.id},"${second!.publisher.replaceAll('"', '""')}"\r\n`
    const { totals, rows } = await dryRun(content, { kind: "source" })
    expect(totals).toMatchObject({ change: 1, same: 1, error: 0 })
    expect(rows[0]).toMatchObject({ id: first!.id, outcome: "change", differs: ["publisher"] })
    const [made] = await propose(content, { kind: "source" })
    const { operations, change } = await findProposal(people.editor, made!.id)
    expect(change).toBe("correction")
    expect(operations).toEqual([
      { act: "change", kind: "source", record: { ...first, publisher: "Another publisher" } },
    ])
    const unknown = await dryRun("id,publisher\nnew-source,Somebody", { kind: "source" })
    expect(unknown.rows[0]!.errors.map(({ column }) => column)).toEqual(expect.arrayContaining(["title", "language"]))
  })

  test("a year or a month stands for its first day, and says so", async () => {
    const { precision: _, ...silent } = event({ date: "2016" })
    const { rows } = await dryRun(csv([silent, { ...silent, id: "test-month", date: "2016-05" }]), { kind: "event" })
    expect(rows.map(({ outcome }) => outcome)).toEqual(["warning", "warning"])
    expect(rows[0]!.notes[0]).toMatchObject({
      column: "date",
      reason: "Only a year is given: kept as 2016-01-01, exact to the year.",
    })
    const stated = await dryRun(csv([event({ date: "2016", precision: "day" })]))
    expect(stated.rows[0]!.errors[0]).toMatchObject({ column: "date", reason: "Write the day as YYYY-MM-DD." })
  })

  test("a semicolon or a tab may part the cells, capitals in the head do not matter, empty lines are passed over", async () => {
    const [first] = (await recordsOf("source")) as { id: string }[]
    for (const mark of [";", "\t"]) {
      const content = `ID${mark}Publisher\n\n${first!.id}${mark}Some, publisher\n${mark}\n`
      const { rows } = await dryRun(content, { kind: "source" })
      expect(rows).toMatchObject([{ row: 3, outcome: "change", differs: ["publisher"] }])
    }
  })

  test("the same request twice makes one draft", async () => {
    const content = csv([event()])
    const [a] = await propose(content, { key: "once" })
    const [b] = await propose(content, { key: "once" })
    expect(b).toEqual(a)
  })

  test("more changes than one proposal holds become several, numbered; what belongs together stays together", async () => {
    const count = MOST_OPERATIONS + 500
    const commitments = (await recordsOf("commitment")).map((it) => (it as { id: string }).id).slice(0, 50)
    const records = Array.from({ length: count }, (_, at) =>
      assessment({ commitment: commitments[at % 50], effectiveOn: `${1100 + Math.floor(at / 50)}-07-01` }),
    )
    const made = await propose(csv(records))
    expect(made.reduce((sum, { operations }) => sum + operations, 0)).toBe(count)
    const drafts = await Promise.all(made.map(({ id }) => findProposal(people.editor, id)))
    expect(drafts.map(({ reasonEn }) => reasonEn)).toEqual(["A table. (1/2)", "A table. (2/2)"])
    const cells = drafts.map(
      ({ operations }) =>
        new Set(
          operations.map((it) => (it.act === "withdraw" ? "" : (it.record as { commitment: string }).commitment)),
        ),
    )
    expect([...cells[0]!].filter((cell) => cells[1]!.has(cell))).toEqual([])
    expect(drafts.every(({ operations }) => operations.length <= MOST_OPERATIONS)).toBe(true)
  }, 60_000)

  test("published batch after batch in two names, and only as far as nobody else touched the same", async () => {
    const content = csv([event(), event()])
    const table = await recognise(file(content), { kind: null, format: null })
    const reason = { en: "A table.", ur: null }
    const check = await checkImport(people.editor, table, { mostRows: 100, listed: 0 })
    const own = { reason, key: null, publisher: people.editor }
    await expect(proposeImport(people.editor, table, check, own)).rejects.toMatchObject({ code: "forbidden" })
    const [made] = await proposeImport(people.editor, table, check, { ...own, publisher: people.reviewer })
    const held = await ledger()
    expect(made).toMatchObject({ operations: 2, revision: held.newest })

    const [first] = (await recordsOf("event")) as { id: string }[]
    const changing = await recognise(file(`id,note\n${first!.id},Mine`), { kind: "event", format: null })
    const early = await checkImport(people.editor, changing, { mostRows: 100, listed: 0 })
    const [theirs] = await propose(`id,note\n${first!.id},Theirs`, { kind: "event" })
    const { version } = await submitProposal(people.editor, theirs!.id, 1)
    await publishProposal(people.reviewer, theirs!.id, version)
    const late = proposeImport(people.editor, changing, early, { reason, key: null, publisher: people.reviewer })
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    expect((await recordsOf("event"))[0]).toMatchObject({ note: "Theirs" })
  })
})

describe("who may", () => {
  test("nobody without the permission reads a file in", async () => {
    for (const by of [people.analyst, { kind: "anonymous" } as const]) {
      await expect(dryRun(csv([event()]), { by })).rejects.toMatchObject({
        code: by.kind === "person" ? "forbidden" : "unauthenticated",
      })
    }
  })

  test("rows outside one's plans and tracks are errors of their own", async () => {
    const by: Actor = { ...people.editor, remit: { plans: ["nap-2014"], tracks: null } }
    const [other] = (await recordsOf("commitment")).filter((it) => (it as { plan: string }).plan === "nap-2021") as {
      id: string
    }[]
    const { rows, totals } = await dryRun(csv([assessment(), assessment({ commitment: other!.id })]), { by })
    expect(totals).toMatchObject({ add: 1, error: 1 })
    expect(rows[0]).toMatchObject({
      row: 3,
      errors: [{ column: null, reason: "This lies outside the plans and tracks you work on." }],
    })
  })
})
