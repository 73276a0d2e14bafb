import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { KIND_NAMES, KINDS } from "@/lib/domain/records"
import { references } from "@/lib/domain/references"
import { Query, resolve } from "@/lib/domain/query"
import { method } from "@/lib/domain/views/method"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, rows } from "./sample"

/**
 * The promise: every number on the site equals an independent recomputation from the dataset, and both equal the
 * tables that the coder printed. The recomputation below shares no code with lib/domain.
 */
const NOW = "2026-11-22T09:00:00Z"
const ledger = datasetLedger()
const commitments = rows("commitment")
const assessments = rows("assessment")

function recomputed(plan: string, lane: string, day: string, track: string | null) {
  const own = commitments.filter((it) => it.plan === plan && (track === null || it.track === track))
  let sum = 0
  let rated = 0
  for (const commitment of own) {
    let newest: (typeof assessments)[number] | undefined
    for (const it of assessments) {
      if (it.commitment !== commitment.id || it.lane !== lane || it.region !== null || it.effectiveOn > day) continue
      if (
        !newest ||
        it.effectiveOn > newest.effectiveOn ||
        (it.effectiveOn === newest.effectiveOn && it.id > newest.id)
      )
        newest = it
    }
    if (newest && newest.level !== null) {
      sum += newest.level
      rated++
    }
  }
  return {
    commitments: own.length,
    rated,
    index: rated ? (sum / (rated * 3)) * 100 : null,
    low: (sum / (own.length * 3)) * 100,
    high: ((sum + 3 * (own.length - rated)) / (own.length * 3)) * 100,
  }
}

const close = (a: number | null, b: number | null) =>
  a === null || b === null ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 9)

describe.each(["nap-2014", "nap-2021"])("%s", (plan) => {
  test.each(["finding", "claim"] as const)("every year and month of the %s lane equals the recomputation", (lane) => {
    const view = overview(ledger, resolve(Query.parse({ plan, lane }), ledger, NOW))
    expect(view.series.length).toBeGreaterThan(60)
    for (const at of view.series) {
      for (const [track, name] of [
        ["kinetic", "kinetic"],
        ["non-kinetic", "nonKinetic"],
        [null, "all"],
      ] as const) {
        const expected = recomputed(plan, lane, at.on, track)
        close(at[name].index, expected.index)
        close(at[name].low, expected.low)
        close(at[name].high, expected.high)
        expect(at[name].coverage).toBeCloseTo(expected.rated / expected.commitments, 9)
      }
    }
    expect(view.tracks.all).toMatchObject({ commitments: recomputed(plan, lane, "2026-11-22", null).commitments })
  })
})

/** Rows of the printed tables: "| 2017 | 55 [29–76] | 14 of 26 (54 %) | 42 [25–65] | 20 of 33 (61 %) | …". */
const printed = readFileSync("prisma/dataset/CODING.md", "utf8")
  .split(/^### /m)
  .flatMap((section) => {
    const heading = /^(2014|2021) plan, (FINDING|CLAIM)/.exec(section)
    if (!heading) return []
    return [
      ...section.matchAll(
        /^\| (\d{4})[ *]*\| ([\d–-]+) \[(\d+)–(\d+)\] \| (\d+) of (\d+) .*?\| ([\d–-]+) \[(\d+)–(\d+)\] \| (\d+) of (\d+) /gm,
      ),
    ].map((row) => ({ plan: `nap-${heading[1]}`, lane: heading[2]!.toLowerCase(), cells: row.slice(1) }))
  })

test("the tables that the coder printed come out again", () => {
  expect(printed).toHaveLength(12 + 12 + 5 + 5)
  for (const { plan, lane, cells } of printed) {
    const [year, k, kLow, kHigh, kRated, kAll, n, nLow, nHigh, nRated, nAll] = cells as string[]
    const view = overview(ledger, resolve(Query.parse({ plan, lane, asOf: `${year}-12-31` }), ledger, NOW))
    // The coder rounded halves to even, as Python does: 62.5 is printed 62.
    const same = (value: number | null, text: string) =>
      value === null ? expect(text).toBe("–") : expect(Math.abs(value - Number(text))).toBeLessThanOrEqual(0.5 + 1e-9)
    const { kinetic, nonKinetic } = view.tracks
    same(kinetic.index, k!)
    same(kinetic.low, kLow!)
    same(kinetic.high, kHigh!)
    same(nonKinetic.index, n!)
    same(nonKinetic.low, nLow!)
    same(nonKinetic.high, nHigh!)
    expect([kinetic.rated, kinetic.commitments, nonKinetic.rated, nonKinetic.commitments]).toEqual(
      [kRated, kAll, nRated, nAll].map(Number),
    )
    expect(view.imbalance.verdict).toBe("cannot-be-told")
  }
})

test("the second coding's printed agreement comes out again", () => {
  const { agreement, disagreements } = method(ledger, resolve(Query.parse({}), ledger, NOW))
  expect(agreement).toMatchObject([
    { asOf: "2025-12-31", units: 93, agreeOnRatability: 91, ratedByBoth: 66, sameLevel: 62, withinOne: 66 },
    { asOf: "2017-12-31", units: 57, agreeOnRatability: 55, ratedByBoth: 32, sameLevel: 28, withinOne: 32 },
    { asOf: null, units: 150, agreeOnRatability: 146, ratedByBoth: 98, sameLevel: 90, withinOne: 98 },
  ])
  expect(agreement.map((it) => it.alpha!.toFixed(2))).toEqual(["0.94", "0.92", "0.93"])
  expect(disagreements.filter((it) => it.asOf === "2025-12-31").map((it) => it.commitment.id)).toEqual([
    "nap2014-06.a",
    "nap2014-19.a",
    "nap2014-20.b",
    "nap2021-03.d",
    "nap2021-06.b",
    "nap2021-11.a",
  ])
})

test("what the index depends on comes out as printed", () => {
  const whole = (value: number | null) => Math.round(value!)
  const baskets = method(ledger, resolve(Query.parse({ asOf: "2025-12-31" }), ledger, NOW)).baskets
  expect(baskets.map((it) => [it.name, whole(it.tracks.kinetic.index), whole(it.tracks.nonKinetic.index)])).toEqual([
    ["all", 49, 56],
    ["without-laws", 42, 46],
    ["without-low-certainty", 54, 63],
  ])
})

test("every record passes its schema, ids are unique, and nothing refers to nothing", () => {
  const known = new Set(KIND_NAMES.flatMap((kind) => rows(kind).map((row) => `${kind}/${row.id}`)))
  expect(known.size).toBe(KIND_NAMES.reduce((sum, kind) => sum + rows(kind).length, 0))
  for (const kind of KIND_NAMES) {
    for (const row of rows(kind)) {
      KINDS[kind].parse(row)
      for (const it of references(kind, row as never)) expect(known).toContain(`${it.kind}/${it.id}`)
    }
  }
  expect(rows("point").filter((it) => it.plan === "nap-2014")).toHaveLength(20)
  expect(rows("point").filter((it) => it.plan === "nap-2021")).toHaveLength(14)
})
