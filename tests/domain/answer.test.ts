import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Ledger } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import type { Assessment } from "@/lib/domain/records"
import { ANSWER_FORMAT, answerOf } from "@/lib/domain/views/answer"
import { type Scope, sharedAnswer, sharedView, withoutCopies } from "@/lib/domain/views/shared"
import { datasetLedger, digestOf, published, rows } from "./sample"

/**
 * The promise: an answer that was frozen stays what it was, to the letter. Links out there carry these digests; whoever
 * changes what they are taken of changes what was promised.
 */

const FROZEN_ON = "2026-11-22T09:00:00Z"
const YEARS_LATER = "2031-01-01T00:00:00Z"
const MADE = datasetLedger()
const scope = (query: Partial<Query>, point: number | null = null): Scope => ({
  screen: point === null ? "overview" : "point",
  point,
  query: Query.parse({ known: 1, ...query }),
  comparison: null,
  panels: null,
  frozen: true,
  createdAt: FROZEN_ON,
})

/** What was asked, and the digest that a link frozen over the starting data of 2026 carries. */
const FROZEN: [name: string, scope: Scope, digest: string][] = [
  ["the plan of 2014", scope({}), "544408f86571b0b52dc347b8fb1262251a1fb2ac70c0ac1393d4597fb2769bf5"],
  ["the plan of 2021", scope({ plan: "nap-2021" }), "b41ff6d5fcf42f19d2558e604ca801be70ec4ed5725654d979c6d4f6aa16f6ec"],
  ["official claims", scope({ lane: "claim" }), "8a7603b3f960241a8e58879ae88795a1f8f95ef160bd038a6a77552651bf8f98"],
  ["one track", scope({ track: "kinetic" }), "4efe7a32b73cc835fe248b71a1aacb43e5f86156673fbf361f908c05c01d32be"],
  ["one province", scope({ region: "KP" }), "7969a9187f2683e3665774cef84b29b1bc76473c4ebec2779ac687816c55f143"],
  [
    "one province by claims",
    scope({ region: "SINDH", lane: "claim" }),
    "5dfeca5170026e6e1ae4504ec09816f2c69db21a8c66bcacd424d75c3dd088ac",
  ],
  ["three points", scope({ points: [5, 9, 10] }), "59e7591eb2874cfcbf9e4db64f7d1b6bca9f3036abc5ec20574a031aaf8a40e4"],
  [
    "a day in the past",
    scope({ asOf: "2017-06-30" }),
    "9ab97bb72df00b20dddc8201329eee44f0dcecd4d5330d2eed4f67040fcc5ad3",
  ],
  ["one point", scope({ asOf: "2020-12-31" }, 12), "36ae40d3afe72164f10b2cc11d21fe6b1f299d351d8bc39c1e5e91de009b265b"],
]

const WHAT_TO_DO =
  "A frozen answer changed, and with it what every link out there promised. If the method is to change, keep answerOf() " +
  `as it is for format ${ANSWER_FORMAT}, raise ANSWER_FORMAT for the new one, let frozen links (opened-link.ts) be ` +
  "checked in the format they were frozen in, and add digests here; never replace one."

/** Frozen answers rest on what was published, not on these files; but here they are computed from them. */
const DATA = "49b24721f50eaaafe2cd954056ca8a4d91745ff3dc2ec1b3e9a3ed8c41dfd62a"
const ANSWERED_FROM = ["plan", "point", "commitment", "assessment", "region"] as const

test("the starting data are those that the digests below were taken of", () => {
  expect(
    digestOf(ANSWERED_FROM.map((kind) => rows(kind))),
    "The starting data changed. Put the new digests here in a commit that touches nothing but data: then it is seen " +
      "that no answer changed through the code.",
  ).toBe(DATA)
})

test.each(FROZEN)("what was frozen keeps its digest: %s", (_, asked, digest) => {
  for (const now of [FROZEN_ON, YEARS_LATER]) {
    expect(digestOf(sharedAnswer(MADE, asked, now)), WHAT_TO_DO).toBe(digest)
  }
})

