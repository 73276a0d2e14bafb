import fc from "fast-check"
import { expect, test } from "vitest"
import { citedPage, citedQuestion, pinnedTo } from "@/lib/domain/citation"
import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { Query, QUERY_NAMES, resolve } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { citedView } from "@/lib/domain/views/cited"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import { recordsIn } from "@/lib/domain/views/lists"
import { afterwards, later } from "./later"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const YEARS_LATER = "2031-02-03T09:00:00Z"
const anyDay = fc.integer({ min: 0, max: 4300 }).map((days) => addDays("2014-12-24", days))
const anyQuery = fc
  .record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    asOf: anyDay,
    lane: fc.constantFrom("finding" as const, "claim" as const),
    region: fc.constantFrom(null, null, "KP"),
  })
  .map((it) => Query.parse(it))
const someNames = fc.subarray(QUERY_NAMES as string[]).map((names) => new Set(names))
/** A removal by law takes its words out of every answer, so it has a test of its own (redaction.test.ts). */
const beside = later.map((steps) => steps.filter((step) => step.act !== "redact"))

/** A ledger of two revisions, the second after all days that are asked about. */
function twoRevisions(): Ledger {
  const [silence] = rows("silence")
  const [event] = rows("event")
  return published(datasetLedger(), [
    {
      act: "change",
      kind: "silence",
      record: { ...silence!, status: "late", note: "Seen at last.", asOf: "2026-01-02" },
    },
    { act: "add", kind: "event", record: { ...event!, id: "second-event" } },
  ])
}

test("no list tells of a later revision, nor something else when it is asked for again years later", () => {
  fc.assert(
    fc.property(anyQuery, someNames, beside, fc.constantFrom(1, 2), (query, given, steps, known) => {
      const ledger = twoRevisions()
      const listed = (now: string) =>
        KIND_NAMES.map((kind) => recordsIn(kind, ledger, resolve({ ...query, known }, ledger, now), given))
      const before = structuredClone(listed(NOW))
      afterwards(ledger, steps)
      expect(listed(YEARS_LATER)).toEqual(before)
    }),
    { numRuns: 80 },
  )
}, 60_000)

const SCREENS: [path: string, extra: [string, string][]][] = [
  ...[
    "",
    "/points",
    "/points/2014/5",
    "/outcomes",
    "/momentum",
    "/explore",
    "/sandbox",
    "/changes",
    "/method",
    "/data",
  ].map((path): [string, [string, string][]] => [path, []]),
  [`/changes/record/silence/${rows("silence")[0]!.id}`, []],
  ...COMPARE_KINDS.map((by): [string, [string, string][]] => ["/compare", [["by", by]]]),
]
/** The moment of reading, and how much came since: told beside the answer. */
const BESIDE = ["newest", "today", "recent", "changesSince", "timeline"]
const answer = (view: object) =>
  JSON.stringify(view, (name, value: unknown) => (BESIDE.includes(name) ? undefined : value))

test("no screen does, word for word", () => {
  fc.assert(
    fc.property(fc.subarray(SCREENS, { minLength: 3, maxLength: 6 }), anyQuery, beside, (screens, query, steps) => {
      const ledger = twoRevisions()
      const told = (now: string) =>
        screens.flatMap(([path, extra]) =>
          [1, 2].map((known) => {
            const page = citedPage(path)!
            const question = citedQuestion(ledger, page, resolve({ ...query, known }, ledger, now))!
            return answer(citedView(ledger, pinnedTo(page, question, extra)).view)
          }),
        )
      const before = told(NOW)
      afterwards(ledger, steps)
      expect(told(YEARS_LATER)).toEqual(before)
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** Days that a record may name before they come: what was promised for them. */
const PROMISED = ["dueOn", "promisedOn", "promisedBy"]
/** What belongs to no day is named on all of them. */
const TIMELESS = ["region", "body", "source", "plan", "point", "commitment", "crosswalk", "indicator"]
/** Of these the day that heads them stays, since other records refer to them. */
const HEADS: Record<string, string[]> = { source: ["publishedOn"], plan: ["adoptedOn"] }

test("no list tells of a day after the one it is asked about", () => {
  const ledger = twoRevisions()
  const [plan, source] = [rows("plan")[0]!, rows("source")[0]!]
  const copy = { sha256: "0".repeat(64), mediaType: "text/plain" as const, size: 1, archivedOn: "2026-10-02" }
  published(ledger, [
    { act: "change", kind: "plan", record: plan },
    { act: "change", kind: "source", record: { ...source, goneOn: "2026-10-01", copy } },
    { act: "add", kind: "event", record: { ...rows("event")[0]!, id: "long-event", endDate: "2026-10-03" } },
  ])
  const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)
  const daysIn = (value: unknown, name = ""): [string, string][] => {
    if (isDay(value)) return [[name, value]]
    if (value === null || typeof value !== "object") return []
    return Object.entries(value).flatMap(([key, inner]) => daysIn(inner, Array.isArray(value) ? name : key))
  }
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...KIND_NAMES), (asOf, kind) => {
      const question = resolve(Query.parse({ asOf }), ledger, NOW)
      for (const record of recordsIn(kind, ledger, question, new Set())) {
        for (const [name, on] of daysIn(record)) {
          if (PROMISED.includes(name) || HEADS[kind]?.includes(name)) continue
          expect(on <= asOf, `${kind}/${record.id} ${name} ${on} as of ${asOf}`).toBe(true)
        }
      }
      if (!TIMELESS.includes(kind)) return
      expect(recordsIn(kind, ledger, question, new Set()).length).toBe(snapshot(ledger, 3).records[kind].size)
    }),
    { numRuns: 200 },
  )
  const at = (asOf: string) =>
    recordsIn("source", ledger, resolve(Query.parse({ asOf }), ledger, NOW), new Set()).find(
      (it) => it.id === source.id,
    )
  expect(at("2026-09-30")).toMatchObject({ goneOn: null, copy: null })
  expect(at("2026-10-02")).toMatchObject({ goneOn: "2026-10-01", copy })
})
