import fc from "fast-check"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { NO_HREFS } from "@/components/views/hrefs"
import { Changes } from "@/components/views/overview/changes"
import { CompositionFigure } from "@/components/views/momentum/composition-figure"
import { promisesFinding } from "@/components/views/momentum/promise-words"
import { staleFinding } from "@/components/views/momentum/stale-figure"
import { ledeOf, stepsFinding } from "@/components/views/momentum/words"
import { changeWords } from "@/components/views/overview/stand"
import { outcomeFinding, panelTitle } from "@/components/views/outcomes/words"
import { addDays } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { TRACKS } from "@/lib/domain/scale"
import { compareView } from "@/lib/domain/views/compare/compare"
import { momentumView } from "@/lib/domain/views/momentum"
import { busiestYears } from "@/lib/domain/views/momentum/steps"
import { outcomes } from "@/lib/domain/views/outcomes"
import { panelsOf } from "@/lib/domain/views/outcomes/panels"
import { overview } from "@/lib/domain/views/overview"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const NOW = "2026-11-22T09:00:00Z"
const asked = (query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, NOW)
const view = (query: Partial<Query> = {}) => momentumView(ledger, asked(query))
const anyQuery = fc
  .record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    lane: fc.constantFrom("finding" as const, "claim" as const),
    track: fc.constantFrom(null, null, ...TRACKS),
    points: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 2 })),
    days: fc.integer({ min: 0, max: 1800 }),
  })
  .map(({ days, ...it }) => ({ ...it, asOf: addDays("2021-09-09", days) }))

