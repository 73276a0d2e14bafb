import { beforeAll, beforeEach, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { recheck, recheckAll } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { dayOf } from "@/lib/domain/date"
import { cellOf, lastChecked, snapshot } from "@/lib/domain/ledger"
import { BulkRecheckInput, RecheckInput } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { team } from "./people"
import { COMMITMENT, commitments, proposal, published, SOURCE } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
const today = dayOf(new Date().toISOString())

const input = (overrides: object = {}) =>
  RecheckInput.parse({ commitment: COMMITMENT, lane: "finding", source: SOURCE, ...overrides })
const cell = cellOf({ commitment: COMMITMENT, lane: "finding", region: null })
let before = 0
beforeEach(async () => {
  before = (await ledger()).newest
})

test("a re-check moves the last-checked day and no number", async () => {
  const held = await ledger()
  const answers = () =>
    ["nap-2014", "nap-2021"].flatMap((plan) =>
      ["finding", "claim"].map((lane) => {
        const view = overview(held, resolve(Query.parse({ plan, lane }), held, new Date().toISOString()))
        const { tracks, imbalance, series, grid, gaps, changes, sectors, momentum } = view
        return { tracks, imbalance, series, grid, gaps, changes, sectors, momentum }
      }),
    )
  const numbers = structuredClone(answers())
  expect(lastChecked(snapshot(held, before), cell, today)).not.toBe(today)

  await expect(recheck(people.editor, input())).resolves.toMatchObject({ revision: before + 1 })
  expect((await ledger()).newest).toBe(before + 1)
  expect(answers()).toEqual(numbers)
  expect(lastChecked(snapshot(held, held.newest), cell, today)).toBe(today)
  // As known before, it had not been checked.
  expect(lastChecked(snapshot(held, before), cell, today)).not.toBe(today)
  const revision = await db().revision.findUniqueOrThrow({ where: { number: before + 1 } })
  expect(revision).toMatchObject({ kind: "re-check", authorId: people.editor.id, publisherId: people.editor.id })
  expect(revision.entries).toMatchObject([{ kind: "check", act: "add" }])
})

test("a re-check is refused when the assessment changed since the editor looked", async () => {
  const { revision } = await published(people.otherEditor, people.reviewer)
  await expect(recheck(people.editor, input({ base: before }))).rejects.toMatchObject({
    code: "conflict",
    detail: { conflicts: [{ key: `assessment/${cell}`, revision }] },
  })
  expect((await ledger()).newest).toBe(revision)
  await expect(recheck(people.editor, input({ base: revision }))).resolves.toMatchObject({ revision: revision + 1 })
})

test("two re-checks of one assessment do not stand in each other's way", async () => {
  await expect(recheck(people.editor, input({ base: before }))).resolves.toBeDefined()
  await expect(recheck(people.reviewer, input({ base: before }))).resolves.toBeDefined()
})

test.each([
  ["an unknown commitment", { commitment: "nap2014-99.z" }],
  ["a source nobody entered", { source: "nobody" }],
  ["a region without an assessment", { region: "ICT" }],
  ["a day to come", { checkedOn: "2999-01-01" }],
  ["a day before there was anything to confirm", { checkedOn: "1001-01-01" }],
])("a re-check of %s is refused and leaves nothing", async (_, fields) => {
  await expect(recheck(people.editor, input(fields))).rejects.toMatchObject({ code: "invalid" })
  expect(await db().revision.count()).toBe(before)
})

test("who may only look may not re-check", async () => {
  await expect(recheck(people.analyst, input())).rejects.toMatchObject({ code: "forbidden" })
  await expect(recheck({ kind: "anonymous" }, input())).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await db().revision.count()).toBe(before)
})

const NEW_SOURCE = {
  kind: "press" as const,
  language: "en",
  publisher: "The Example Gazette",
  title: "Nothing has moved",
  titleIsDescription: false,
  url: "https://press.example.org/nothing-has-moved",
  publishedOn: today,
  precision: "day" as const,
  confidence: "confirmed" as const,
  notes: null,
}

test("a source the library lacks comes in with the re-check, as one revision", async () => {
  await recheck(people.editor, input({ source: undefined, newSource: NEW_SOURCE }))
  const held = await ledger()
  expect(held.newest).toBe(before + 1)
  const { entries } = held.revisions[before]!
  expect(entries.map((it) => `${it.act} ${it.kind}`)).toEqual(["add source", "add check"])
  const { records, checks } = snapshot(held, held.newest)
  const source = records.source.get(entries[0]!.id)!
  expect(source).toMatchObject({ ...NEW_SOURCE, copy: null, goneOn: null })
  expect(checks.get(cell)!.find((it) => it.id === entries[1]!.id)?.source).toBe(source.id)
})

