import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Ledger, RevisionKind } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { changesFeed, FEED_LENGTH } from "@/lib/domain/views/feed"
import { recordComparison } from "@/lib/domain/views/record-comparison"
import { changeText } from "@/lib/i18n/change-sentence"
import { addition as add, datasetLedger, fact, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const ask = (ledger: Ledger, query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, NOW)
const tracks = new Map(rows("commitment").map(({ id, track }) => [id, track]))
const COMMITMENTS = ["nap2014-05.a", "nap2014-05.b", "nap2014-12.a", "nap2021-03.a"]

const work = fc.array(
  fc.record({
    kind: fc.constantFrom<RevisionKind>("world-changed", "correction", "re-check"),
    of: fc.uniqueArray(fc.constantFrom(...COMMITMENTS), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
)

/** One revision after another, each adding an assessment to some commitments. */
function publishAll(ledger: Ledger, given: { kind: RevisionKind; of: string[] }[], name = "a") {
  for (const [at, { kind, of }] of given.entries())
    published(
      ledger,
      of.map((commitment, part) => add(fact(`${name}-${at}-${part}`, { commitment }))),
      kind,
    )
}

describe("a feed", () => {
  test("has every record of every revision it follows, newest first, and no other", () => {
    fc.assert(
      fc.property(work, fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const), (given, track) => {
        const ledger = datasetLedger()
        publishAll(ledger, given)
        for (const kind of [null, "world", "correction"] as const) {
          for (const plan of [null, "nap-2014", "nap-2021"]) {
            const { entries, updated } = changesFeed(
              ledger,
              ask(ledger, { plan: plan ?? "nap-2014", track }),
              kind,
              plan,
            )
            const named = entries.filter(({ item }) => item !== null)
            const wanted = given.flatMap((each, at) =>
              each.of
                .filter(() => kind === null || each.kind === (kind === "world" ? "world-changed" : kind))
                .filter((id) => plan === null || id.startsWith(plan.replace("-", "")))
                .filter((id) => track === null || tracks.get(id) === track)
                .map((id) => `${at + 2}/${id}`),
            )
            expect(named.map(({ revision, item }) => `${revision}/${item!.commitment!.id}`).sort()).toEqual(
              wanted.sort(),
            )
            const order = entries.map(({ revision }) => revision)
            expect(order).toEqual(order.toSorted((a, b) => b - a))
            expect(updated).toBe(entries[0]?.publishedAt ?? ledger.revisions[0]!.publishedAt)
          }
        }
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test("as a revision knew it stays the same whatever is published later", () => {
    fc.assert(
      fc.property(work, work, (early, late) => {
        const ledger = datasetLedger()
        publishAll(ledger, early)
        const question = ask(ledger, { known: ledger.newest })
        const before = JSON.stringify(changesFeed(ledger, question, null, null))
        publishAll(ledger, late, "b")
        expect(JSON.stringify(changesFeed(ledger, question, null, null))).toBe(before)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test("is bounded, and a long revision is counted beyond what it names", () => {
    const ledger = datasetLedger()
    const many = Array.from({ length: 33 }, (_, at) => add(fact(`many-${at}`, { effectiveOn: "2023-01-01" })))
    published(ledger, many)
    const { entries } = changesFeed(ledger, ask(ledger), null, null)
    expect(entries.filter(({ revision, item }) => revision === 2 && item !== null)).toHaveLength(20)
    expect(entries.find(({ revision, item }) => revision === 2 && item === null)!.counts).toEqual([
      { kind: "assessment", act: "add", count: 13 },
    ])
    for (let at = 0; at < 120; at++) published(ledger, [add(fact(`more-${at}`))])
    expect(changesFeed(ledger, ask(ledger), null, null).entries).toHaveLength(FEED_LENGTH)
  })
})

test("its sentences are those of the page, in both languages", () => {
  const ledger = datasetLedger()
  published(ledger, [add(fact("s1", { effectiveOn: "2026-01-05", level: 3 }))])
  published(
    ledger,
    [{ act: "change", kind: "assessment", record: fact("s1", { effectiveOn: "2026-01-05", level: 2 }) }],
    "correction",
  )
  published(ledger, [{ act: "withdraw", kind: "assessment", id: "s1" }], "correction")
  const { entries } = changesFeed(ledger, ask(ledger), null, null)
  const said = (locale: "en" | "ur") => entries.flatMap(({ item }) => (item ? [changeText(locale, item)] : []))
  const [withdrawn, corrected, first] = said("en")
  expect(first).toMatch(/^5a 2014 Finding: from .+ to Complete since 5 Jan 2026$/)
  expect(corrected).toBe("5a 2014 Finding corrected: Intermediate (was Complete) since 5 Jan 2026")
  expect(withdrawn).toMatch(/^5a 2014 Finding withdrawn: Intermediate .+ again since /)
  for (const sentence of said("ur")) expect(sentence).toMatch(/آزاد جائزہ/)
})

describe("two versions of a record", () => {
  const ledger = datasetLedger()
  published(ledger, [add(fact("v", { rationaleEn: "First words." }))])
  published(
    ledger,
    [{ act: "change", kind: "assessment", record: fact("v", { rationaleEn: "Second words." }) }],
    "correction",
  )
  published(ledger, [
    { act: "change", kind: "assessment", record: fact("v", { level: 3, rationaleEn: "Third words." }) },
  ])
  published(ledger, [{ act: "withdraw", kind: "assessment", id: "v" }], "correction")
  const compared = (from: number | null, to: number | null, known: number | null = null) =>
    recordComparison(ledger, ask(ledger, { known }), { kind: "assessment", id: "v", from, to })
  const fields = (it: ReturnType<typeof compared>) => it!.fields.map(({ field }) => field)

  test("differ in exactly the fields that differ, whichever two they are", () => {
    expect(fields(compared(2, 3))).toEqual(["rationaleEn"])
    expect(fields(compared(2, 4)).sort()).toEqual(["level", "rationaleEn"])
    expect(fields(compared(3, 3))).toEqual([])
    expect(compared(4, 2)).toEqual(compared(2, 4))
    // A revision that did not touch it stands for what was in force then.
    expect(compared(1, 2)!.from).toBeNull()
  })

  test("are the newest and the one before where nothing is asked, as far as the revision known", () => {
    expect(compared(null, null)).toMatchObject({
      from: { revision: 4 },
      to: { revision: 5, act: "withdraw" },
      isWithdrawn: true,
    })
    expect(compared(null, null, 3)).toMatchObject({ from: { revision: 2 }, to: { revision: 3 }, isWithdrawn: false })
    expect(compared(null, null, 1)).toBeNull()
    expect(compared(null, null)!.versions.map(({ revision }) => revision)).toEqual([5, 4, 3, 2])
  })
})
