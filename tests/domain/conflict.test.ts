import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  changeFor,
  type Choice,
  type ClashView,
  clashesSince,
  comparedFields,
  isList,
  merged,
  mergedStep,
  outcomeOf,
  partsOf,
  spelled,
} from "@/lib/domain/conflict"
import { snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"
import { clashesOf, type Fields } from "@/lib/domain/views/review"
import { datasetLedger, published, rows } from "./sample"

const TODAY = "2026-11-22"

/** Real records of every kind; the dataset has no re-checks. */
const samples = Object.fromEntries(
  KIND_NAMES.map((kind) => {
    const all = rows(kind).map((row) => KINDS[kind].parse(row) as Fields)
    return [kind, all.length > 0 ? all : checks()]
  }),
) as Record<Kind, Fields[]>

function checks(): Fields[] {
  const cell = { commitment: "nap2014-05.b", lane: "finding", region: null }
  return ["2026-01-01", "2026-02-02"].flatMap((checkedOn, at) =>
    ["reuters_dp", "satp20"].map((source) => ({ id: `check-${at}-${source}`, ...cell, checkedOn, source })),
  )
}

/** One record as three people have it: each took some fields from other real records of the kind. */
const threeWays = (kind: Kind) => {
  const fields = comparedFields(kind)
  const record = fc.constantFrom(...samples[kind])
  return fc
    .record({
      base: record,
      theirs: record,
      yours: record,
      theyChange: fc.subarray(fields),
      youChange: fc.subarray(fields),
    })
    .map(({ base, theirs, yours, theyChange, youChange }) => ({
      base,
      theirs: withFields(kind, base, theirs, theyChange),
      yours: withFields(kind, base, yours, youChange),
    }))
}

function withFields(kind: Kind, base: Fields, from: Fields, fields: string[]): Fields {
  const parts = fields.flatMap((field) => partsOf(kind, field))
  return { ...base, ...Object.fromEntries(parts.map((part) => [part, from[part]])) }
}

const clashOf = (kind: Kind, versions: Pick<ClashView, "base" | "theirs" | "yours">): ClashView => ({
  at: 0,
  kind,
  id: String(versions.yours?.id),
  act: "change",
  there: true,
  revision: 2,
  publishedAt: "2026-01-02T00:00:00.000Z",
  beside: null,
  ...versions,
})

describe.each(KIND_NAMES)("three versions of a %s", (kind) => {
  const choices = fc.dictionary(fc.constantFrom(...comparedFields(kind)), fc.constantFrom<Choice>("yours", "theirs", "both")) // prettier-ignore

  test("every field of the record is compared, alone or with the one it goes with", () => {
    const compared = comparedFields(kind).flatMap((field) => partsOf(kind, field))
    expect(["id", ...compared].sort()).toEqual(Object.keys(KINDS[kind].shape).sort())
  })

  test("what one side changed stays, what both did is as chosen, and the outcome is a whole record", () => {
    fc.assert(
      fc.property(threeWays(kind), choices, (versions, chosen) => {
        const clash = clashOf(kind, versions)
        const usable = Object.fromEntries(
          Object.entries(chosen).filter(([field, choice]) => choice !== "both" || isList(clash, field)),
        )
        const result = merged(clash, usable)!
        expect(result.id).toBe(versions.base.id)
        for (const field of comparedFields(kind)) {
          const said = (record: Fields) => spelled(kind, field, record)
          const [base, theirs, yours, now] = [versions.base, versions.theirs, versions.yours, result].map(said)
          if (theirs === base) expect(now).toBe(yours)
          else if (yours === base) expect(now).toBe(theirs)
          else if (yours === theirs) expect(now).toBe(yours)
          else {
            expect(outcomeOf(clash, field)).toBe("ask")
            const choice = usable[field] ?? (isList(clash, field) ? "both" : "yours")
            if (choice !== "both") expect(now).toBe(choice === "yours" ? yours : theirs)
            // Of what you had nothing is lost when both are joined.
            else expect(result[field]).toEqual(expect.arrayContaining(versions.yours[field] as unknown[]))
          }
        }
        // Sides that are each valid never make a record that is not, except where together they cite too much.
        const parsed = KINDS[kind].safeParse(result)
        if (!parsed.success) expect(parsed.error.issues.every((issue) => issue.code === "too_big")).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test("nobody but you: yours stands; nobody but them: theirs comes along", () => {
    fc.assert(
      fc.property(threeWays(kind), ({ base, theirs, yours }) => {
        expect(merged(clashOf(kind, { base, theirs: base, yours }), {})).toEqual(yours)
        expect(merged(clashOf(kind, { base, theirs, yours: base }), {})).toEqual({ ...base, ...theirs })
      }),
      { numRuns: 30 },
    )
  })
})

/** The clash of one step with what others published since revision 1. */
function clashed(mine: Operation, theirs: Operation[]) {
  const held = published(datasetLedger(), theirs, "correction")
  const proposal = { operations: [mine], base: 1 }
  const found = clashesSince(held, proposal.operations, proposal.base)
  return { held, found, views: clashesOf(held, proposal, found, TODAY) }
}

const facts = snapshot(datasetLedger(), 1)
const event = facts.records.event.values().next().value!
const assessed = facts.records.assessment.get("nap2014-05.a-f01")!
const fresh = { ...assessed, id: "fresh", effectiveOn: "2026-05-05", rationaleEn: "Typed by me." }

describe("a step and what became of its record", () => {
  test("gone: yours comes in again, word for word, under its own id", () => {
    const mine: Operation = { act: "change", kind: "event", record: { ...event, titleEn: "Mine" } }
    const { views } = clashed(mine, [{ act: "withdraw", kind: "event", id: event.id }])
    expect(views).toMatchObject([{ there: false, theirs: null, base: event, yours: { titleEn: "Mine" } }])
    expect(mergedStep(views[0]!, mine, {})).toEqual({ ...mine, act: "add" })
  })

  test("back again: what you wanted to bring in is there, so yours rewrites it", () => {
    const mine: Operation = { act: "add", kind: "event", record: { ...event, id: "same", titleEn: "Mine" } }
    const { views } = clashed(mine, [{ act: "add", kind: "event", record: { ...event, id: "same" } }])
    expect(views).toMatchObject([{ there: true, base: null, theirs: { titleEn: event.titleEn } }])
    expect(mergedStep(views[0]!, mine, {})).toEqual({ ...mine, act: "change" })
  })

  test("an assessment that was moved or taken back is a clash, though its place is empty now", () => {
    const key = "assessment/nap2014-05.a/finding/-"
    const withdraw: Operation = { act: "withdraw", kind: "assessment", id: assessed.id }
    const elsewhere: Operation = { act: "change", kind: "assessment", record: { ...assessed, region: "KP" } }
    const change: Operation = { act: "change", kind: "assessment", record: { ...assessed, rationaleEn: "Mine." } }
    for (const mine of [withdraw, change]) {
      expect(clashed(mine, [withdraw]).found).toEqual([{ key, revision: 2 }])
      expect(clashed(mine, [elsewhere]).found).toEqual([{ key: "assessment/nap2014-05.a/finding/KP", revision: 2 }])
    }
    expect(clashed(elsewhere, [withdraw]).found).toEqual([{ key, revision: 2 }])
  })

  test("of what was published since, one's own does not count, and of the rest the newest is named", () => {
    const withTitle = (titleEn: string): Operation => ({ act: "change", kind: "event", record: { ...event, titleEn } })
    const held = ["First", "Second", "Third"].reduce(
      (ledger, title) => published(ledger, [withTitle(title)], "correction"),
      datasetLedger(),
    )
    const since = (...own: number[]) => clashesSince(held, [withTitle("Mine")], 1, new Set(own))
    expect(since()).toEqual([{ key: `event/${event.id}`, revision: 4 }])
    expect(since(4)).toEqual([{ key: `event/${event.id}`, revision: 3 }])
    expect(since(2, 3, 4)).toEqual([])
  })

  test("they published beside it: your correction stands by itself, and you are told", () => {
    const mine: Operation = { act: "change", kind: "assessment", record: { ...assessed, rationaleEn: "Mine." } }
    const { views } = clashed(mine, [{ act: "add", kind: "assessment", record: fresh }])
    expect(views).toMatchObject([{ there: true, theirs: assessed, beside: fresh }])
    expect(merged(views[0]!, {})).toEqual(mine.record)
  })

  test("two new assessments: of different days both stand, of one day yours rewrites theirs as a correction", () => {
    const theirs: Operation = { act: "add", kind: "assessment", record: { ...fresh, id: "theirs", level: 3 } }
    const mine = (effectiveOn: string): Operation => ({
      act: "add",
      kind: "assessment",
      record: { ...fresh, effectiveOn, level: 0 },
    })
    const later = clashed(mine("2026-05-06"), [theirs]).views[0]!
    const beside = mergedStep(later, mine("2026-05-06"), { effectiveOn: "yours" })
    expect(beside).toMatchObject({ act: "add", record: { id: "fresh", level: 0, effectiveOn: "2026-05-06" } })
    expect(changeFor([beside], "world-changed")).toBe("world-changed")
    for (const [day, choices] of [
      ["2026-05-05", {}],
      ["2026-05-06", { effectiveOn: "theirs" }],
    ] as const) {
      const view = clashed(mine(day), [theirs]).views[0]!
      const rewritten = mergedStep(view, mine(day), choices)
      expect(rewritten).toMatchObject({
        act: "change",
        record: { id: "theirs", level: 0, rationaleEn: "Typed by me." },
      })
      expect(changeFor([rewritten], "world-changed")).toBe("correction")
    }
  })

  test("a withdrawal stays a withdrawal", () => {
    const mine: Operation = { act: "withdraw", kind: "event", id: event.id }
    const { views } = clashed(mine, [{ act: "change", kind: "event", record: { ...event, titleEn: "Theirs" } }])
    expect(views).toMatchObject([{ there: true, yours: null, theirs: { titleEn: "Theirs" } }])
    expect(mergedStep(views[0]!, mine, {})).toEqual(mine)
  })
})
