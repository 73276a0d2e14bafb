import fc from "fast-check"
import { expect, test } from "vitest"
import { canonical } from "@/lib/domain/canonical"
import { clashesSince } from "@/lib/domain/conflict"
import { effectOf } from "@/lib/domain/effect"
import { snapshot, type Snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { assertSound, type Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { assertRemit } from "@/lib/domain/remit"
import { undoOf } from "@/lib/domain/undo"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, published } from "./sample"

const TODAY = "2026-11-22"
const facts = snapshot(datasetLedger(), 1)
const first = <K extends Kind>(kind: K): RecordOf<K> =>
  (facts.records[kind] as Map<string, RecordOf<K>>).values().next().value!
const change = <K extends Kind>(kind: K, id: string, fields: Partial<RecordOf<K>>) =>
  ({ act: "change", kind, record: { ...facts.records[kind].get(id)!, ...fields } }) as unknown as Operation

const fieldsRefused = (operations: Operation[]) => {
  try {
    assertSound(operations, "correction", facts, TODAY)
  } catch (error) {
    return Object.keys((error as { fields: object }).fields)
  }
  return []
}

const asks = ["nap-2014", "nap-2021"].flatMap((plan) =>
  (["finding", "claim"] as const).map((lane) => Query.parse({ plan, lane })),
)
const headlines = (ledger: ReturnType<typeof datasetLedger>) =>
  asks.map((query) => {
    const { plan, lane, tracks, imbalance } = overview(ledger, resolve(query, ledger, `${TODAY}T09:00:00Z`))
    return { plan, lane, tracks, imbalance }
  })

test("the preview names every headline that publishing moves, and what it moves to, whatever the kind of record", () => {
  const commitments = [...facts.records.commitment.values()]
  const ids = fc.constantFrom(...commitments.map(({ id }) => id))
  const operations: fc.Arbitrary<Operation[]> = fc.oneof(
    ids.map((id) => {
      const { track } = facts.records.commitment.get(id)!
      return [change("commitment", id, { track: track === "kinetic" ? "non-kinetic" : "kinetic" })]
    }),
    ids.map((id) => withdrawnWhole(facts, id)),
    ids.map((id) => {
      const it = [...facts.records.assessment.values()].find(({ commitment }) => commitment === id)
      return it ? [{ act: "withdraw", kind: "assessment", id: it.id } as Operation] : []
    }),
    fc.constant<Operation[]>([change("source", first("source").id, { title: "Another title" })]),
  )
  const before = headlines(datasetLedger())
  fc.assert(
    fc.property(operations, (steps) => {
      const after = headlines(published(datasetLedger(), steps, "correction"))
      const effect = effectOf(facts, steps, TODAY)
      for (const [at, { plan, lane, ...was }] of before.entries()) {
        const { tracks, imbalance } = after[at]!
        const told = effect.plans.find((it) => it.plan === plan && it.lane === lane)
        const moved = canonical(was) !== canonical({ tracks, imbalance })
        if (moved) expect(told).toBeDefined()
        if (told) expect({ tracks: told.after, imbalance: told.imbalance.after }).toEqual({ tracks, imbalance })
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

/** A commitment and all that speaks of it. */
function withdrawnWhole(from: Snapshot, id: string): Operation[] {
  const about = (["assessment", "check", "secondCoding"] as const).flatMap((kind) =>
    [...from.records[kind].values()]
      .filter((it) => it.commitment === id)
      .map((it) => ({ act: "withdraw", kind, id: it.id }) as Operation),
  )
  return [...about, { act: "withdraw", kind: "commitment", id }]
}

test("a record must fit its neighbours", () => {
  const point = facts.records.point.get("nap2014-02")!
  const other = [...facts.records.point.values()].find(({ plan }) => plan === "nap-2021")!
  const commitment = [...facts.records.commitment.values()].find(({ plan }) => plan === "nap-2014")!
  const link = [...facts.records.crosswalk.values()].find(({ from, to }) => from !== null && to !== null)!
  const observation = first("observation")
  const refused: [Operation, string][] = [
    [change("point", point.id, { number: 1 }), "record.number"],
    [change("commitment", commitment.id, { point: other.id }), "record.point"],
    [change("crosswalk", link.id, { from: null, to: null }), "record.to"],
    [change("crosswalk", link.id, { from: link.to }), "record.to"],
    [change("event", first("event").id, { date: "2020-01-02", endDate: "2020-01-01" }), "record.endDate"],
    [{ act: "add", kind: "observation", record: { ...observation, id: "twice" } }, "record.year"],
    [change("plan", "nap-2014", { supersededOn: "2014-01-01" }), "record.supersededOn"],
  ]
  for (const [step, field] of refused) expect(fieldsRefused([step]), field).toEqual([`operations.0.${field}`])
  expect(fieldsRefused([change("point", point.id, { titleEn: "Another title" })])).toEqual([])
})

test("a new plan comes with its points and commitments in one proposal", () => {
  const plan = { ...facts.records.plan.get("nap-2021")!, id: "nap-2031", pointCount: 1, sources: [] }
  const point = { ...[...facts.records.point.values()][0]!, id: "nap2031-01", plan: plan.id, number: 1 }
  const commitment = { ...first("commitment"), id: "nap2031-01.a", plan: plan.id, point: point.id, continues: [] }
  const steps = [
    { act: "add", kind: "commitment", record: commitment },
    { act: "add", kind: "point", record: point },
    { act: "add", kind: "plan", record: plan },
  ] as Operation[]
  expect(fieldsRefused(steps)).toEqual([])
  expect(fieldsRefused(steps.slice(0, 2))).toEqual(["operations.0.record", "operations.1.record"])
  expect(effectOf(facts, steps, TODAY).plans.map((it) => `${it.plan}/${it.lane}`)).toEqual([
    "nap-2031/finding",
    "nap-2031/claim",
  ])
})

test("undoing a revision puts every record back, and what was published since shows as a conflict", () => {
  const source = first("source")
  const event = first("event")
  const steps: Operation[] = [
    { act: "add", kind: "body", record: { ...first("body"), id: "new-body" } },
    change("source", source.id, { title: "Rewritten" }),
    { act: "withdraw", kind: "event", id: event.id },
    ...withdrawnWhole(facts, first("commitment").id),
  ]
  const done = published(datasetLedger(), steps, "correction")
  const undo = undoOf(done, 2)
  assertSound(undo, "correction", snapshot(done, 2), TODAY)
  const undone = snapshot(published(done, undo, "correction"), 3)
  for (const kind of KIND_NAMES) {
    const texts = (side: Snapshot) => [...side.records[kind].values()].map((it) => canonical(it)).sort()
    expect(texts(undone), kind).toEqual(texts(facts))
  }

  const moved = published(published(datasetLedger(), steps, "correction"), [
    change("source", source.id, { title: "Theirs" }),
  ])
  expect(clashesSince(moved, undoOf(moved, 2), 2)).toEqual([{ key: `source/${source.id}`, revision: 3 }])
  expect(() => undoOf(moved, 1)).toThrowError(expect.objectContaining({ code: "invalid" }) as Error)
  expect(() => undoOf(moved, 9)).toThrowError(expect.objectContaining({ code: "not_found" }) as Error)
})

test("a person limited to a plan and a track may touch nothing outside, from either side", () => {
  const of = (track: string, plan: string) =>
    [...facts.records.commitment.values()].find((it) => it.track === track && it.plan === plan)!
  const [mine, otherTrack, otherPlan] = [
    of("kinetic", "nap-2014"),
    of("non-kinetic", "nap-2014"),
    of("kinetic", "nap-2021"),
  ]
  const actor: Actor = {
    kind: "person",
    id: "x",
    role: "editor",
    remit: { plans: ["nap-2014"], tracks: ["kinetic"] },
  }
  const may = (steps: Operation[], who: Actor = actor) => {
    try {
      assertRemit(who, steps, facts)
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: "forbidden", detail: { reason: "outside-remit" } })
      return false
    }
  }
  const text = { textEn: "Reworded." }
  expect(may([change("commitment", mine.id, text)])).toBe(true)
  expect(may([change("commitment", otherTrack.id, text)])).toBe(false)
  expect(may([change("commitment", otherPlan.id, text)])).toBe(false)
  // Neither pulled in nor pushed out.
  expect(may([change("commitment", otherTrack.id, { track: "kinetic" })])).toBe(false)
  expect(may([change("commitment", mine.id, { track: "non-kinetic" })])).toBe(false)
  expect(may([change("source", first("source").id, { title: "Anybody's" })])).toBe(true)
  const assessment = [...facts.records.assessment.values()].find((it) => it.commitment === otherTrack.id)!
  expect(may([{ act: "withdraw", kind: "assessment", id: assessment.id }])).toBe(false)
  expect(may([change("commitment", otherPlan.id, text)], { ...actor, remit: null })).toBe(true)
})
