import { expect, test } from "vitest"
import { monthsBetween } from "@/lib/domain/date"
import { snapshot, standing } from "@/lib/domain/ledger"
import type { Assessment, Source } from "@/lib/domain/records"
import { goneSources, OLD_AFTER, oldestEvidence, untranslated } from "@/lib/domain/views/upkeep"
import { datasetLedger, published } from "./sample"

const TODAY = "2026-11-22"
const held = datasetLedger()
const facts = snapshot(held, 1)
const inForce = [...facts.assessments.keys()].map((cell) => standing(facts, cell, TODAY)!).filter(Boolean)

test("every reason without Urdu is listed once, those in force first, and goes when its Urdu comes", () => {
  const list = untranslated(facts, TODAY)
  const missing = [...facts.records.assessment.values()].filter((it) => it.rationaleUr === null)
  const reasons = list.filter((it) => it.kind === "assessment")
  expect(missing.length).toBeGreaterThan(0)
  expect(reasons.map((it) => it.at.id).sort()).toEqual(missing.map((it) => it.id).sort())
  expect(
    reasons
      .filter((it) => it.inForce)
      .map((it) => it.at.id)
      .sort(),
  ).toEqual(
    inForce
      .filter((it) => it.rationaleUr === null)
      .map((it) => it.id)
      .sort(),
  )
  const firstOld = list.findIndex((it) => it.kind === "assessment" && !it.inForce)
  expect(list.slice(firstOld).every((it) => it.kind === "assessment" && !it.inForce)).toBe(true)

  const grown = datasetLedger()
  const done: Assessment = { ...missing[0]!, rationaleUr: "ایک وجہ۔" }
  published(grown, [{ act: "change", kind: "assessment", record: done }], "correction")
  expect(untranslated(snapshot(grown, 2), TODAY).map((it) => it.at.id)).not.toContain(done.id)
})

test("points in our own Urdu are listed, those with an official text are not", () => {
  const points = untranslated(facts, TODAY).flatMap((it) => (it.kind === "point" ? it.at.id : []))
  const ours = [...facts.records.point.values()].filter((it) => it.textUrIsOurTranslation).map((it) => it.id)
  expect(points.sort()).toEqual(ours.sort())
})

/** An assessment in force with at least two sources, and one that rests on one alone. */
const rests = (count: (sources: number) => boolean) =>
  inForce.find((it) => count(new Set(it.evidence.map(({ source }) => source)).size))!

function withGone(ids: string[], change: Partial<Source> = {}) {
  const grown = datasetLedger()
  published(
    grown,
    ids.map((id) => ({
      act: "change" as const,
      kind: "source" as const,
      record: { ...facts.records.source.get(id)!, goneOn: "2026-10-01", ...change },
    })),
    "correction",
  )
  return goneSources(snapshot(grown, 2), TODAY)
}

test("a source that is gone is listed with what rests on it, and whether anything else does", () => {
  expect(goneSources(facts, TODAY)).toEqual([])
  const [alone, several] = [rests((count) => count === 1), rests((count) => count > 1)]
  const of = (list: ReturnType<typeof withGone>, it: Assessment) =>
    list.flatMap(({ cited }) => cited).find(({ at }) => at.id === it.id)
  expect(of(withGone([alone.evidence[0]!.source]), alone)?.alone).toBe(true)
  expect(of(withGone([several.evidence[0]!.source]), several)?.alone).toBe(false)
  // All of its sources gone is as bad as its only one.
  expect(of(withGone([...new Set(several.evidence.map(({ source }) => source))]), several)?.alone).toBe(true)
})

test("a gone source of which we hold a copy needs nobody", () => {
  const copy = { sha256: "a".repeat(64), mediaType: "text/plain" as const, size: 10, archivedOn: "2026-01-01" }
  expect(withGone([inForce[0]!.evidence[0]!.source])).toHaveLength(1)
  expect(withGone([inForce[0]!.evidence[0]!.source], { copy })).toEqual([])
})

test("old evidence is listed oldest first, dated by the newest thing it cites, the undated last", () => {
  const list = oldestEvidence(facts, TODAY)
  expect(list.length).toBeGreaterThan(5)
  const days = list.map((it) => it.newest?.on ?? "9")
  expect([...days].sort()).toEqual(days)
  for (const { at, newest } of list) {
    const cited = facts.records.assessment.get(at.id)!.evidence
    const dated = cited.flatMap(({ source }) => facts.records.source.get(source)!.publishedOn ?? [])
    expect(newest?.on).toBe(dated.sort().at(-1))
    if (newest) expect(monthsBetween(newest.on, TODAY)).toBeGreaterThan(OLD_AFTER)
  }
  const listed = new Set(list.map((it) => it.at.id))
  const fresh = inForce.filter((it) => !listed.has(it.id))
  expect(fresh.length).toBeGreaterThan(5)
  for (const it of fresh) {
    const newest = it.evidence
      .map(({ source }) => facts.records.source.get(source)!.publishedOn ?? "")
      .sort()
      .at(-1)!
    expect(monthsBetween(newest, TODAY)).toBeLessThanOrEqual(OLD_AFTER)
  }
})