test("a re-check names exactly one source, and a new one must be fit to be shown", async () => {
  expect(() => input({ source: undefined })).toThrow()
  expect(() => input({ newSource: NEW_SOURCE })).toThrow()
  expect(() => input({ source: undefined, newSource: { ...NEW_SOURCE, id: "mine" } })).toThrow()
  const plain = input({ source: undefined, newSource: { ...NEW_SOURCE, url: "http://press.example.org/x" } })
  await expect(recheck(people.editor, plain)).rejects.toMatchObject({ code: "invalid" })
  expect(await db().revision.count()).toBe(before)
})

const bulk = (ids: string[], overrides: object = {}) =>
  BulkRecheckInput.parse({ commitments: ids, lane: "finding", source: SOURCE, ...overrides })

test("several are confirmed by one source as one revision", async () => {
  const some = await commitments(12)
  await expect(recheckAll(people.editor, bulk(some))).resolves.toMatchObject({ revision: before + 1 })
  const held = await ledger()
  expect(held.newest).toBe(before + 1)
  expect(held.revisions[before]).toMatchObject({ kind: "re-check" })
  const facts = snapshot(held, held.newest)
  for (const commitment of some) {
    expect(lastChecked(facts, cellOf({ commitment, lane: "finding", region: null }), today)).toBe(today)
  }
  const claims = facts.checks.get(cellOf({ commitment: some[1]!, lane: "claim", region: null }))
  expect(claims).toBeUndefined()
})

test("if somebody changed some of them since, those are named and not one is published", async () => {
  const some = await commitments(5)
  const changed = [some[1]!, some[3]!]
  for (const commitment of changed) await published(people.otherEditor, people.reviewer, proposal({ commitment }))
  const now = (await ledger()).newest
  const keys = changed.map((commitment) => `assessment/${cellOf({ commitment, lane: "finding", region: null })}`)
  const error: unknown = await recheckAll(people.editor, bulk(some, { base: before })).catch((it: unknown) => it)
  expect(error).toMatchObject({ code: "conflict" })
  expect((error as { detail: { conflicts: { key: string }[] } }).detail.conflicts.map((it) => it.key)).toEqual(keys)
  expect(await db().revision.count()).toBe(now)
  // Without those it goes on.
  const others = some.filter((it) => !changed.includes(it))
  await expect(recheckAll(people.editor, bulk(others, { base: before }))).resolves.toBeDefined()
})

test("what cannot be confirmed is named by its place, and not one is published", async () => {
  const wrong = bulk([COMMITMENT, "nap2014-99.z"])
  await expect(recheckAll(people.editor, wrong)).rejects.toMatchObject({
    code: "invalid",
    fields: { "commitments.1": [expect.any(String)] },
  })
  await expect(recheckAll(people.editor, bulk([COMMITMENT], { region: "ICT" }))).rejects.toMatchObject({
    code: "invalid",
    fields: { "commitments.0": [expect.any(String)] },
  })
  await expect(recheckAll(people.analyst, bulk([COMMITMENT]))).rejects.toMatchObject({ code: "forbidden" })
  expect(() => bulk([COMMITMENT, COMMITMENT])).toThrow()
  expect(() => bulk([])).toThrow()
  expect(await db().revision.count()).toBe(before)
})

test("a re-check stays within one's plans and tracks, alone and among others", async () => {
  const narrow = { ...people.editor, remit: { plans: ["nap-2021"], tracks: null } }
  const outside = { code: "forbidden", detail: { reason: "outside-remit" } }
  await expect(recheck(narrow, input())).rejects.toMatchObject(outside)
  await expect(recheckAll(narrow, bulk(["nap2021-01.a", COMMITMENT]))).rejects.toMatchObject(outside)
  expect(await db().revision.count()).toBe(before)
  await expect(recheck(narrow, input({ commitment: "nap2021-01.a" }))).resolves.toBeDefined()
})

test("a re-check cannot be used to publish a level", () => {
  expect(() => input({ level: 3 })).toThrow()
  expect(() => proposal({}, { change: "re-check" as never })).toThrow()
})
