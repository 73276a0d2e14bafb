import fc from "fast-check"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { swapHref } from "@/components/views/compare/bar"
import { Moved } from "@/components/views/compare/moved"
import { rankWords } from "@/components/views/compare/claim-words"
import { Links } from "@/components/views/compare/plans"
import { movedFinding, movedRows, movementNames, restWords } from "@/components/views/compare/moved-words"
import { coreFinding, headlineOf, ledeOf } from "@/components/views/compare/words"
import { NO_HREFS, siteHrefs } from "@/components/views/hrefs"
import { addDays, type Day } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { Query, readQuery, resolve } from "@/lib/domain/query"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { compareView } from "@/lib/domain/views/compare/compare"
import { COMPARE_KINDS, COMPARE_NAMES, type Comparison, readComparison } from "@/lib/domain/views/compare/sides"
import { pointsList } from "@/lib/domain/views/points"
import { formatDay, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const NOW = "2026-11-22T09:00:00Z"
const TODAY = "2026-11-22"
const LOCALES: Locale[] = ["en", "ur"]
const view = (comparison: Partial<Comparison>, query: Partial<Query> = {}) =>
  compareView(ledger, resolve(Query.parse(query), ledger, NOW), {
    ...{ by: "dates", against: null, then: null, rows: "points" },
    ...comparison,
  })
const anyDay = (from: Day) =>
  fc.integer({ min: 0, max: 5000 }).map((days) => [addDays(from, days), TODAY].sort()[0] as Day)
const anyComparison = fc.record({
  by: fc.constantFrom(...COMPARE_KINDS),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  track: fc.constantFrom(null, null, ...TRACKS),
  points: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 2 })),
  asOf: fc.option(anyDay("2021-09-09")),
  against: fc.option(anyDay("2014-12-24")),
})

test("Swap sets the very same two sides against each other the other way round, each on its own day", () => {
  fc.assert(
    fc.property(anyComparison, fc.option(anyDay("2014-12-24")), ({ by, asOf, against }, then) => {
      const query = Query.parse({ asOf })
      const sides = { against: by === "dates" ? against : null, then: by === "plans" ? then : null }
      const one = view({ by, ...sides }, query)
      const href = swapHref(one, siteHrefs("en", "/en/compare", query, { by, ...(then && by === "plans" && { then }) }))
      const params = new URLSearchParams(href!.split("?")[1])
      const read = readQuery(params, ledger, NOW, [...COMPARE_NAMES])
      const question = resolve(read.query, ledger, NOW)
      const { comparison, ignored } = readComparison(params, question, facts)
      const other = compareView(ledger, question, comparison)
      expect([...read.ignored, ...ignored], href!).toEqual([])
      expect([other.a, other.b], href!).toEqual([one.b, one.a])
      expect(other.comparable.pairs.all.pairs).toBe(one.comparable.pairs.all.pairs)
      expect([other.comparable.a, other.comparable.b]).toEqual([one.comparable.b, one.comparable.a])
    }),
    { numRuns: 60 },
  )
}, 60_000)

test("two plans name the day of each, and say that time may be what differs where the days are two", () => {
  for (const locale of LOCALES) {
    const usual = view({ by: "plans" })
    expect(usual.a.asOf).not.toBe(usual.b.asOf)
    const { lede } = messages(locale).compare
    const days = [usual.a, usual.b].map(({ asOf }) => formatDay(locale, asOf)) as [string, string]
    expect(ledeOf(locale, usual)).toContain(lede.apart(2014, days[0], 2021, days[1]))
    const alike = view({ by: "plans", then: TODAY })
    expect(ledeOf(locale, alike)).toContain(lede.oneDay(2014, 2021, days[1]))

    // The core beside it says of which day each of its figures is.
    for (const track of TRACKS) {
      const name = track === "kinetic" ? "kinetic" : "nonKinetic"
      const finding = coreFinding(locale, usual, usual.plansCompared!, track)
      const { core } = messages(locale).compare
      expect(finding).toContain(days[1])
      const then = core.stands(2014, wholeNumber(usual.comparable.a[name].index!))
      expect(finding).toContain(core.atA(days[0], then))
      expect(coreFinding(locale, alike, alike.plansCompared!, track)).not.toContain(days[0])
    }
  }
})

test("where the first day is the later one, nothing is said to have moved", () => {
  const [from, to] = ["2016-12-31", "2018-12-31"]
  const ahead = view({ against: from }, { asOf: to })
  const back = view({ against: to }, { asOf: from })
  expect(ahead.counts.up).toBeGreaterThan(0)
  expect([back.counts.up, back.counts.down]).toEqual([ahead.counts.down, ahead.counts.up])
  expect(headlineOf("en", ahead)).toMatch(/^Between 31 Dec 2016 and 31 Dec 2018, .* moved up/)
  expect(headlineOf("en", back)).toMatch(/^On 31 Dec 2016, against a later day, 31 Dec 2018, .* stood higher/)
  for (const locale of LOCALES) {
    const { compare } = messages(locale)
    expect(movementNames(locale, ahead)).toBe(compare.movementDated)
    expect(movementNames(locale, back)).toBe(compare.movement)
    const drawn = renderToStaticMarkup(<Moved locale={locale} view={back} hrefs={NO_HREFS} />)
    expect(drawn).toContain(compare.moved.differs)
    expect(drawn).not.toContain(compare.moved.title)
  }
})

