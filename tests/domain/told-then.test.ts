import { describe, expect, test } from "vitest"
import { CITED_SCREENS, citedPage, citedQuestion, pinnedTo } from "@/lib/domain/citation"
import { type Day, dayOf } from "@/lib/domain/date"
import type { Ledger } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { citedView } from "@/lib/domain/views/cited"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import { recordsIn } from "@/lib/domain/views/lists"
import { method } from "@/lib/domain/views/method"
import { pointView } from "@/lib/domain/views/point"
import { sharedView } from "@/lib/domain/views/shared"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const DAYS: Day[] = ["2014-12-31", "2016-12-31", "2018-06-30", "2021-12-31", "2024-12-31"]
const REGIONS = [null, "KP"]

type Page = { path: string; plan: string; extra: [string, string][] }
const SAME = ["", "/points", "/outcomes", "/momentum", "/explore", "/sandbox", "/changes", "/method", "/data"]
const PAGES: Page[] = rows("plan").flatMap(({ id: plan, adoptedOn }) => [
  ...SAME.map((path): Page => ({ path, plan, extra: [] })),
  ...COMPARE_KINDS.map((by): Page => ({ path: "/compare", plan, extra: [["by", by]] })),
  ...rows("point")
    .filter((it) => it.plan === plan)
    .map((it): Page => ({ path: `/points/${adoptedOn.slice(0, 4)}/${it.number}`, plan, extra: [] })),
])

/** Fields that may name a day after the one asked about, by the path that leads to them in any view, and why. */
const ALLOWED: [path: RegExp, why: string][] = [
  [/^today$/, "the moment of reading, which no answer rests on"],
  [/(^|\.)publishedAt$|^timeline\.firstPublished$/, "when we published a revision: the other clock"],
  [/^timeline\.(from|to|stops\.on|nearest\.on)$/, "the days that can be asked about, to choose one of"],
  [
    /^(plans|[ab]\.plan)\.(adoptedOn|supersededOn)$/,
    "heads of the plans that can be asked about, also before their day",
  ],
  [/\.publishedOn$/, "a later source may tell of an earlier day; a publication is known by its date"],
  [/(^|\.)(dueOn|promisedOn|promisedBy)$/, "a day that was promised before it came"],
  [/^(from|to)$/, "the ends of the time axis: whole years around the plan and the day asked about"],
  [/^revisions\.items\.fields\.(before|after)\.value$/, "what a correction of ours wrote, told with its revision"],
]

/** The dataset, with sources found gone and archived, and events that ended, after all days asked about. */
function ledgerOfToday(): Ledger {
  const copy = { sha256: "0".repeat(64), mediaType: "text/plain" as const, size: 1, archivedOn: "2026-10-02" }
  return published(datasetLedger(), [
    ...rows("source").map((it) => ({
      act: "change" as const,
      kind: "source" as const,
      record: { ...it, goneOn: "2026-10-01", copy },
    })),
    ...rows("event").map((it) => ({
      act: "change" as const,
      kind: "event" as const,
      record: { ...it, endDate: "2026-10-03" },
    })),
  ])
}
const ledger = ledgerOfToday()

/** Every day and moment within a view, by the names of the fields that lead to it. */
function daysIn(value: unknown, path = ""): [path: string, day: Day][] {
  if (typeof value === "string") {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return [[path, value]]
    return /^\d{4}-\d\d-\d\dT/.test(value) ? [[path, dayOf(value)]] : []
  }
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) =>
    daysIn(inner, Array.isArray(value) ? path : path === "" ? name : `${path}.${name}`),
  )
}

describe("a screen of a past day tells nothing the world did later", () => {
  const used = new Set<RegExp>()

  test.each(DAYS)("as of %s, whatever the record knows by now", (asOf) => {
    const told = new Set<string>()
    for (const { path, plan, extra } of PAGES) {
      for (const region of REGIONS) {
        const page = citedPage(path)!
        const question = citedQuestion(ledger, page, resolve(Query.parse({ plan, asOf, region }), ledger, NOW))!
        for (const [at, day] of daysIn(citedView(ledger, pinnedTo(page, question, extra)).view)) {
          if (day <= asOf) continue
          const allowed = ALLOWED.find(([pattern]) => pattern.test(at))
          if (allowed) used.add(allowed[0])
          else told.add(`${page.screen}: ${at} ${day}`)
        }
      }
    }
    expect([...told]).toEqual([])
  })

  test("every screen is asked, and nothing is allowed that none of them does", () => {
    const screens = new Set(PAGES.map(({ path }) => citedPage(path)!.screen))
    // A record's versions are told by revision alone: its page has no day to ask about.
    expect(CITED_SCREENS.filter((screen) => !screens.has(screen))).toEqual(["record"])
    expect(ALLOWED.filter(([pattern]) => !used.has(pattern)).map(([, why]) => why)).toEqual([])
  })

  test("what became of a source is told from its day on", () => {
    const sourceAt = (asOf: Day) => pointView(ledger, resolve(Query.parse({ asOf }), ledger, NOW), 1)!.sources[0]
    expect(sourceAt("2026-09-30")).toMatchObject({ goneOn: null, copy: null })
    expect(sourceAt("2026-10-01")).toMatchObject({ goneOn: "2026-10-01", copy: null })
    expect(sourceAt("2026-10-02")).toMatchObject({ goneOn: "2026-10-01", copy: { archivedOn: "2026-10-02" } })
  })
})

