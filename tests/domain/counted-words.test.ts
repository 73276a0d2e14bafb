import { expect, test } from "vitest"
import { messages } from "@/lib/i18n/messages"

/**
 * The promise: a count of one, or of none, reads as a person would say it. Every sentence that takes counts is made with
 * 0, 1 and 2 in each place where that can be.
 */
const AREAS = ["overview", "points", "point", "sandbox", "method", "data"] as const
type Said = { area: string; words: string }

/** Places of a sentence that hold no count: a year, a number of a point, a revision, a fixed number of months. */
const NAMED: ReadonlySet<string> = new Set([
  "year",
  "number",
  "revision",
  "from",
  "asOf",
  "published",
  "fewest",
  "ways",
  "point",
])

function sentencesOf(value: unknown, path: string): Said[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => sentencesOf(inner, `${path}.${name}`))
  }
  if (typeof value !== "function") return []
  const [names = ""] = /(?<=^\(?)[^)=]*/.exec(value.toString().replace(/^\(/, ""))!
  const places = names.split(",").map((name) => name.trim())
  const made: Said[] = []
  const fill = (given: unknown[]): void => {
    if (given.length === places.length) {
      const words: unknown = value(...given)
      if (typeof words === "string") made.push({ area: path, words })
      return
    }
    const isCount = COUNTS.test(places[given.length]!) && !NAMED.has(places[given.length]!)
    for (const each of isCount ? [0, 1, 2] : ["X"]) fill([...given, each])
  }
  fill([])
  return made
}
const COUNTS =
  /^(count|rated|all|years|months|complete|notInitiated|unrated|strands|intermediate|low|ahead|recent|old|missing|dated|both|told|shown|items|finding|claim|contradicts|commitments|assessments|sources|never|provisional|laws|same|records|publications)$/

test("no sentence of these screens says 1 of a plural, or many of a singular", () => {
  const said = AREAS.flatMap((area) => sentencesOf(messages("en")[area], area))
  expect(said.length).toBeGreaterThan(100)
  const plural =
    /\b1 (?:\w+ )?(?:commitments|months|years|points|strands|reports|items|assessments|sources|levels|judgements|rows|entries|events|silences|publications|citations)\b/
  const verb =
    /\b(?:1 (?:commitment|point|strand|report|item|level|judgement)s?|of 1 \w+) (?:are|have|were|stand)\b|\b[02] (?:commitment|month|year|strand|report|item|assessment|source|level|judgement|row)\b/
  // The newest of some are fewer than all, so all are more than one.
  const isMade = ({ area }: Said) => area !== "point.brief.newest"
  const wrong = said.filter(({ words }) => plural.test(words) || verb.test(words)).filter(isMade)
  expect(wrong).toEqual([])
})

test("on the day of its adoption no month has passed, and the one that is complete was complete", () => {
  const { lede, stale, silences, grid, claims } = messages("en").overview
  expect(lede.composition(lede.elapsed(0, 0), 1, 12, 59, true)).toBe(
    "In its first month, 1 of 59 commitments was complete and 12 had not been started.",
  )
  expect(lede.composition("After 2 years", 0, 0, 1, false)).toBe("After 2 years, the only commitment is not complete.")
  expect(stale.finding(1, 2)).toBe(
    "For 1 of 2 rated commitments the newest fact or recorded re-check is over 12 months old.",
  )
  expect(silences.finding(1, 1, 0, 0)).toBe(
    "Of 1 report or step promised or expected, 1 was never found; none had a date.",
  )
  expect(grid.finding(1, 1, 0, 0, 0)).toContain("Of 1 strand, 1 stands")
  expect([claims.finding(1, 1, 1), claims.all(1)]).toEqual([
    "Official claims stand above the findings in the only strand where both are known, whatever the unrated turn out to be.",
    "The only strand",
  ])
})

test("Urdu says one of a thing in the singular too", () => {
  const { lede, stale, claims, sectors } = messages("ur").overview
  const said = [
    lede.composition(lede.elapsed(0, 0), 1, 0, 1, false),
    lede.noneRated(1, false),
    stale.finding(1, 1),
    claims.finding(1, 1, 1),
    sectors.finding("X", 1, 1),
    messages("ur").points.reach(1, 1),
  ]
  for (const words of said) expect(words).not.toMatch(/وعدوں|حصوں|\b0 ماہ/u)
})
