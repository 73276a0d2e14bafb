import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cellOf, snapshot, standing } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { LANES } from "@/lib/domain/scale"
import { exploreLines, exploreView } from "@/lib/domain/views/explore"
import {
  choiceParams,
  COLUMNS,
  compositionOf,
  type ExploreChoice,
  explored,
  NOTHING_CHOSEN,
  pageOf,
  readChoice,
  toggled,
  USUAL_COLUMNS,
} from "@/lib/domain/views/explore-choice"
import { type ExploreFacet, FACET_NAMES, facetValues } from "@/lib/domain/views/explore-facets"
import { commitmentsInScope, scoreOf } from "@/lib/domain/views/scope"
import { pointView } from "@/lib/domain/views/point"
import { datasetLedger } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const ledger = datasetLedger()
const facts = snapshot(ledger, ledger.newest)
const ask = (query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, NOW)
const viewOf = (query: Partial<Query> = {}) => exploreView(ledger, ask(query))

const query = fc.record({
  plan: fc.constantFrom("nap-2014", "nap-2021"),
  asOf: fc.constantFrom(null, "2014-12-31", "2017-06-30", "2021-08-15", "2025-12-31"),
  lane: fc.constantFrom(...LANES),
  track: fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const),
  region: fc.constantFrom(null, "KP", "BALOCHISTAN"),
  points: fc.constantFrom<number[] | null>(null, [1], [3, 8, 10]),
})
const WORDS = ["", "madrassa", "پنجاب", "courts", "a", "terrorism finance", "zzz"]
/** Any choice of values that exist, and some that find nothing together. */
const picks = fc.record({
  q: fc.constantFrom(...WORDS),
  facets: fc.dictionary(fc.constantFrom(...FACET_NAMES), fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), {
    maxKeys: 3,
  }),
  sort: fc.option(fc.record({ by: fc.constantFrom(...COLUMNS, "commitment" as const), descending: fc.boolean() })),
})
type Picks = typeof picks extends fc.Arbitrary<infer T> ? T : never

function chosen(view: ReturnType<typeof viewOf>, { q, facets, sort }: Picks): ExploreChoice {
  const values = (facet: ExploreFacet) => [...new Set(view.items.flatMap((row) => facetValues(facet, row, view.names)))]
  const made = Object.entries(facets).flatMap(([facet, at]) => {
    const all = values(facet as ExploreFacet)
    return all.length === 0 ? [] : [[facet, [...new Set(at.map((each) => all[each % all.length]!))].sort()]]
  })
  return { ...NOTHING_CHOSEN, q, facets: Object.fromEntries(made) as ExploreChoice["facets"], sort }
}
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe("rows", () => {
  test("are the commitments the question is about", () => {
    fc.assert(
      fc.property(query, (asked) => {
        const question = ask(asked)
        const view = exploreView(ledger, question)
        const { choice, ignored } = readChoice([], view)
        expect(ignored).toEqual([])
        const found = ids(explored(view, choice).rows)
        expect(found.toSorted()).toEqual(ids(commitmentsInScope(facts, question)).toSorted())
      }),
    )
  })

  test("say what the ledger says, in both lanes, and make the plan's index", () => {
    fc.assert(
      fc.property(query, (asked) => {
        const question = ask(asked)
        const { items } = exploreView(ledger, question)
        for (const row of items) {
          for (const lane of LANES) {
            const cell = cellOf({ commitment: row.id, lane, region: question.region })
            expect(row[lane]).toBe(standing(facts, cell, question.asOf)?.level ?? null)
          }
          expect(row.gap).toBe(row.finding === null || row.claim === null ? null : row.claim - row.finding)
          expect(row.reason === null).toBe(row[question.lane] !== null)
          expect(row.sources).toBeGreaterThanOrEqual(row.evidence)
        }
        const all = commitmentsInScope(facts, { ...question, track: null, points: null })
        expect(compositionOf(items, question.lane)).toEqual(scoreOf(facts, all, question, question.asOf).composition)
      }),
      { numRuns: 40 },
    )
  })

  test("tell of a point what its own page tells", () => {
    const question = ask()
    const view = viewOf()
    for (const [number, point] of Object.entries(view.names.points)) {
      const page = pointView(ledger, question, Number(number))!
      expect(point).toMatchObject({ ratings: page.ratings.length, silences: page.silences.length })
      expect(point.rating?.words ?? null).toBe(page.ratings[0]?.rawLabel ?? null)
      for (const it of page.strands.flatMap((strand) => strand.commitments)) {
        const row = view.items.find(({ id }) => id === it.id)!
        const { inForce, lastChecked } = it.lanes.finding
        expect(row).toMatchObject({
          code: it.code,
          lastChecked,
          promise: it.promise,
          certainty: inForce?.certainty ?? null,
          evidence: new Set(inForce?.evidence.map(({ source }) => source.id)).size,
        })
      }
    }
  })
})

