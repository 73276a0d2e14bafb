import { expect, test } from "vitest"
import { snapshot } from "@/lib/domain/ledger"
import { LANES, LEVELS, type Level } from "@/lib/domain/scale"
import { nearestExamples } from "@/lib/domain/views/nearest-examples"
import { workedExamples } from "@/lib/domain/views/worked-examples"
import { datasetLedger } from "./sample"

const facts = snapshot(datasetLedger(), 1)
const commitments = [...facts.records.commitment.values()]

test("an example is a published level of another commitment of the same type and lane, one for each level", () => {
  let shown = 0
  for (const record of commitments) {
    for (const lane of LANES) {
      const examples = workedExamples(facts, record, lane)
      expect(examples.map((it) => it.level)).toEqual([...new Set(examples.map((it) => it.level))].sort())
      for (const it of examples) {
        const other = facts.records.commitment.get(it.commitment.id)!
        expect(other.type).toBe(record.type)
        expect(other.id).not.toBe(record.id)
        expect(record.continues).not.toContain(other.id)
        expect(other.continues).not.toContain(record.id)
        const published = [...facts.records.assessment.values()].filter((each) => each.commitment === other.id)
        expect(published.some((each) => each.lane === lane && each.level === it.level && each.rationaleEn === it.rationale.en)).toBe(true) // prettier-ignore
        expect(it.sources).toBeGreaterThan(0)
        shown++
      }
      // Every level that another one of the type has is shown.
      const reachable = LEVELS.filter((level) =>
        [...facts.records.assessment.values()].some((each) => {
          const other = facts.records.commitment.get(each.commitment)!
          const isKin = other.id === record.id || record.continues.includes(other.id) || other.continues.includes(record.id) // prettier-ignore
          return each.lane === lane && each.level === level && each.region === null && other.type === record.type && !isKin // prettier-ignore
        }),
      )
      expect(examples.map((it) => it.level)).toEqual(reachable)
    }
  }
  expect(shown).toBeGreaterThan(100)
})

test("the better evidenced of two is taken", () => {
  const law = commitments.find((it) => it.type === "law")!
  for (const it of workedExamples(facts, law, "finding")) {
    const rivals = [...facts.records.assessment.values()].filter((each) => {
      const other = facts.records.commitment.get(each.commitment)!
      return each.lane === "finding" && each.level === it.level && each.region === null && other.type === "law" && other.id !== law.id // prettier-ignore
    })
    if (rivals.some((each) => each.certainty === "high" && each.evidence.length > 2)) expect(it.certainty).toBe("high")
  }
})

test("of the examples the level in question and the one above it are shown, or the nearest there are", () => {
  const at = (...levels: Level[]) => levels.map((level) => ({ level }))
  const levels = (examples: { level: Level }[]) => examples.map((it) => it.level)
  expect(levels(nearestExamples(at(0, 1, 2, 3), 1))).toEqual([1, 2])
  expect(levels(nearestExamples(at(0, 1, 2, 3), 3))).toEqual([2, 3])
  expect(levels(nearestExamples(at(0, 1, 2, 3), 0))).toEqual([0, 1])
  expect(levels(nearestExamples(at(0, 3), 1))).toEqual([0, 3])
  expect(levels(nearestExamples(at(0, 1, 2, 3), null))).toEqual([1, 2])
  expect(levels(nearestExamples(at(2), 0))).toEqual([2])
  expect(nearestExamples([], 2)).toEqual([])
})
