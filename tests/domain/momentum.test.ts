import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "@/lib/domain/date"
import { BANDS } from "@/lib/domain/indices"
import { cellOf, lastChecked, snapshot, standing } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { TRACKS } from "@/lib/domain/scale"
import { momentumView } from "@/lib/domain/views/momentum"
import { overview } from "@/lib/domain/views/overview"
import { commitmentsInScope } from "@/lib/domain/views/scope"
import { datasetLedger, published, rows } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const NOW = "2026-03-01T09:00:00.000Z"
const asked = (query: Partial<Query> = {}, held = ledger) => resolve(Query.parse(query), held, NOW)

const query = fc.record({
  plan: fc.constantFrom("nap-2014", "nap-2021"),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  track: fc.constantFrom(null, null, ...TRACKS),
  region: fc.constantFrom(null, null, "KP", "PUNJAB", "GB"),
  points: fc.constantFrom<number[] | null>(null, null, [1, 3, 8], [10]),
  asOf: fc
    .date({ min: new Date("2014-12-24"), max: new Date("2026-02-28"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
})

/** The sum of all levels of a track at the end of a day, counted here once more from the records alone. */
function sumAt(question: ReturnType<typeof asked>, track: string, on: string): number {
  return commitmentsInScope(facts, question)
    .filter((it) => it.track === track)
    .map((it) => {
      const own = [...facts.records.assessment.values()]
        .filter((each) => each.commitment === it.id && each.lane === question.lane && each.region === question.region)
        .filter((each) => each.effectiveOn <= on)
        .sort((a, b) => (a.effectiveOn + a.id < b.effectiveOn + b.id ? -1 : 1))
      return own.at(-1)?.level ?? 0
    })
    .reduce((sum: number, level) => sum + level, 0)
}

test("the steps of each year are the change of the sum of levels over that year", () => {
  let moved = 0
  fc.assert(
    fc.property(query, (given) => {
      const question = asked(given)
      const adopted = facts.records.plan.get(question.plan)!.adoptedOn
      const { steps } = momentumView(ledger, question)
      if (question.asOf < adopted) return void expect(steps).toEqual([])
      for (const it of steps) {
        // The baseline is what held on the day of adoption itself.
        const before = it.from === adopted ? adopted : addDays(it.from, -1)
        expect(it.change).toBe(sumAt(question, it.track, it.to) - sumAt(question, it.track, before))
        expect(it.change).toBe(it.levelsUp - it.levelsDown + it.levelsFound - it.levelsLost)
        expect(it.up <= it.levelsUp && it.down <= it.levelsDown).toBe(true)
        moved += it.up + it.down + it.newlyRated + it.unrated
      }
      expect(steps.at(-1)?.to).toBe(question.asOf)
    }),
    { numRuns: 60 },
  )
  expect(moved).toBeGreaterThan(0)
}, 60_000)

test("newly rated is told apart from moved, and a day's last word alone counts", () => {
  const unrated = commitmentsInScope(facts, asked({ plan: "nap-2021" })).find(
    (it) => standing(facts, cellOf({ commitment: it.id, lane: "finding", region: null }), "2026-01-01")?.level == null,
  )!
  const sample = rows("assessment").find((it) => it.lane === "finding" && it.level !== null)!
  const add = (id: string, effectiveOn: string, level: 0 | 1 | 2 | 3 | null): Operation => ({
    act: "add",
    kind: "assessment",
    record: {
      ...{ ...sample, id, effectiveOn, level, commitment: unrated.id, region: null, lane: "finding" },
      unratedReason: level === null ? "secret" : null,
    },
  })
  const stepsWith = (...operations: Operation[]) => {
    const grown = published(datasetLedger(), operations)
    const view = momentumView(grown, asked({ plan: "nap-2021", track: unrated.track }, grown))
    return view.steps.find((it) => it.year === 2026)!
  }
  const none = { up: 0, down: 0, newlyRated: 0, unrated: 0 }
  expect(stepsWith(add("n1", "2026-02-01", 2))).toMatchObject({ ...none, newlyRated: 1, levelsFound: 2, change: 2 })
  expect(stepsWith(add("n1", "2026-02-01", 0))).toMatchObject({ ...none, newlyRated: 1, change: 0 })
  expect(stepsWith(add("n1", "2026-02-01", 2), add("n2", "2026-02-03", 1))).toMatchObject({ ...none, newlyRated: 1, down: 1, change: 1 }) // prettier-ignore
  expect(stepsWith(add("n1", "2026-02-01", 2), add("n2", "2026-02-01", 3))).toMatchObject({ ...none, newlyRated: 1, change: 3 }) // prettier-ignore
  expect(stepsWith(add("n1", "2026-02-01", 2), add("n2", "2026-02-03", null))).toMatchObject({ ...none, newlyRated: 1, unrated: 1, change: 0 }) // prettier-ignore
  // Rated and doubted on one day, the day's word is the same as before: nothing moved.
  expect(stepsWith(add("n1", "2026-02-01", 2), add("n2", "2026-02-01", null))).toMatchObject({ ...none, change: 0 })
})

test("every composition totals 100 and is the composition of that day's score", () => {
  fc.assert(
    fc.property(query, (given) => {
      const question = asked(given)
      for (const it of momentumView(ledger, question).compositions) {
        const total = it.shares.reduce((sum, share) => sum + share, 0)
        expect(total).toBe(it.score.commitments === 0 ? 0 : 100)
        it.shares.forEach((share, at) => {
          const exact = (100 * it.score.composition[BANDS[at]!]) / Math.max(1, it.score.commitments)
          expect(Math.abs(share - exact)).toBeLessThan(1)
        })
        const then = overview(ledger, { ...question, asOf: it.on }).tracks
        expect(it.score).toEqual(it.track === "kinetic" ? then.kinetic : then.nonKinetic)
      }
    }),
    { numRuns: 20 },
  )
}, 60_000)

test("without the stale the range holds the headline's whole range, and more so the stricter one is", () => {
  let stale = 0
  fc.assert(
    fc.property(query, (given) => {
      const question = asked(given)
      const view = momentumView(ledger, question)
      const [year, two] = view.stale
      for (const track of ["kinetic", "nonKinetic", "all"] as const) {
        const whole = view.tracks[track]
        let inner = whole
        for (const each of [two!, year!]) {
          const left = each.tracks[track]
          if (whole.commitments > 0) {
            expect(left.low!).toBeLessThanOrEqual(inner.low!)
            expect(left.high!).toBeGreaterThanOrEqual(inner.high!)
            if (left.index !== null) expect(left.low! <= left.index && left.index <= left.high!).toBe(true)
            if (whole.index !== null) expect(left.low! <= whole.index && whole.index <= left.high!).toBe(true)
          }
          expect(left.rated).toBe(each.rated[track] - each.stale[track])
          expect(left.commitments).toBe(whole.commitments)
          inner = left
        }
      }
      for (const { months, stale: count, rated, share } of view.stale) {
        const cells = commitmentsInScope(facts, question).map((it) => cellOf({ commitment: it.id, lane: question.lane, region: question.region })) // prettier-ignore
        const old = cells.filter((cell) => {
          if (standing(facts, cell, question.asOf)?.level == null) return false
          const on = lastChecked(facts, cell, question.asOf)!
          const [y, m, d] = on.split("-").map(Number)
          const [y2, m2, d2] = question.asOf.split("-").map(Number)
          return (y2! - y!) * 12 + (m2! - m!) - (d2! < d! ? 1 : 0) > months
        })
        expect(count.all).toBe(old.length)
        expect(share).toBe(rated.all === 0 ? null : count.all / rated.all)
        stale += count.all
      }
    }),
    { numRuns: 60 },
  )
  expect(stale).toBeGreaterThan(0)
}, 60_000)

test("promised dates come from the record alone, and what came of them is measured to the day asked about", () => {
  const view = momentumView(ledger, asked())
  const dated = rows("commitment").filter((it) => it.plan === "nap-2014" && it.promisedBy !== null)
  const due = rows("silence").filter((it) => it.plan === "nap-2014" && it.dueOn !== null)
  expect(view.promises.commitments.map((it) => it.commitment.id)).toEqual(dated.map((it) => it.id))
  expect(view.promises.reports.map((it) => it.id).sort()).toEqual(due.map((it) => it.id).sort())
  expect(view.promises.commitments[0]).toMatchObject({ promisedBy: "2017-04-30", atDue: 2, now: 2, reachedOn: null })
  expect(view.promises.commitments[0]!.days).toBe(3227)
  expect(view.promises.undated.commitments).toBe(59 - dated.length)
  const early = momentumView(ledger, asked({ asOf: "2016-01-01" })).promises
  expect(early.commitments[0]).toMatchObject({ isDue: false, atDue: null })
  expect(early.past.due).toBe(early.reports.filter((it) => it.dueOn <= "2016-01-01").length)
  for (const plan of ["nap-2014", "nap-2021"]) {
    const { commitments, past } = momentumView(ledger, asked({ plan, lane: "claim" })).promises
    for (const it of commitments) expect(it.reachedOn !== null).toBe(it.now === 3)
    expect(past.kept + past.open).toBeLessThanOrEqual(past.due)
  }
})

test("a promise is kept only while it stands at complete, since the day it last became so", () => {
  const sample = rows("assessment").find((it) => it.lane === "finding" && it.level !== null)!
  const [on, level] = [
    ["2024-01-01", "2024-06-01", "2025-01-01"],
    [3, 1, 3],
  ] as const
  const upTo = (count: number) => {
    const operations = on.slice(0, count).map((effectiveOn, at): Operation => ({
      act: "add",
      kind: "assessment",
      record: { ...sample, id: `k${at}`, effectiveOn, level: level[at]!, commitment: "nap2014-12.a", region: null },
    }))
    const grown = published(datasetLedger(), operations)
    return momentumView(grown, asked({}, grown)).promises
  }
  expect(upTo(1).commitments[0]).toMatchObject({ reachedOn: "2024-01-01", now: 3, days: 2437 })
  expect(upTo(2).commitments[0]).toMatchObject({ reachedOn: null, now: 1 })
  expect(upTo(3).commitments[0]).toMatchObject({ reachedOn: "2025-01-01", now: 3 })
  expect(upTo(2).past.open - upTo(3).past.open).toBe(1)
})

test("a commitment counts in every body it names, once in each kind, and shared ones are counted as shared", () => {
  fc.assert(
    fc.property(query, (given) => {
      const question = asked(given)
      const scoped = commitmentsInScope(facts, question)
      const { kinds, nobody } = momentumView(ledger, question).leads
      const sectorOf = (id: string) => facts.records.body.get(id)!.sector
      for (const kind of kinds) {
        const named = scoped.filter((it) => it.bodies.some((id) => sectorOf(id) === kind.sector))
        expect(kind.tracks.all.commitments).toBe(named.length)
        expect(kind.shared).toBe(named.filter((it) => new Set(it.bodies.map(sectorOf)).size > 1).length)
        for (const body of kind.bodies) {
          const own = scoped.filter((it) => it.bodies.includes(body.id))
          expect(body.tracks.all.commitments).toBe(own.length)
          expect(body.shared).toBe(own.filter((it) => it.bodies.length > 1).length)
        }
      }
      const bodies = kinds.flatMap((kind) => kind.bodies.map((body) => body.id))
      expect(bodies.sort()).toEqual([...new Set(scoped.flatMap((it) => it.bodies))].sort())
      expect(nobody.commitments).toBe(scoped.filter((it) => it.bodies.length === 0).length)
      const sizes = kinds.map((kind) => kind.tracks.all.commitments)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
    { numRuns: 40 },
  )
})

test("a province's point is not promised there, unrated, or rated: never one for another", () => {
  fc.assert(
    fc.property(query, (given) => {
      const question = asked(given)
      const { provinces } = momentumView(ledger, question)
      const counted = { "not-applicable": 0, unrated: 0, rated: 0 }
      for (const region of provinces.regions) {
        for (const it of region.points) {
          counted[it.state]++
          const here = commitmentsInScope(facts, { ...question, region: region.id, points: [it.number] })
          expect(it.state === "not-applicable").toBe(here.length === 0)
          if (it.state === "not-applicable") continue
          const levels = here.map((each) => standing(facts, cellOf({ commitment: each.id, lane: question.lane, region: region.id }), question.asOf)?.level ?? null) // prettier-ignore
          const rated = levels.filter((level) => level !== null)
          expect(it.state).toBe(rated.length === 0 ? "unrated" : "rated")
          expect(it.score.rated).toBe(rated.length)
          if (rated.length === 0) expect(it.level).toBeNull()
        }
      }
      expect(provinces.pairs).toEqual(counted)
    }),
    { numRuns: 40 },
  )
  const claims = momentumView(ledger, asked({ lane: "claim" })).provinces
  expect(claims.pairs.rated).toBeGreaterThan(0)
  expect(claims.pairs["not-applicable"]).toBeGreaterThan(0)
})