describe("facets", () => {
  test("each row counts once for each of its values, under the search and all other facets", () => {
    fc.assert(
      fc.property(query, picks, (asked, picked) => {
        const view = viewOf({ ...asked, track: null, points: null })
        const choice = chosen(view, picked)
        const { counts } = explored(view, choice)
        for (const facet of FACET_NAMES) {
          const { [facet]: _, ...others } = choice.facets
          const under = explored(view, { ...choice, facets: others }).rows
          for (const { value, count, chosen: isChosen } of counts[facet]) {
            expect(count).toBe(under.filter((row) => facetValues(facet, row, view.names).includes(value)).length)
            expect(isChosen).toBe(choice.facets[facet]?.includes(value) ?? false)
          }
        }
        // A facet whose values exclude each other adds up to the rows.
        for (const facet of ["track", "finding", "claim", "gap", "checked", "type", "promise"] as const) {
          const { [facet]: _, ...others } = choice.facets
          const under = explored(view, { ...choice, facets: others }).rows.length
          expect(counts[facet].reduce((sum, { count }) => sum + count, 0)).toBe(under)
        }
      }),
      { numRuns: 60 },
    )
  })

  test("may be chosen in any order, narrow and never widen, and are undone by choosing again", () => {
    fc.assert(
      fc.property(
        picks,
        fc.array(fc.tuple(fc.constantFrom(...FACET_NAMES), fc.nat(20)), { maxLength: 5 }),
        (picked, more) => {
          const view = viewOf()
          const start = chosen(view, picked)
          const steps = more.flatMap(([facet, at]): [ExploreFacet, string][] => {
            const all = [...new Set(view.items.flatMap((row) => facetValues(facet, row, view.names)))]
            return all.length === 0 ? [] : [[facet, all[at % all.length]!]]
          })
          const through = (order: typeof steps) =>
            order.reduce((so, [facet, value]) => toggled(so, facet, value), start)
          const found = (choice: ExploreChoice) => ids(explored(view, choice).rows)
          expect(found(through(steps.toReversed()))).toEqual(found(through(steps)))
          expect(choiceParams(through([...steps, ...steps.toReversed()]))).toEqual(choiceParams(start))
          expect(found({ ...start, facets: {} })).toEqual(expect.arrayContaining(found(start)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe("order", () => {
  test("is stable, whole, and puts the unknown last either way", () => {
    const view = viewOf()
    const missing: Partial<Record<string, (id: string) => boolean>> = Object.fromEntries(
      (["finding", "claim", "gap"] as const).map((column) => [
        column,
        (id: string) => view.items.find((row) => row.id === id)![column] === null,
      ]),
    )
    for (const by of [...COLUMNS, "commitment"] as const) {
      for (const descending of [false, true]) {
        const rows = ids(explored(view, { ...NOTHING_CHOSEN, sort: { by, descending } }).rows)
        expect(rows.toSorted()).toEqual(ids(view.items).toSorted())
        const isMissing = missing[by]
        if (!isMissing) continue
        const first = rows.findIndex(isMissing)
        expect(first).toBeGreaterThan(0)
        expect(rows.slice(first).every(isMissing)).toBe(true)
      }
    }
    const { rows } = explored(view, { ...NOTHING_CHOSEN, sort: { by: "finding", descending: false } })
    const place = new Map(view.items.map((row, at) => [row.id, at]))
    rows.slice(1).forEach((row, at) => {
      if (row.finding === rows[at]!.finding) expect(place.get(row.id)).toBeGreaterThan(place.get(rows[at]!.id)!)
      else if (row.finding !== null) expect(row.finding).toBeGreaterThan(rows[at]!.finding!)
    })
  })

  test("pages follow each other without gap or repeat, and back", () => {
    const { items } = viewOf()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (most) => {
        const seen: string[] = []
        const starts: (string | null)[] = [null]
        for (;;) {
          const page = pageOf(items, starts.at(-1)!, most)
          seen.push(...ids(page.shown))
          expect(page.shown.length).toBeLessThanOrEqual(most)
          expect(page.isFirst).toBe(starts.length === 1)
          if (starts.length > 1) expect(page.previous).toBe(starts.at(-2))
          if (page.next === null) break
          starts.push(page.next)
        }
        expect(seen).toEqual(ids(items))
      }),
    )
  })
})

describe("addresses", () => {
  test("spell a choice so that it is read back the same", () => {
    fc.assert(
      fc.property(picks, fc.subarray([...COLUMNS]), (picked, columns) => {
        const view = viewOf()
        const made = { ...chosen(view, picked), columns: columns.length > 0 ? columns : USUAL_COLUMNS }
        const params = choiceParams(made)
        const own = Object.fromEntries(params)
        // The question reads these two.
        const track = (own.track ?? null) as "kinetic" | null
        const points = own.points ? own.points.split(",").map(Number) : null
        const { choice, ignored } = readChoice(params, { ...view, track, points })
        expect(ignored).toEqual([])
        expect(choiceParams(choice)).toEqual(params)
        expect(ids(explored(view, choice).rows)).toEqual(ids(explored(view, made).rows))
      }),
      { numRuns: 200 },
    )
  })

  test("what names nothing is told and left out; a form's repeats are one list", () => {
    const view = viewOf()
    const { choice, ignored } = readChoice(
      [
        ["finding", "3"],
        ["finding", "7,unrated"],
        ["where", "ATLANTIS"],
        ["sort", "-nothing"],
        ["columns", "gap"],
        ["columns", "track"],
        ["after", "nobody"],
        ["q", "x".repeat(200)],
      ],
      view,
    )
    expect(ignored.sort()).toEqual(["after", "finding", "q", "sort", "where"])
    expect(choice).toMatchObject({
      facets: { finding: ["3", "unrated"] },
      columns: ["track", "gap"],
      sort: null,
      after: null,
    })
    expect(choice.q).toHaveLength(100)
  })
})

test("a line of the table has every attribute, and missing is empty, never zero", () => {
  const view = viewOf()
  const lines = exploreLines(view, view.items)
  expect(lines).toHaveLength(view.items.length)
  lines.forEach((line, at) => {
    const row = view.items[at]!
    expect(line).toMatchObject({
      commitment: row.id,
      findingLevel: row.finding,
      gap: row.gap,
      revision: 1,
      asOf: "2026-11-22",
    })
  })
  expect(lines.some((line) => line.findingLevel === null)).toBe(true)
})
