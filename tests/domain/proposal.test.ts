import { expect, test } from "vitest"
import { clashesSince } from "@/lib/domain/conflict"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import { assertSecondPerson, can, POLICY, Role } from "@/lib/domain/policy"
import {
  assertSound,
  type Operation,
  ProposalInput,
  ProposalPatch,
  withIds,
  withOperations,
} from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, published } from "./sample"

const TODAY = "2026-11-22"
const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const record = {
  ...facts.records.assessment.get("nap2014-05.a-f01")!,
  id: "new-1",
  level: 3 as const,
  unratedReason: null,
  effectiveOn: "2026-01-15",
}
const added: Operation = { act: "add", kind: "assessment", record }
const refused = (operations: Operation[], change: "world-changed" | "correction" = "world-changed") => {
  try {
    assertSound(operations, change, facts, TODAY)
  } catch (error) {
    return Object.keys((error as { fields: object }).fields)
  }
  return []
}

test("a sound proposal passes; each unsound one is told where", () => {
  expect(refused([added])).toEqual([])
  expect(refused([{ ...added, record: { ...record, effectiveOn: "2026-11-23" } }])).toEqual([
    "operations.0.record.effectiveOn",
  ])
  expect(refused([{ ...added, record: { ...record, id: "nap2014-05.a-f01" } }])).toEqual(["operations.0.record.id"])
  expect(refused([{ ...added, record: { ...record, commitment: "nap2014-99.a" } }])).toEqual(["operations.0.record"])
  expect(refused([{ act: "change", kind: "assessment", record }], "correction")).toEqual(["operations.0"])
  expect(refused([added, added])).toEqual(["operations.1"])
  expect(refused([{ act: "withdraw", kind: "source", id: "satp20" }], "correction")).toEqual(["operations.0.id"])
})

test("a changed world adds a step; only a correction rewrites one", () => {
  const rewrite: Operation = { act: "change", kind: "assessment", record: { ...record, id: "nap2014-05.a-f01" } }
  expect(refused([rewrite])).toEqual(["operations.0.act"])
  expect(refused([rewrite], "correction")).toEqual([])
})

test("a new source may be cited by the proposal that brings it", () => {
  const source = { ...facts.records.source.get("satp20")!, id: "fresh", url: "https://example.org/a" }
  const citing: Operation = {
    ...added,
    record: { ...record, evidence: [{ source: "fresh", bearing: "supports", quote: null, note: null }] },
  }
  expect(refused([citing])).toEqual(["operations.0.record"])
  expect(refused([citing, { act: "add", kind: "source", record: source }])).toEqual([])
})

test("two proposals clash on one commitment, lane and region, and on nothing else", () => {
  const after = published(datasetLedger(), [added])
  const twin: Operation = { act: "add", kind: "assessment", record: { ...record, id: "new-2", level: 0 } }
  const at = (change: object): Operation => ({
    act: "add",
    kind: "assessment",
    record: { ...record, id: "new-3", ...change },
  })
  expect(clashesSince(after, [twin], 1)).toEqual([{ key: "assessment/nap2014-05.a/finding/-", revision: 2 }])
  expect(clashesSince(after, [twin], 2)).toEqual([])
  expect(clashesSince(after, [at({ lane: "claim" })], 1)).toEqual([])
  expect(clashesSince(after, [at({ region: "KP" })], 1)).toEqual([])
  expect(clashesSince(after, [at({ commitment: "nap2014-05.b" })], 1)).toEqual([])
})

test("the effect preview says what publishing will show", () => {
  const effect = effectOf(facts, [added], TODAY)
  const after = published(datasetLedger(), [added])
  const ask = (which: typeof ledger) => overview(which, resolve(Query.parse({}), which, "2026-11-22T09:00:00Z"))
  expect(effect.plans[0]!.before).toEqual(ask(ledger).tracks)
  expect(effect.plans[0]!.after).toEqual(ask(after).tracks)
  expect(effect.commitments[0]).toMatchObject({ lane: "finding", after: { level: 3, effectiveOn: "2026-01-15" } })
  expect(withOperations(facts, []).records.assessment.size).toBe(facts.records.assessment.size)
})

test("a proposal may leave ids to the server, and a patch changes only what it names", () => {
  const { id: _, ...nameless } = record
  const input = ProposalInput.parse({
    change: "world-changed",
    reasonEn: "Because.",
    operations: [{ act: "add", kind: "assessment", record: nameless }],
  })
  expect(withIds(input.operations, () => "abcd1234")[0]).toMatchObject({
    record: { id: "nap2014-05.a-finding-abcd1234" },
  })
  expect(ProposalPatch.parse({ version: 2, note: "x" })).toEqual({ version: 2, note: "x" })
})

test.each([
  [{ level: null, unratedReason: null }],
  [{ level: 2, unratedReason: "secret" }],
  [{ level: 4 }],
  [{ evidence: [] }],
  [{ surprise: true }],
])("an assessment with %o does not pass the schema", (change) => {
  const input = {
    change: "world-changed",
    reasonEn: "x",
    operations: [{ act: "add", kind: "assessment", record: { ...record, ...change } }],
  }
  expect(ProposalInput.safeParse(input).success).toBe(false)
})

test("roles grow from analyst to admin, and nobody decides on their own work in a team of two", () => {
  const granted = Role.options.map(
    (role) => Object.keys(POLICY).filter((it) => can({ kind: "person", id: "x", role }, it as never)).length,
  )
  expect(granted).toEqual(granted.toSorted((a, b) => a - b))
  expect(can({ kind: "anonymous" }, "site.read")).toBe(false)
  expect(() => assertSecondPerson("two-person", "a", "a")).toThrowError(
    expect.objectContaining({ code: "forbidden" }) as Error,
  )
  assertSecondPerson("two-person", "a", "b")
  assertSecondPerson("one-person", "a", "a")
})
