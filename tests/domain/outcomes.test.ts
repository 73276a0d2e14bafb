import fc from "fast-check"
import { expect, test } from "vitest"
import { outcomeFinding } from "@/components/views/outcomes/words"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { recordsIn } from "@/lib/domain/views/lists"
import { outcomes, unknownPanels, yearEndsOf } from "@/lib/domain/views/outcomes"
import { panelsOf } from "@/lib/domain/views/outcomes/panels"
import { overview } from "@/lib/domain/views/overview"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger, published, rows } from "./sample"

const ledger = datasetLedger()
const NOW = "2026-03-01T09:00:00.000Z"
const asked = (query: Partial<Query> = {}, held: Ledger = ledger) => resolve(Query.parse(query), held, NOW)
const day = fc
  .date({ min: new Date("2013-01-01"), max: new Date("2026-02-28"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const region = fc.constantFrom(null, "KP", "SINDH", "BALOCHISTAN", "MERGED", "GB")
const NOW_ON = { asOf: "2026-03-01", today: "2026-03-01", region: null }
const everyPanel = panelsOf(ledger, snapshot(ledger, 1), NOW_ON).map((panel) => panel.id)

test("every observation stands in exactly one panel, which is one publisher's", () => {
  const facts = snapshot(ledger, 1)
  const panels = panelsOf(ledger, facts, NOW_ON)
  const shown = panels.flatMap((panel) => panel.figures.map((it) => ({ panel, it })))
  expect(shown.map(({ it }) => it.id).sort()).toEqual(rows("observation").map(({ id }) => id).sort()) // prettier-ignore
  for (const { panel, it } of shown) {
    const series = facts.records.indicator.get(it.series)!
    expect(series.publisher).toBe(panel.publisher)
    expect(series.unit).toBe(panel.unit)
    expect(it.value).toBe(facts.records.observation.get(it.id)!.value)
  }
  expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length)
  expect(panels.length).toBeGreaterThan(30)
})

test("whatever publishers the series are given, no panel joins two, and no figure is lost", () => {
  const [first] = rows("indicator")
  const publisher = fc.constantFrom("A", "B", "C")
  const id = fc.constantFrom(
    "x.deaths",
    "x.deaths.vintage-1",
    "x.deaths.vintage-2",
    "y.deaths",
    "deaths",
    "x.deaths_KP",
  )
  const series = fc.uniqueArray(fc.record({ id, publisher, unit: fc.constantFrom("people", "attacks") }), {
    selector: (it) => it.id,
    minLength: 1,
  })
  fc.assert(
    fc.property(series, (some) => {
      const sample = rows("observation")[0]!
      const grown = published(
        datasetLedger(),
        some.flatMap(({ id, publisher, unit }): Operation[] => [
          { act: "add", kind: "indicator", record: { ...first!, id, publisher, unit, indicator: /_KP$/.test(id) ? "deaths_KP" : "deaths" } }, // prettier-ignore
          { act: "add", kind: "observation", record: { ...sample, id: `${id}-2020`, series: id, year: 2020 } },
        ]),
      )
      const facts = snapshot(grown, grown.newest)
      const panels = panelsOf(grown, facts, NOW_ON)
      for (const panel of panels) {
        for (const it of panel.figures) {
          expect(facts.records.indicator.get(it.series)).toMatchObject({ publisher: panel.publisher, unit: panel.unit })
        }
      }
      expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length)
      const ids = panels.flatMap((panel) => panel.figures.map((it) => it.id))
      for (const { id } of some) expect(ids.filter((each) => each === `${id}-2020`)).toHaveLength(1)
    }),
    { numRuns: 25 },
  )
}, 60_000)

/** The record with a figure of the year that still runs on the day of these tests. */
function withThisYear(): Ledger {
  const last = rows("observation").find((it) => it.id === "pips.terrorist_attacks-2025")!
  const record = { ...last, id: "pips.terrorist_attacks-2026", year: 2026, value: 80 }
  return published(datasetLedger(), [{ act: "add", kind: "observation", record }])
}

test("a figure is told once its year is over; within the year only, as partial, if it was published by then", () => {
  const grown = withThisYear()
  const days = fc.oneof(day, fc.constantFrom("2026-01-01", "2026-03-01"))
  let partial = 0
  fc.assert(
    fc.property(days, region, fc.subarray(everyPanel), (asOf, region, show) => {
      const question = asked({ asOf, region }, grown)
      const view = outcomes(grown, question, show)
      const year = Number(asOf.slice(0, 4))
      for (const it of view.panels.flatMap((panel) => panel.figures)) {
        const isOver = `${it.year}-12-31` <= asOf
        expect(isOver || (it.year === year && asOf >= "2026-01-02"), `${it.id} on ${asOf}`).toBe(true)
        expect(it.isPartial).toBe(!isOver)
        if (it.isPartial) partial++
      }
      // The list of records tells the same years.
      const listed = recordsIn("observation", grown, { ...question, region: null }, new Set())
      const told = panelsOf(grown, snapshot(grown, grown.newest), { ...question, region: null })
      expect(listed.map((it) => it.id)).toEqual(told.flatMap((panel) => panel.figures.map((it) => it.id)).sort())
      for (const panel of view.panels) {
        if (panel.course) for (const it of [panel.course.first, panel.course.last]) expect(it.isPartial).toBe(false)
      }
    }),
    { numRuns: 150 },
  )
  expect(partial).toBeGreaterThan(0)
  const yearsOf = (asOf: string, now: string) =>
    outcomes(grown, resolve(Query.parse({ asOf }), grown, now), ["pips.terrorist_attacks"]).panels[0]!.figures.map(
      (it) => it.year,
    )
  expect(yearsOf("2024-06-30", NOW).at(-1)).toBe(2023)
  expect(yearsOf("2024-12-31", NOW).at(-1)).toBe(2024)
  expect(yearsOf("2026-03-01", NOW).at(-1)).toBe(2026)
  // It was published on the second of January, and stays part of every answer since, whenever it is asked for.
  expect(yearsOf("2026-01-01", NOW).at(-1)).toBe(2025)
  expect(yearsOf("2026-03-01", "2027-01-02T09:00:00.000Z").at(-1)).toBe(2026)
})

test("a pinned answer does not change at New Year", () => {
  const pinned = { asOf: "2020-06-30", known: 1 }
  const inYear = (now: string) => outcomes(ledger, resolve(Query.parse(pinned), ledger, now))
  const { to } = inYear(NOW)
  expect(to).toBe("2020-12-31")
  expect(inYear("2031-01-01T09:00:00.000Z").to).toBe(to)
  expect(outcomes(ledger, asked()).to).toBe("2026-12-31")
  // A day before the plan still has an axis.
  expect(outcomes(ledger, asked({ plan: "nap-2021", asOf: "2013-05-01" }))).toMatchObject({ to: "2021-12-31" })
})

test("a region has only its own counts, and an index over what applies there", () => {
  fc.assert(
    fc.property(day, region, fc.subarray(everyPanel), (asOf, region, show) => {
      const question = asked({ asOf, region })
      const view = outcomes(ledger, question, show)
      if (region !== null) for (const panel of [...view.panels, ...view.choices]) expect(panel.region).toBe(region)
      expect(view.tracks).toEqual(overview(ledger, question).tracks)
      expect(view.series).toEqual(overview(ledger, question).series)
    }),
    { numRuns: 60 },
  )
  expect(outcomes(ledger, asked({ region: "KP" })).panels.length).toBeGreaterThan(0)
  expect(outcomes(ledger, asked({ region: "GB" })).panels).toEqual([])
  // The plan's Karachi point is filed under Sindh, and so is the count of its killings.
  expect(outcomes(ledger, asked({ region: "SINDH" })).choices.map((it) => it.id)).toContain(
    "rangers.karachi_target_killings",
  )
  expect(outcomes(ledger, asked({ region: "MERGED" })).choices.map((it) => it.id)).toContain(
    "pips.terrorist_attacks_FATA",
  )
})

test("what is chosen is what is drawn; what does not exist is named", () => {
  const show = ["gti.gti_rank", "no.such", "pips.terrorist_attacks"]
  const view = outcomes(ledger, asked(), show)
  expect(view.panels.map((panel) => panel.id)).toEqual(["pips.terrorist_attacks", "gti.gti_rank"])
  expect(unknownPanels(ledger, asked(), show)).toEqual(["no.such"])
  expect(unknownPanels(ledger, asked({ region: "KP" }), show)).toEqual(show)
  // For a reader who has not chosen: both kinds of count, whole country, of publishers with a long series.
  const usual = outcomes(ledger, asked()).panels
  expect(usual.map((panel) => panel.measure)).toEqual(["attacks", "attacks", "deaths", "deaths"])
  for (const panel of usual) {
    expect(panel.region).toBeNull()
    expect(panel.years).toBeGreaterThanOrEqual(10)
  }
})

test("another base, vintage or note on the base is a break, and no sentence reaches across it", () => {
  const [panel] = outcomes(ledger, asked(), ["crss.violence_linked_fatalities"]).panels
  expect(panel!.figures.filter((it) => it.isBreak).map((it) => it.year)).toEqual([2018])
  expect(panel!.course).toMatchObject({ first: { year: 2018 }, last: { year: 2025 }, least: { year: 2020 } })
  // Two vintages of 2015 stand side by side; the one of the longer series is the main one.
  expect(
    panel!.figures.filter((it) => it.year === 2015).map(({ variant, value, isMain }) => [variant, value, isMain]),
  ).toEqual([
    ["all-violence", 4612, true],
    ["later-vintage", 4647, false],
  ])
  for (const each of outcomes(ledger, asked(), everyPanel).panels) {
    const { course } = each
    if (!course) continue
    const between = each.figures.filter((it) => it.isMain && it.year > course.first.year && it.year <= course.last.year)
    expect(between.filter((it) => it.isBreak), each.id).toEqual([]) // prettier-ignore
    const values = each.figures.filter((it) => it.series === course.series).map((it) => it.value)
    for (const it of [course.first, course.last, course.least, course.most]) expect(values).toContain(it.value)
    expect(course.least.value).toBeLessThanOrEqual(course.first.value)
    expect(course.most.value).toBeGreaterThanOrEqual(course.last.value)
  }
})

test("a series that takes over from another is a break, even where no note says so", () => {
  const [series] = rows("indicator")
  const [sample] = rows("observation")
  const ids = ["zz.deaths", "zz.deaths.new-base"]
  const grown = published(
    datasetLedger(),
    ids.flatMap((id, at): Operation[] => [
      {
        act: "add",
        kind: "indicator",
        record: { ...series!, id, indicator: "deaths", publisher: "ZZ", unit: "people" },
      },
      ...[2018, 2019].map((year): Operation => ({
        act: "add",
        kind: "observation",
        record: { ...sample!, id: `${id}-${year + 2 * at}`, series: id, year: year + 2 * at, breakNote: null },
      })),
    ]),
  )
  const [panel] = outcomes(grown, asked({}, grown), ["zz.deaths"]).panels
  expect(panel!.figures.map((it) => [it.year, it.isBreak])).toEqual([
    [2018, false],
    [2019, false],
    [2020, true],
    [2021, false],
  ])
})

test("a corrected figure says what stood before, and an earlier revision does not know it", () => {
  const old = rows("observation").find((it) => it.id === "pips.terrorist_attacks-2024")!
  const record = { ...old, value: 999 }
  const grown = published(datasetLedger(), [{ act: "change", kind: "observation", record }], "correction")
  const figure = (known: number | null) =>
    outcomes(grown, asked({ known }, grown), ["pips.terrorist_attacks"]).panels[0]!.figures.find(
      (it) => it.id === old.id,
    )
  expect(figure(null)).toMatchObject({ value: 999, revision: 2, before: { value: old.value, revision: 1 } })
  expect(figure(1)).toMatchObject({ value: old.value, revision: 1, before: null })
})

test("the same year counted by several publishers is told, never joined or averaged", () => {
  const { counts, panels } = outcomes(ledger, asked())
  expect(counts.map((it) => it.measure)).toEqual(["attacks", "deaths"])
  for (const { year, counts: all } of counts) {
    expect(new Set(all.map((it) => it.publisher)).size).toBe(all.length)
    for (const it of all) {
      const panel = panels.find((each) => each.id === it.panel)!
      expect(panel.figures.filter((each) => each.year === year).map((each) => each.value)).toContain(it.value)
    }
  }
  expect(Object.keys(outcomes(ledger, asked()))).not.toContain("correlation")
})

test("only whole counts of one region stand in one sentence, one of each publisher, each by its name", () => {
  const view = outcomes(ledger, asked(), everyPanel)
  const groups = view.counts.map((it) => `${it.measure}/${it.region}`)
  expect(new Set(groups).size).toBe(groups.length)
  expect(groups).toEqual(["attacks/null", "deaths/null"])
  for (const { counts, measure, region } of view.counts) {
    expect(new Set(counts.map((it) => it.publisher)).size).toBe(counts.length)
    for (const it of counts) {
      const panel = view.panels.find(({ id }) => id === it.panel)!
      expect(panel).toMatchObject({ measure, region, indicator: it.indicator })
      expect(it.indicator).not.toMatch(/sectarian|suicide|target|militants_killed|fatalities_(civ|mil|sec)/)
    }
  }
  // A province is told beside a province, never beside the country or another province.
  const [sample] = rows("observation")
  const grown = published(
    datasetLedger(),
    ["KP", "Balochistan"].flatMap((place): Operation[] => {
      const [id, indicator] = [`zz.terrorist_attacks_${place}`, `terrorist_attacks_${place}`]
      return [
        { act: "add", kind: "indicator", record: { id, indicator, publisher: "ZZ", unit: "attacks" } },
        { act: "add", kind: "observation", record: { ...sample!, id: `${id}-2025`, series: id, year: 2025 } },
      ]
    }),
  )
  const show = panelsOf(grown, snapshot(grown, 2), NOW_ON).map((panel) => panel.id)
  const pairs = outcomes(grown, asked({}, grown), show).counts.filter((it) => it.region !== null)
  expect(pairs.map((it) => [it.measure, it.region, it.counts.map(({ panel }) => panel)])).toEqual([
    ["attacks", "BALOCHISTAN", ["pips.terrorist_attacks_Balochistan", "zz.terrorist_attacks_Balochistan"]],
    ["attacks", "KP", ["pips.terrorist_attacks_KP", "zz.terrorist_attacks_KP"]],
  ])
  for (const locale of ["en", "ur"] as const) {
    const said = outcomeFinding(locale, view)
    const names = messages(locale).outcomes.indicator
    for (const { counts } of view.counts) {
      for (const { indicator } of counts) expect(said.toLowerCase()).toContain(`(${names[indicator]!.toLowerCase()})`)
    }
  }
})

test("the table's years are the ends of years and the day asked about", () => {
  const view = outcomes(ledger, asked({ asOf: "2018-06-30" }))
  expect(yearEndsOf(view).map((it) => it.on)).toEqual([
    "2014-12-31",
    "2015-12-31",
    "2016-12-31",
    "2017-12-31",
    "2018-06-30",
  ])
})
