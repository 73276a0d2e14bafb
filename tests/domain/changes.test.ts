import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays } from "@/lib/domain/date"
import { cellOf, type Ledger, snapshot, standing } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { type Assessment, type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import {
  CHANGE_KINDS,
  type ChangeFilter,
  CHANGES_PER_PAGE,
  changesView,
  EVERY_CHANGE,
  itemsOf,
  MOST_NAMED,
  readFilter,
} from "@/lib/domain/views/changes"
import { historyOf } from "@/lib/domain/views/history"
import { overview } from "@/lib/domain/views/overview"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { pastOf } from "@/lib/domain/views/past"
import { addition, datasetLedger, fact, published } from "./sample"
import { COMMITMENTS, correction, grown, work } from "./year-of-work"

const NOW = "2026-11-22T09:00:00Z"
const ask = (ledger: Ledger, query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, NOW)
const list = (ledger: Ledger, filter: Partial<ChangeFilter> = {}, page = 1, query: Partial<Query> = {}) =>
  changesView(ledger, ask(ledger, query), { ...EVERY_CHANGE, ...filter }, page)

test("what a single revision knew is what its snapshot says", () => {
  fc.assert(
    fc.property(work, (steps) => {
      const ledger = grown(steps)
      const past = pastOf(ledger)
      for (let revision = 1; revision <= ledger.newest; revision++) {
        const facts = snapshot(ledger, revision)
        for (const commitment of COMMITMENTS)
          for (const lane of ["finding", "claim"] as const)
            for (const on of ["2016-06-30", "2020-01-01", "2026-11-22"]) {
              const cell = cellOf({ commitment, lane, region: null })
              expect(past.standing(cell, on, revision)).toEqual(standing(facts, cell, on))
            }
      }
      expect(past.version("assessment", "new-never", ledger.newest)).toBeNull()
    }),
    { numRuns: 20 },
  )
}, 30_000)

describe("pages", () => {
  const ledger = datasetLedger()
  for (let step = 0; step < 130; step++) {
    const kind = step % 3 === 0 ? "correction" : "world-changed"
    published(ledger, [addition(fact(`new-${step}`, { effectiveOn: addDays("2016-01-01", step) }))], kind)
  }
  const numbers = (filter: Partial<ChangeFilter>, query: Partial<Query> = {}) => {
    const first = list(ledger, filter, 1, query)
    const pages = Array.from({ length: first.pages }, (_, at) => list(ledger, filter, at + 1, query))
    for (const view of pages) expect(view.revisions.length).toBeLessThanOrEqual(CHANGES_PER_PAGE)
    const all = pages.flatMap((view) => view.revisions.map((it) => it.revision))
    expect(all).toHaveLength(first.total)
    return all
  }
  const down = (from: number) => Array.from({ length: from }, (_, at) => from - at)

  test("together hold every revision once, newest first; so do the kinds", () => {
    expect(numbers({})).toEqual(down(131))
    const byKind = CHANGE_KINDS.flatMap((kind) => numbers({ kind }))
    expect(byKind).toHaveLength(131)
    expect(byKind.sort((a, b) => b - a)).toEqual(down(131))
    expect(numbers({ kind: "correction" }).every((it) => ledger.revisions[it - 1]!.kind === "correction")).toBe(true)
  })

  test("hold nothing later than the revision that was asked for", () => {
    expect(numbers({}, { known: 60 })).toEqual(down(60))
    const { newest: _, changesSince, recent: __, ...then } = list(ledger, {}, 1, { known: 60 })
    expect(changesSince).toBe(71)
    const copy = grown([])
    for (let step = 0; step < 59; step++) {
      const kind = step % 3 === 0 ? "correction" : "world-changed"
      published(copy, [addition(fact(`new-${step}`, { effectiveOn: addDays("2016-01-01", step) }))], kind)
    }
    const { newest: ___, changesSince: ____, recent: _____, ...once } = list(copy)
    expect(then).toEqual(once)
  })

  test("beyond either end give the end", () => {
    expect(list(ledger, {}, 99).page).toBe(3)
    expect(list(ledger, {}, 0).page).toBe(1)
    expect(list(ledger, { kind: "redaction" }, 2)).toMatchObject({ page: 1, pages: 1, total: 0, revisions: [] })
  })

  test("one revision has an address of its own", () => {
    expect(numbers({ revision: 77 })).toEqual([77])
    expect(numbers({ revision: 77 }, { known: 60 })).toEqual([])
  })

  test("after a revision hold nothing of it, and nothing older", () => {
    expect(numbers({ since: 60 })).toEqual(down(131).slice(0, 71))
    expect(numbers({ since: 60 }, { known: 62 })).toEqual([62, 61])
    expect(numbers({ since: 131 })).toEqual([])
    const corrections = numbers({ since: 60, kind: "correction" })
    expect(corrections).toEqual(numbers({ kind: "correction" }).filter((it) => it > 60))
    expect(corrections.length).toBeGreaterThan(5)
    const read = (search: string) => readFilter(new URLSearchParams(search), { ...ask(ledger), known: 100 })
    expect(read("since=60")).toMatchObject({ filter: { since: 60 }, ignored: [] })
    for (const bad of ["0", "101", "x", "-1", "1&since=2"])
      expect(read(`since=${bad}`), bad).toMatchObject({ filter: { since: null }, ignored: ["since"] })
  })

  test("a past day leaves out what speaks of the world after it", () => {
    const seen = numbers({}, { asOf: "2016-01-10" })
    // The first ten days' facts, and the starting data, of which some is older.
    expect(seen).toEqual(down(11))
  })
})

describe("a filter", () => {
  const ledger = datasetLedger()
  published(ledger, [addition(fact("five"))])
  published(ledger, [addition(fact("twelve", { commitment: "nap2014-12.a" }))])
  published(ledger, [addition(fact("topic", { commitment: "nap2021-03.a" }))])
  const source = { ...snapshot(ledger, 1).records.source.get("satp20")!, id: "fresh-source" }
  published(ledger, [
    { act: "add", kind: "source", record: source },
    addition(fact("five-more", { effectiveOn: "2025-01-01" })),
    addition(fact("twelve-more", { commitment: "nap2014-12.a", effectiveOn: "2025-01-01" })),
  ])
  const left = (filter: Partial<ChangeFilter>) => list(ledger, filter).revisions.map((it) => it.revision)

  test("by plan and by point keeps what touched them", () => {
    expect(left({ plan: "nap-2014" })).toEqual([5, 3, 2, 1])
    expect(left({ plan: "nap-2021" })).toEqual([4, 1])
    expect(left({ plan: "nap-2014", points: [5] })).toEqual([5, 2, 1])
    expect(left({ plan: "nap-2014", points: [12, 5] })).toEqual([5, 3, 2, 1])
  })

  test("by track keeps what was done to commitments of it, in either plan or in one", () => {
    const { commitment } = snapshot(ledger, 1).records
    const touched: Record<number, string[]> = {
      2: ["five"],
      3: ["twelve"],
      4: ["topic"],
      5: ["five-more", "twelve-more"],
    }
    const { assessment } = snapshot(ledger, ledger.newest).records
    const wanted = (track: Track, plan?: string) =>
      [5, 4, 3, 2].filter((revision) =>
        touched[revision]!.some((id) => {
          const of = commitment.get(assessment.get(id)!.commitment)!
          return of.track === track && (plan === undefined || of.plan === plan)
        }),
      )
    for (const track of TRACKS) {
      expect(left({ track })).toEqual([...wanted(track), 1])
      expect(left({ track, plan: "nap-2021" })).toEqual([...wanted(track, "nap-2021"), 1])
    }
    expect(wanted("kinetic")).not.toEqual(wanted("non-kinetic"))
  })

  test("names what it is about and the sources beside it, and counts the rest", () => {
    const [newest] = list(ledger, { plan: "nap-2014", points: [5] }).revisions
    expect(newest!.items.map((it) => `${it.kind}/${it.id}`)).toEqual(["assessment/five-more", "source/fresh-source"])
    expect(newest!.unnamed).toBe(1)
  })
})

test("a revision names every record it touched, or counts it by kind", () => {
  const ledger = datasetLedger()
  const many = Array.from({ length: MOST_NAMED + 5 }, (_, at) =>
    addition(fact(`many-${at}`, { effectiveOn: addDays("2016-01-01", at) })),
  )
  published(ledger, many)
  published(
    ledger,
    [many[0]!, many[1]!].map((it) => correction({ ...(it as { record: Assessment }).record, level: 2 })),
  )
  for (const view of list(ledger).revisions) {
    const { entries } = ledger.revisions[view.revision - 1]!
    expect(view.counts.reduce((sum, it) => sum + it.count, 0)).toBe(entries.length)
    expect(view.items.length + view.unnamed).toBe(entries.length)
    expect(view.items.length).toBeLessThanOrEqual(MOST_NAMED)
    const named = (items: { kind: Kind; id: string }[]) => items.map((it) => `${it.kind}/${it.id}`).sort()
    const alone = list(ledger, { revision: view.revision }).revisions[0]!
    if (view.kind !== "dataset") expect(named(alone.items)).toEqual(named(entries))
    // The table names the starting data as well.
    const rows = itemsOf(ledger, ledger.revisions[view.revision - 1]!, ask(ledger), EVERY_CHANGE)
    expect(named(rows)).toEqual(named(entries))
    for (const row of rows) expect(row.title.en.length, `${row.kind}/${row.id}`).toBeGreaterThan(0)
  }
})

test.each(KIND_NAMES)("a change, a withdrawal and a removal by law of a %s are told with its name", (kind) => {
  const ledger = datasetLedger()
  if (kind === "check") {
    const record = { id: "c1", commitment: "nap2014-05.a", lane: "finding", region: null, source: "satp20" } as const
    published(ledger, [{ act: "add", kind, record: { ...record, checkedOn: "2026-10-01" } }], "re-check")
  }
  const [id, record] = [...(snapshot(ledger, ledger.newest).records[kind] as Map<string, RecordOf<Kind>>)][0]!
  const text = Object.entries(record).find(([name, value]) => name !== "id" && typeof value === "string")!
  published(ledger, [{ act: "change", kind, record: { ...record, [text[0]]: text[1] } } as Operation], "correction")
  const field = kind === "check" ? "checkedOn" : text[0]
  const changed = { ...record, [field]: kind === "check" ? "2026-09-01" : record[text[0] as "id"] }
  published(ledger, [{ act: "change", kind, record: changed } as Operation], "correction")
  published(ledger, [{ act: "withdraw", kind, id } as Operation], "correction")
  const entry = { kind, id, key: `${kind}/${id}`, act: "redact" } as const
  const revision = { ...ledger.revisions.at(-1)!, number: ledger.newest + 1, kind: "redaction" as const }
  ledger.revisions.push({ ...revision, entries: [entry] })
  ledger.newest++
  const told = list(ledger).revisions.slice(0, 4)
  expect(told.map((it) => it.items[0]!.act)).toEqual(["redact", "withdraw", "change", "change"])
  for (const { items } of told) {
    expect(items).toHaveLength(1)
    expect(items[0]!.title.en).not.toBe("")
  }
  const differing = told[2]!.items[0]!.fields.map((it) => it.field)
  expect(differing).toEqual(kind === "check" ? ["checkedOn"] : [])
})

describe("an assessment", () => {
  const ledger = datasetLedger()
  const cell = cellOf({ commitment: "nap2014-05.a", lane: "finding", region: null })
  const before = standing(snapshot(ledger, 1), cell, "2026-01-01")!
  published(ledger, [addition(fact("one", { effectiveOn: "2026-01-01", level: 3 }))])
  published(ledger, [correction(fact("one", { effectiveOn: "2026-02-01", level: 2 }))], "correction")
  published(ledger, [{ act: "withdraw", kind: "assessment", id: "one" }], "correction")
  const [withdrawn, corrected, added] = list(ledger).revisions.map((it) => it.items[0]!)

  test("that comes in is told against what stood on its day", () => {
    expect(added!.rated).toMatchObject({ before: { level: before.level, on: before.effectiveOn }, after: { level: 3 } })
    expect(added!.commitment!.code).toBe("5a")
    expect(added!.points).toMatchObject([{ year: 2014, number: 5 }])
  })
  test("that is corrected is told against what it said itself", () => {
    expect(corrected!.rated).toMatchObject({ before: { level: 3, on: "2026-01-01" }, after: { level: 2 } })
    expect(corrected!.fields.map((it) => it.field)).toEqual(["level", "effectiveOn"])
  })
  test("that is taken back is told with what stands again", () => {
    expect(withdrawn!.rated).toMatchObject({ before: { level: 2 }, after: { level: before.level } })
  })
  test("is told in the point's history revision by revision", () => {
    const facts = snapshot(ledger, ledger.newest)
    const own = facts.records.commitment.get("nap2014-05.a")!
    const lines = historyOf(ledger, facts, [own], own.point, ask(ledger)).slice(0, 3)
    expect(lines.map((it) => [it.items[0]!.from, it.items[0]!.to])).toEqual([
      [2, null],
      [3, 2],
      [before.level, 3],
    ])
  })
})

test("evidence that differs is told by the names of its sources", () => {
  const ledger = published(datasetLedger(), [addition(fact("one"))])
  const evidence = [{ source: "reuters_dp", bearing: "supports" as const, quote: null, note: null }]
  published(ledger, [correction(fact("one", { evidence }))], "correction")
  const [field] = list(ledger).revisions[0]!.items[0]!.fields
  const title = (id: string) => snapshot(ledger, 1).records.source.get(id)!.title
  expect(field).toMatchObject({
    field: "evidence",
    before: { as: "names", names: [{ en: title("satp20") }] },
    after: { as: "names", names: [{ en: title("reuters_dp") }] },
  })
})

test("what a revision did to an index is the difference of the overviews before and after", () => {
  fc.assert(
    fc.property(work, (steps) => {
      const ledger = grown(steps)
      for (const { revision, moves } of list(ledger).revisions) {
        if (revision === 1) {
          expect(moves).toEqual([])
          continue
        }
        for (const plan of ["nap-2014", "nap-2021"]) {
          const [was, is] = [revision - 1, revision].map(
            (known) => overview(ledger, ask(ledger, { plan, known })).tracks,
          )
          for (const [name, track] of [
            ["kinetic", "kinetic"],
            ["nonKinetic", "non-kinetic"],
          ] as const) {
            const found = moves.find((it) => it.plan.id === plan && it.track === track)
            const isMoved = JSON.stringify(was![name]) !== JSON.stringify(is![name])
            expect(found !== undefined).toBe(isMoved)
            if (found) expect([found.before, found.after]).toEqual([was![name], is![name]])
          }
        }
      }
    }),
    { numRuns: 8 },
  )
}, 30_000)

test("a page of a log of 10,000 revisions is worded in a moment", () => {
  const ledger = datasetLedger()
  for (let step = 0; step < 10_000; step++) {
    const number = ledger.newest + 1
    const record = fact(`new-${step}`, { effectiveOn: addDays("1990-01-01", step), level: (step % 4) as 0 })
    const key = `assessment/${cellOf(record)}`
    ledger.revisions.push({
      ...ledger.revisions[0]!,
      number,
      kind: step % 5 === 0 ? "correction" : "world-changed",
      entries: [{ kind: "assessment", id: record.id, key, act: "add" }],
    })
    ledger.versions.assessment.set(record.id, [{ revision: number, withdrawn: false, record }])
    ledger.newest = number
  }
  const took = (filter: Partial<ChangeFilter>) => {
    const started = performance.now()
    expect(list(ledger, filter, 3).revisions).toHaveLength(CHANGES_PER_PAGE)
    return performance.now() - started
  }
  took({})
  const times = [took({}), took({ kind: "correction" }), took({ plan: "nap-2014", points: [5] })]
  process.stdout.write(`changes: a page of 10,000 revisions in ${times.map((it) => it.toFixed(0)).join(", ")} ms\n`)
  expect(Math.max(...times)).toBeLessThan(2000)
})