describe("second codings", () => {
  const pages = (asOf: Day | null, region: string | null) =>
    rows("point").map(({ plan, number }) => {
      const query = Query.parse({ plan, asOf, region })
      const scope = { screen: "point" as const, point: number, query, comparison: null, panels: null, frozen: false }
      const site = pointView(ledger, resolve(query, ledger, NOW), number)!
      const link = sharedView(ledger, { ...scope, createdAt: NOW }, NOW)!.view as typeof site
      return { site, link }
    })
  const codings = (view: ReturnType<typeof pages>[number]["site"]) =>
    view.strands.flatMap(({ commitments }) => commitments.flatMap(({ secondCoding }) => secondCoding))
  const listed = (asOf: Day, region: string | null) =>
    recordsIn("secondCoding", ledger, resolve(Query.parse({ asOf, region }), ledger, NOW), new Set()).length

  test.each([...DAYS, null])("a link and the site tell the same of every commitment, as of %s", (asOf) => {
    for (const region of REGIONS)
      for (const { site, link } of pages(asOf, region)) expect(link.strands).toEqual(site.strands)
  })

  test("none is told before its day, and none where a region is asked for, since they judge the whole territory", () => {
    const told = (asOf: Day | null, region: string | null) => pages(asOf, region).flatMap(({ site }) => codings(site))
    expect(told("2016-12-31", null)).toEqual([])
    expect(new Set(told("2017-12-31", null).map(({ asOf }) => asOf))).toEqual(new Set(["2017-12-31"]))
    expect(new Set(told(null, null).map(({ asOf }) => asOf))).toEqual(new Set(["2017-12-31", "2025-12-31"]))
    expect(told(null, "KP")).toEqual([])
    expect([listed("2017-12-30", null), listed("2017-12-31", null), listed("2026-01-01", null)]).toEqual([0, 59, 154])
    expect(listed("2026-01-01", "KP")).toBe(0)
  })
})

describe("the method page as of a day", () => {
  const at = (asOf: Day, more: Partial<Query> = {}) =>
    method(ledger, resolve(Query.parse({ asOf, ...more }), ledger, NOW))

  test("counts who had been rated by then, and the assessments that their list gives", () => {
    const [early, later] = [at("2014-12-31").counts, at("2016-12-31").counts]
    expect(later.neverRated).toBeLessThan(early.neverRated)
    for (const asOf of [...DAYS, "2026-11-22"]) {
      const { counts, byType } = at(asOf)
      const total = recordsIn("assessment", ledger, resolve(Query.parse({ asOf }), ledger, NOW), new Set()).length
      expect(counts.assessments).toBe(total)
      // Whoever was never rated is unrated; one that is unrated may have been rated before.
      expect(counts.neverRated).toBeLessThanOrEqual(byType.reduce((sum, it) => sum + it.counts[4], 0))
    }
    const unrated = rows("commitment").filter(({ id, point }) => {
      const own = rows("assessment").filter((it) => it.commitment === id && it.lane === "finding" && it.region === null)
      return point.startsWith("nap2014") && !own.some((it) => it.level !== null && it.effectiveOn <= "2016-12-31")
    })
    expect(later.neverRated).toBe(unrated.length)
  })

  test("has the agreement of the codings of all plans up to the day, whichever plan or region is in view", () => {
    expect(at("2016-12-31").agreement).toMatchObject([{ asOf: null, units: 0, alpha: null }])
    expect(at("2016-12-31").disagreements).toEqual([])
    expect(at("2018-06-30").agreement.map(({ asOf }) => asOf)).toEqual(["2017-12-31", null])
    const now = at("2026-11-22")
    expect(now.agreement.map(({ asOf }) => asOf)).toEqual(["2025-12-31", "2017-12-31", null])
    for (const more of [{ plan: "nap-2021" }, { region: "KP" }])
      expect(at("2026-11-22", more).agreement).toEqual(now.agreement)
  })
})