test("what became of the commitments in a year is what a comparison of its two days says", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { momentum } = overview(ledger, asked(query))
      const comparison = { by: "dates", against: momentum.since, then: null, rows: "points" } as const
      const { counts, comparable } = compareView(ledger, asked(query), comparison)
      expect(momentum.movements.all).toEqual(counts)
      expect(view(query).momentum).toEqual(momentum)
      // With the same commitments rated on both days, the index moves as theirs does.
      if (counts["newly-rated"] + counts["unrated-since"] > 0 || momentum.all === null) return
      expect(momentum.all).toBeCloseTo(comparable.pairs.all.change!, 9)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test("where an index moved because a commitment came to be rated, that is said, on both screens", () => {
  const query: Partial<Query> = { plan: "nap-2021", track: "non-kinetic" }
  const own = view(query)
  const { movements, nonKinetic } = own.momentum
  expect(movements.nonKinetic).toMatchObject({ up: 0, down: 0, "newly-rated": 1, "unrated-since": 0 })
  expect(nonKinetic).toBeCloseTo(-1.1, 1)
  expect(ledeOf("en", own)).toBe(
    "Since 22 Nov 2025 the non-kinetic index has moved by −1.1 points, because 1 commitment is newly rated, while no level changed among those rated on both days.",
  )
  expect(changeWords("en", overview(ledger, asked(query)), "non-kinetic")).toBe(
    "−1.1 points in 12 months: 1 newly rated, no level changed",
  )
  expect(ledeOf("ur", own)).toContain("کیونکہ 1 وعدے کو نیا درجہ ملا")
  expect(changeWords("ur", own, "non-kinetic")).toContain("1 کو نیا درجہ ملا، کوئی درجہ نہیں بدلا")

  fc.assert(
    fc.property(anyQuery, (query) => {
      const own = view({ ...query, track: query.track ?? "kinetic" })
      const { change, moved } = { change: own.momentum.all, moved: own.momentum.movements.all }
      const isByRating = moved["newly-rated"] + moved["unrated-since"] > 0
      if (change === null || Math.abs(change) < 0.05) return
      expect(/newly rated|no longer rated/.test(ledeOf("en", own))).toBe(isByRating)
      expect(ledeOf("en", own).includes("because")).toBe(isByRating && moved.up + moved.down === 0)
      // No change of an index stands without its reason, on either screen.
      expect(/ (rose|fell)\b/.test(ledeOf("en", own))).toBe(moved.up + moved.down > 0)
      const track = query.track ?? "kinetic"
      expect(changeWords("en", own, track)).toMatch(/ in 12 months: \d+ (newly|no longer|up|down)/)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test("a rating that is new is not told as a level that changed, on one screen", () => {
  const own = overview(ledger, asked({ plan: "nap-2021" }))
  const found = own.changes.filter(({ from, on }) => from === null && on > own.momentum.since)
  expect(found).not.toEqual([])
  for (const locale of ["en", "ur"] as const) {
    const plan = own.plans.find(({ id }) => id === own.plan)!
    const page = renderToStaticMarkup(<Changes {...{ locale }} view={own} hrefs={NO_HREFS} year={plan.year} />)
    const { counted } = messages(locale).overview.changes
    const recent = own.changes.filter(({ on }) => on > own.momentum.since)
    const levels = recent.filter(({ from, to }) => from !== null && to !== null).length
    const lost = recent.filter(({ to }) => to === null).length
    expect(page).toContain(counted({ levels, found: found.length, lost }))
  }
})

test("nothing promised, and a year that began before the plan, are not what cannot be told", () => {
  expect(ledeOf("en", view({ plan: "nap-2021", points: [6] }))).toContain("No kinetic commitment is in this view")
  expect(ledeOf("en", view({ plan: "nap-2021", asOf: "2022-03-01" }))).toBe(
    "On 1 Mar 2021, 12 months before, the plan had not been adopted, so there is no change over 12 months to tell.",
  )
})

test("a year is called the busiest only where it stands out", () => {
  const told = (query: Partial<Query>) => stepsFinding("en", view(query))
  const tied = (query: Partial<Query>) => {
    const own = view(query)
    return own.totals.map((it) => ({ years: busiestYears(own.steps, it), moves: it.busiest?.moves ?? 0 }))
  }
  // Five years with three steps each: no year is most of them.
  const [kinetic, nonKinetic] = tied({})
  expect(nonKinetic!.years.length).toBeGreaterThan(3)
  expect(told({ track: "non-kinetic" })).not.toMatch(/busiest|20\d\d/)
  expect(kinetic!.years).toHaveLength(1)
  expect(told({ track: "kinetic" })).toContain(`, the busiest year being ${kinetic!.years[0]} (${kinetic!.moves}).`)

  fc.assert(
    fc.property(anyQuery, (query) => {
      const own = view(query)
      const isTold = tied(query).some(({ years, moves }) => moves > 1 && years.length <= 3)
      expect(told(query).includes("busiest")).toBe(isTold)
      expect(told(query)).not.toContain("most of them")
      for (const { track } of own.totals) {
        const of = own.steps.filter((it) => it.track === track)
        const most = Math.max(...of.map((it) => it.up + it.down))
        const years = tied({ ...query, track })[0]!.years
        expect(of.every((it) => years.includes(it.year) === (most > 0 && it.up + it.down === most))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test("within the plan's first year the composition names that day alone", () => {
  for (const locale of ["en", "ur"] as const) {
    const html = (asOf: string) => renderToStaticMarkup(<CompositionFigure locale={locale} view={view({ asOf })} />)
    const first = messages(locale).momentum.composition.finding("", "2014", 0, "", 0, 0).split("2014")[0]!
    const words = (asOf: string) => /<span class="text-ink-2">(.*?)<\/span>/.exec(html(asOf))![1]!
    expect(words("2014-12-24")).not.toMatch(locale === "en" ? /at the end of/ : /کے اختتام پر/)
    expect(words("2014-12-24").match(/24 /g)!.length).toBeGreaterThan(0)
    expect(words("2016-06-30")).toContain(first.replace(/^: ?/, "").trim().split(" ")[0]!)
    expect(words("2016-06-30")).toMatch(locale === "en" ? /at the end of 2014/ : /2014 کے اختتام پر/)
  }
})

test("a figure is the lowest of all years only where every year has one", () => {
  const every = panelsOf(ledger, snapshot(ledger, 1), { asOf: "2026-11-22", region: null }).map(({ id }) => id)
  let [whole, gapped] = [0, 0]
  for (const show of every) {
    const own = outcomes(ledger, asked(), [show])
    const [panel] = own.panels
    const { course } = panel!
    const finding = outcomeFinding("en", own)
    if (!course || !finding.startsWith(panelTitle("en", panel!, own.regions).split(": ")[1]!)) continue
    const years = panel!.figures.filter(
      (it) => it.series === course.series && it.breakNote === course.first.breakNote && !it.isPartial,
    )
    const has = (year: number) => years.some((it) => it.year === year)
    const span = Array.from({ length: course.last.year - course.first.year + 1 }, (_, at) => course.first.year + at)
    if (finding.includes("at the lowest")) {
      expect(span.every(has), show).toBe(true)
      whole++
    }
    if (finding.includes("the lowest of the")) {
      expect(finding).toContain(`(the lowest of the ${span.filter(has).length} years on record)`)
      expect(span.every(has), show).toBe(false)
      gapped++
    }
  }
  expect([whole > 0, gapped > 0]).toEqual([true, true])
  const pips = outcomeFinding("en", outcomes(ledger, asked({ region: "BALOCHISTAN" })))
  expect(pips).toContain("218 in 2015, 202 in 2024 (the lowest of the 3 years on record), 254 in 2025")
})

test("one is not many, and none of something is no count of it", () => {
  const { momentum } = messages("en")
  const counts = [0, 1, 2]
  const all = counts.flatMap((a) =>
    counts.flatMap((b) => [
      ...counts.flatMap((c) => [
        momentum.promises.finding(a, Math.min(a, b), Math.min(a, c)),
        momentum.promises.undated(Math.min(a, b), b, c),
        momentum.provinces.finding(a, b, c),
      ]),
      ...(a <= b && b > 0 ? [momentum.stale.finding(a, b, "50 %", 12)] : []),
      ...(a > 0 && a <= b
        ? [momentum.leads.finding("Courts", a, b, 0), momentum.leads.finding("Courts", a, b, a)]
        : []),
    ]),
  )
  for (const text of all) {
    expect(text).not.toMatch(/\b1 (?:commitments|dates|pairs|rated commitments|promised reports)\b/)
    expect(text).not.toMatch(/\b[02] (?:commitment|date|pair|rated commitment|promised report)\b/)
    expect(text).not.toMatch(/\b1 (?:were|are|have|name)\b|\b2 (?:was|is|has|names)\b|\bOf 0\b|\bin 0\b/)
  }
  const { changes, cite, explore } = messages("en")
  expect(changes.shown(3, 3, 5)).toBe("3 of 5 revisions")
  expect([cite.points("5", 1), cite.points("5, 6", 2)]).toEqual(["point 5", "points 5, 6"])
  expect([0, 1, 2].map((count) => explore.heading(count, 2021))).toEqual([
    "No commitment of the 2021 plan is in this view",
    "Explore the one commitment of the 2021 plan",
    "Explore the 2 commitments of the 2021 plan",
  ])
  const one = view({ plan: "nap-2021", points: [6], lane: "claim" })
  expect(one.stale[0]!.rated.all).toBe(1)
  expect(staleFinding("en", one)).toMatch(/of the one rated commitment behind the headline is /)
  expect(promisesFinding("en", one)).not.toMatch(/Of 0 dates/)
})