test("no two of these questions have the same answer", () => {
  expect(new Set(FROZEN.map(([, , digest]) => digest)).size).toBe(FROZEN.length)
})

describe("a digest tells any two answers apart", () => {
  const assessed = rows("assessment")
  test("by one level, and by one source", () => {
    const asked = scope({ known: 2 })
    const before = digestOf(sharedAnswer(MADE, scope({}), FROZEN_ON))
    const record = assessed.find((it) => it.lane === "finding" && it.region === null && it.level !== null)!
    const other = record.level === 0 ? 1 : 0
    const changed = (change: Partial<Assessment>) =>
      published(datasetLedger(), [{ act: "change", kind: "assessment", record: { ...newest(record), ...change } }])
    const digests = [
      changed({ level: other }),
      changed({ evidence: [{ source: "satp20", bearing: "context", quote: null, note: null }] }),
      changed({ certainty: newest(record).certainty === "low" ? "high" : "low" }),
    ].map((held) => digestOf(sharedAnswer(held, asked, FROZEN_ON)))
    expect(new Set([before, ...digests]).size).toBe(4)
  })
  /** The one that is in force at the end: what an older one said is not part of an answer of today. */
  const newest = (of: Assessment) =>
    assessed
      .filter((it) => it.commitment === of.commitment && it.lane === of.lane && it.region === of.region)
      .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0]!
})

const step = fc.record({
  at: fc.nat(),
  act: fc.constantFrom("change", "withdraw", "add"),
  level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
})

/** One later revision on some assessments: corrected, taken back, or new ones beside them. */
function later(held: Ledger, steps: { at: number; act: string; level: 0 | 1 | 2 | 3 }[]): void {
  const all = rows("assessment").filter(({ id }) => held.versions.assessment.get(id)?.at(-1)?.withdrawn === false)
  const touched = new Map(steps.map((it) => [all[it.at % all.length]!, it]))
  const operations = [...touched].map(([record, { act, level }]) =>
    act === "withdraw"
      ? ({ act: "withdraw", kind: "assessment", id: record.id } as const)
      : act === "change"
        ? ({ act: "change", kind: "assessment", record: { ...record, level, unratedReason: null } } as const)
        : ({
            act: "add",
            kind: "assessment",
            record: { ...record, id: `later-${held.newest}-${record.id}`, level, unratedReason: null },
          } as const),
  )
  if (operations.length > 0) published(held, operations, "correction")
}

test("what is published later changes no answer of an earlier revision", () => {
  const question = fc.record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    lane: fc.constantFrom("finding" as const, "claim" as const),
    track: fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const),
    region: fc.constantFrom(null, "KP"),
    asOf: fc.constantFrom("2016-01-01", "2021-12-31", "2026-11-22"),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      question,
      (revisions, asked) => {
        const held = datasetLedger()
        const answers: string[] = []
        const answer = (known: number) => {
          const query = Query.parse({ ...asked, known })
          const shared = sharedAnswer(held, scope(query), FROZEN_ON)
          expect(shared).toEqual(answerOf(held, resolve(query, held, FROZEN_ON)))
          return digestOf(shared)
        }
        answers.push(answer(held.newest))
        for (const steps of revisions) {
          later(held, steps)
          answers[held.newest - 1] ??= answer(held.newest)
          answers.forEach((digest, at) => expect(answer(at + 1)).toBe(digest))
        }
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

test("without copies a view is the same but for them", () => {
  const copy = { sha256: "0".repeat(64), mediaType: "text/plain", size: 9, archivedOn: "2026-01-01" } as const
  const held = datasetLedger()
  const sources = rows("source").map((it) => ({ act: "change", kind: "source", record: { ...it, copy } }) as const)
  published(held, sources as unknown as Parameters<typeof published>[1], "correction")
  for (const asked of [scope({ known: 2 }), scope({ known: 2 }, 12)]) {
    const shared = sharedView(held, asked, FROZEN_ON)!
    const text = JSON.stringify(shared)
    expect(text).toContain(copy.sha256)
    expect(JSON.stringify(withoutCopies(shared))).toBe(text.replaceAll(JSON.stringify(copy), "null"))
  }
})
