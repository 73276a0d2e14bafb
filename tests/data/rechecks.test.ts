import { beforeAll, beforeEach, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { recheck } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { dayOf } from "@/lib/domain/date"
import { cellOf, lastChecked, snapshot } from "@/lib/domain/ledger"
import { RecheckInput } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { team } from "./people"
import { COMMITMENT, proposal, published, SOURCE } from "./samples"

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

test("a re-check cannot be used to publish a level", () => {
  expect(() => input({ level: 3 })).toThrow()
  expect(() => proposal({}, { change: "re-check" as never })).toThrow()
})