test("two tracks name both indices, what each rests on, and the unrated between them", () => {
  const { lede } = messages("en").compare
  fc.assert(
    fc.property(anyComparison, ({ points, lane, asOf }) => {
      const own = view({ by: "tracks" }, { points, lane, asOf })
      const told = ledeOf("en", own)
      for (const side of ["a", "b"] as const) {
        const { index, rated, commitments } = own[side].tracks.all
        const track = own[side].track!
        const words =
          commitments === 0
            ? lede.track.nothing(side, track)
            : index === null
              ? lede.track.unrated(side, track, commitments)
              : lede.track.index(side, track, wholeNumber(index), rated, commitments)
        expect(told).toContain(words)
      }
      const unrated = own.a.tracks.all.composition.unrated + own.b.tracks.all.composition.unrated
      const isBoth = own.a.tracks.all.commitments > 0 && own.b.tracks.all.commitments > 0
      expect(told.includes(lede.between(unrated))).toBe(isBoth && unrated > 0)
    }),
    { numRuns: 60 },
  )
  const none = view({ by: "tracks" }, { points: [1] })
  expect(none.rows).toEqual([])
  expect(headlineOf("en", none)).toBe("No point of the selection has both kinds of work")
  expect(movedFinding("en", none)).toBe("No point of the selection has both kinds of work.")
}, 60_000)

test.each(LOCALES)("what is ahead is named, on how many points, and not that something is (%s)", (locale) => {
  const own = view({ by: "tracks" })
  const { rows } = pointsList(ledger, resolve(Query.parse({}), ledger, NOW))
  const both = rows.filter((row) => row.kinetic.commitments > 0 && row.nonKinetic.commitments > 0)
  const ahead = (track: Track) => both.filter(({ imbalance }) => imbalance.verdict === `${track}-ahead`).length
  const certain = { kinetic: ahead("kinetic"), "non-kinetic": ahead("non-kinetic") }
  expect([certain, both.length]).toEqual([{ kinetic: 0, "non-kinetic": 3 }, 8])
  const { compare, points, terms } = messages(locale)
  for (const each of [own, view({ by: "tracks", against: "kinetic" })]) {
    expect(headlineOf(locale, each)).toBe(compare.headline.tracks(certain, both.length))
  }
  expect(points.both(both.length, certain)).toMatch(
    locale === "en" ? /non-kinetic half is .* ahead on 3/ : /3 میں غیر عسکری/u,
  )
  const names = { a: terms.track["non-kinetic"], b: terms.track.kinetic }
  expect(movedFinding(locale, own)).toContain(names.a)
  for (const by of ["dates", "regions", "plans", "lanes"] as const) {
    const each = view({ by })
    const on = (verdict: string) => each.rows.filter((row) => row.difference.verdict === verdict).length
    const tally = { higher: on("higher"), lower: on("lower"), unchanged: on("unchanged"), untold: on("cannot-be-told") }
    const sides = by === "lanes" ? { a: terms.lane.finding, b: terms.lane.claim } : compare.side
    expect(movedFinding(locale, each)).toBe(compare.moved.finding("strand", each.rows.length, tally, sides))
  }
})

test.each(LOCALES)(
  "what holds of every row is said once, and what does not differ is not listed as moved (%s)",
  (locale) => {
    const { compare } = messages(locale)
    const own = view({ by: "dates" })
    const { shown, rest } = movedRows(own)
    expect(shown.length).toBeGreaterThan(0)
    expect([...shown, ...rest].map((row) => row.point.id + row.track).sort()).toEqual(
      own.rows.map((row) => row.point.id + row.track).sort(),
    )
    expect(shown.filter(({ difference }) => difference.verdict === "unchanged")).toEqual([])
    expect(restWords(locale, rest)).toBe(compare.moved.alike(rest.length))

    const { claims } = view({ by: "lanes" })
    const ranks = claims!.rows.flatMap((row) => rankWords(locale, row) ?? [])
    expect(ranks).toEqual(
      claims!.rows.filter(({ rank }) => rank.best === rank.worst).map(({ rank }) => compare.claims.rank(rank.best)),
    )
    const plans = view({ by: "plans" })
    const links = renderToStaticMarkup(
      <Links {...{ locale }} view={plans} plans={plans.plansCompared!} hrefs={NO_HREFS} />,
    )
    const { length } = plans.plansCompared!.links
    expect(links.split(compare.links.provisional(length, length))).toHaveLength(2)
  },
)

/** A number in words that want another, and a dash where a number should be. */
const AWKWARD =
  /(?<![\d.,])1\s(?:points|commitments|rows|strands|pairs|dates)\b|\bof 0\b|\b[02-9]\s(?:point|commitment|row|strand|pair)\b|[^\d]–(?!\d)|\b0 points\b|All 1 /

test("whatever is compared, no sentence counts what is not there, and one is not many", () => {
  const seen = new Set<number>()
  fc.assert(
    fc.property(anyComparison, ({ by, against, ...query }) => {
      const own = view({ by, against: by === "dates" ? against : null }, query)
      seen.add(own.rows.length)
      const cores = own.plansCompared ? TRACKS.map((track) => coreFinding("en", own, own.plansCompared!, track)) : []
      const listed = { ...own, listed: "commitments" as const }
      for (const text of [headlineOf("en", own), ledeOf("en", own), ...cores, movedFinding("en", listed)]) {
        expect(text).not.toMatch(AWKWARD)
      }
      expect(movedFinding("en", own)).not.toMatch(/of 0 |of 1 (?:points|strands)/)
      for (const locale of LOCALES) {
        const drawn = renderToStaticMarkup(<Moved locale={locale} view={own} hrefs={NO_HREFS} />)
        expect(drawn).not.toMatch(/All 1 rows|تمام 1 /)
      }
    }),
    { numRuns: 120 },
  )
  expect(seen.has(0) && seen.has(1)).toBe(true)
}, 120_000)
