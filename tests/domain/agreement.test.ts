import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { FEWEST_PAIRS, ordinalAlpha } from "@/lib/domain/agreement"
import { blindSteps, codableSteps, secondCodings } from "@/lib/domain/coding"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import type { Assessment } from "@/lib/domain/records"
import type { Level } from "@/lib/domain/scale"
import { method } from "@/lib/domain/views/method"
import { datasetLedger, published, rows } from "./sample"

describe("Krippendorff's alpha for ordinal values", () => {
  // Krippendorff (2011), section C: four observers, twelve units, values missing. Ordinal data: 0.815.
  const OBSERVERS = ["1233214120 00", "1233224125 03", "0333234225 10", "1233244125 10"]
    .map((row) => row.replace(" ", ""))
    .map((row) => [...row].map(Number))
  const units = OBSERVERS[0]!.map((_, unit) => OBSERVERS.map((row) => row[unit]!).filter((value) => value > 0))

  test("the published example comes out", () => {
    expect(units).toHaveLength(12)
    expect(ordinalAlpha(units)!.toFixed(3)).toBe("0.815")
  })

  const level = fc.constantFrom(0, 1, 2, 3)
  const pairs = fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 60 })

  test("perfect agreement is 1, whatever was agreed on", () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 2, maxLength: 60 }), (values) => {
        const alpha = ordinalAlpha(values.map((value) => [value, value]))
        expect(alpha).toBe(new Set(values).size > 1 ? 1 : null)
      }),
    )
  })

  test("it never exceeds 1, reaches it only in agreement, and does not care who is called first", () => {
    fc.assert(
      fc.property(pairs, (each) => {
        const alpha = ordinalAlpha(each)
        const swapped = ordinalAlpha(each.map(([a, b]) => [b, a]))
        if (alpha === null) {
          // Not returned: what an expectation returns is no answer to whether the property holds.
          expect(swapped).toBeNull()
          return
        }
        expect(swapped).toBeCloseTo(alpha, 9)
        expect(alpha).toBeLessThanOrEqual(1)
        expect(alpha > 1 - 1e-12).toBe(each.every(([a, b]) => a === b))
      }),
    )
  })

  test("who saw a unit alone changes nothing", () => {
    fc.assert(
      fc.property(pairs, fc.array(level, { maxLength: 9 }), (each, alone) => {
        expect(ordinalAlpha([...each, ...alone.map((value) => [value])])).toBe(ordinalAlpha(each))
      }),
    )
  })
})

const NOW = "2026-11-22T09:00:00Z"
const agreementOf = (ledger: Ledger, query: Partial<Query> = {}) => {
  const { agreement, disagreements, sinceThen } = method(ledger, resolve(Query.parse(query), ledger, NOW))
  return { agreement, disagreements, sinceThen }
}
const commitments = rows("commitment").map((it) => it.id)

function finding(commitment: string, level: Level, more: Partial<Assessment> = {}): Assessment {
  return {
    id: `${commitment}-finding-test`,
    commitment,
    lane: "finding",
    region: null,
    level,
    unratedReason: null,
    effectiveOn: "2026-06-01",
    precision: "day",
    rationaleEn: "AUTHORS-RATIONALE",
    rationaleUr: "AUTHORS-RATIONALE-UR",
    certainty: "low",
    rule: "r-fall",
    lifecycle: "reversed",
    evidence: [
      { source: "reuters_dp", bearing: "supports", quote: "They met.", note: "AUTHORS-NOTE" },
      { source: "satp20", bearing: "context", quote: null, note: null },
    ],
    ...more,
  }
}
const add = (record: Assessment): Operation => ({ act: "add", kind: "assessment", record })

/** What a reviewer gave, published with the change as the door does it. */
function withCoding(operations: Operation[], second: Level | null, names = ["aaaa"]): Operation[] {
  const codings = names.flatMap((name, coder) =>
    codableSteps(operations).map((step) => ({
      step,
      name: `${name}${coder}${step}`,
      level: second,
      unratedReason: second === null ? ("conflicting" as const) : null,
      certainty: "high" as const,
      reason: "Two sources agree.",
    })),
  )
  return [...operations, ...secondCodings(operations, codings)]
}

describe("agreement of reviewers since the starting data", () => {
  test("nobody has coded yet: there is nothing to say", () => {
    expect(agreementOf(datasetLedger()).sinceThen).toBeNull()
  })

  test("a coding is published without names, for the judged day, resting on what supports", () => {
    const operations = withCoding([add(finding("nap2014-05.b", 2))], 3)
    expect(operations[1]).toEqual({
      act: "add",
      kind: "secondCoding",
      record: {
        id: "nap2014-05.b-blind-aaaa00",
        commitment: "nap2014-05.b",
        asOf: "2026-06-01",
        level: 3,
        unratedReason: null,
        certainty: "high",
        reason: "Two sources agree.",
        ruleDoubt: null,
        decisive: ["reuters_dp"],
        excludedFromAgreement: false,
      },
    })
  })

  test("claims, regions, withdrawals and other kinds have no place in it", () => {
    const others: Operation[] = [
      add(finding("nap2014-05.b", 2, { lane: "claim" })),
      add(finding("nap2014-05.b", 2, { region: "KP" })),
      { act: "withdraw", kind: "assessment", id: "any" },
      { act: "withdraw", kind: "event", id: "any" },
    ]
    const codings = others.map((_, step) => ({
      step,
      name: `n${step}`,
      level: 1 as const,
      unratedReason: null,
      certainty: "low" as const,
      reason: "Some reason.",
    }))
    expect(secondCodings(others, codings)).toEqual([])
  })

  test(`under ${FEWEST_PAIRS} pairs only the raw agreement is told, from there on alpha too`, () => {
    const ledger = datasetLedger()
    const before = agreementOf(ledger)
    for (let at = 0; at < FEWEST_PAIRS; at++) {
      const first = (at % 4) as Level
      const second = at % 10 === 0 ? ((first === 3 ? 2 : first + 1) as Level) : first
      published(ledger, withCoding([add(finding(commitments[at]!, first))], second))
      const { sinceThen, ...start } = agreementOf(ledger)
      const { agreement } = sinceThen!
      expect(agreement).toMatchObject({ asOf: null, units: at + 1, ratedByBoth: at + 1 })
      expect(agreement.sameLevel).toBe(at + 1 - Math.ceil((at + 1) / 10))
      expect(agreement.noAlpha).toBe(at + 1 < FEWEST_PAIRS ? "few-pairs" : null)
      expect(agreement.alpha === null).toBe(at + 1 < FEWEST_PAIRS)
      // What came with the starting data is told apart and stays as it was printed.
      expect(start).toEqual({ agreement: before.agreement, disagreements: before.disagreements })
    }
    expect(agreementOf(ledger).sinceThen!.agreement.alpha).toBeGreaterThan(0.9)
  })

  test("a later correction leaves the agreement that was found as it was", () => {
    const ledger = datasetLedger()
    const own = finding("nap2014-05.b", 2)
    published(ledger, withCoding([add(own)], 2))
    const found = agreementOf(ledger)
    expect(found.sinceThen!.agreement).toMatchObject({ sameLevel: 1, ratedByBoth: 1 })
    published(ledger, [{ act: "change", kind: "assessment", record: { ...own, level: 0 } }], "correction")
    // Nor does correcting what the starting data's second coder judged.
    const judged = rows("assessment").find((it) => it.lane === "finding" && it.region === null && it.level === 3)!
    published(ledger, [{ act: "change", kind: "assessment", record: { ...judged, level: 0 } }], "correction")
    published(ledger, [{ act: "withdraw", kind: "assessment", id: own.id }], "correction")
    expect(agreementOf(ledger)).toEqual(found)
  })

  test("two reviewers on one assessment are one unit with three coders, and an older revision knows none of it", () => {
    const ledger = datasetLedger()
    const before = agreementOf(ledger)
    published(ledger, withCoding([add(finding("nap2014-05.b", 2))], 3, ["aaaa", "bbbb"]))
    expect(agreementOf(ledger).sinceThen).toMatchObject({
      agreement: { units: 2, ratedByBoth: 2, sameLevel: 0, withinOne: 2 },
      disagreements: [{ first: 2, second: 3 }, { first: 2, second: 3 }], // prettier-ignore
    })
    expect(agreementOf(ledger, { known: 1 })).toEqual(before)
  })

  test("a coding that could not rate counts for ratability, not for levels", () => {
    const ledger = datasetLedger()
    published(ledger, withCoding([add(finding("nap2014-05.b", 2))], null))
    expect(agreementOf(ledger).sinceThen!.agreement).toMatchObject({ units: 1, agreeOnRatability: 0, ratedByBoth: 0 })
  })
})

describe("what a blind coder is shown", () => {
  const facts = snapshot(datasetLedger(), 1)
  const source = { ...rows("source")[0]!, id: "new-source", notes: "AUTHORS-SOURCE-NOTE" }
  const proposal: Operation[] = [
    { act: "add", kind: "source", record: source as never },
    add(finding("nap2014-05.b", 2)),
    add(
      finding("nap2014-06.a", 1, {
        region: "KP",
        lane: "claim",
        evidence: [{ source: "new-source", bearing: "contradicts", quote: "Not yet.", note: "AUTHORS-NOTE" }],
      }),
    ),
    { act: "withdraw", kind: "assessment", id: "whatever" },
  ]

  test("commitment, anchors, day and evidence; also of a source that comes with the proposal", () => {
    const steps = blindSteps(facts, proposal)
    expect(steps.map((it) => [it.step, it.commitment.id, it.lane, it.region?.en ?? null])).toEqual([
      [1, "nap2014-05.b", "finding", null],
      [2, "nap2014-06.a", "claim", facts.records.region.get("KP")!.nameEn],
    ])
    expect(steps[0]!.evidence[0]).toMatchObject({ quote: "They met.", bearing: "supports" })
    expect(steps[1]!.evidence[0]!.source).toMatchObject({ id: "new-source", title: source.title })
    expect(Object.keys(steps[0]!.anchors)).toEqual(["0", "1", "2", "3"])
  })

  test("nothing of the author's: the answer is the same whatever level, reason, certainty or words stand there", () => {
    const shown = JSON.stringify(blindSteps(facts, proposal))
    expect(shown).not.toContain("AUTHORS")
    expect(shown).not.toMatch(/"(level|unratedReason|certainty|rule|lifecycle|rationaleEn|rationaleUr|note|notes)"/)
    fc.assert(
      fc.property(
        fc.constantFrom<Level | null>(0, 1, 2, 3, null),
        fc.constantFrom("high" as const, "medium" as const, "low" as const),
        fc.string({ minLength: 1 }),
        (level, certainty, words) => {
          const other = proposal.map((it) =>
            it.kind === "assessment" && it.act === "add"
              ? add({
                  ...it.record,
                  level,
                  unratedReason: level === null ? "secret" : null,
                  certainty,
                  rationaleEn: words,
                  rationaleUr: words,
                  rule: "r-base",
                  lifecycle: null,
                  evidence: it.record.evidence.map((each) => ({ ...each, note: words })),
                })
              : it,
          )
          expect(JSON.stringify(blindSteps(facts, other))).toBe(shown)
        },
      ),
    )
  })
})
