import fc from "fast-check"
import { expect, test } from "vitest"
import { citedPage, citedQuestion, pinnedTo } from "@/lib/domain/citation"
import { CiteStyle, spellCitation } from "@/lib/domain/citation-style"
import { addDays } from "@/lib/domain/date"
import { Query, resolve } from "@/lib/domain/query"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import { citationWords } from "@/lib/i18n/citation-words"
import { formatDay } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const NOW = "2026-11-22T09:00:00Z"
type Extra = Record<string, string>

function words(path: string, extra: Extra = {}, query: Partial<Query> = {}, locale: "en" | "ur" = "en") {
  const page = citedPage(path)!
  const question = citedQuestion(ledger, page, resolve(Query.parse(query), ledger, NOW))!
  return citationWords(ledger, locale, pinnedTo(page, question, Object.entries(extra)))
}

test("a citation of a comparison names both of its sides, in every style", () => {
  const plan = "Pakistan’s National Action Plan"
  expect(words("/compare")).toEqual({
    title: `${plan} of 2014: 22 Nov 2025 (A) and 22 Nov 2026 (B) compared`,
    version: "Data set, revision 1; findings; as of 22 Nov 2025 (A) and 22 Nov 2026 (B)",
  })
  expect(words("/compare", { against: "2016-01-01" }).title).toContain("1 Jan 2016 (A)")
  // Half of it is official claims, so no one lane is named.
  expect(words("/compare", { by: "lanes" })).toEqual({
    title: `${plan} of 2014: findings (A) and official claims (B) compared`,
    version: "Data set, revision 1; as of 22 Nov 2026",
  })
  expect(words("/compare", { by: "tracks" }, { points: [5] })).toEqual({
    title: `${plan} of 2014: non-kinetic track (A) and kinetic track (B) compared`,
    version: "Data set, revision 1; findings; point 5; as of 22 Nov 2026",
  })
  expect(words("/compare", { by: "regions", against: "KP" }, { region: "SINDH" })).toEqual({
    title: `${plan} of 2014: Khyber Pakhtunkhwa (A) and Sindh (B) compared`,
    version: "Data set, revision 1; findings; as of 22 Nov 2026",
  })
  expect(words("/compare", { by: "plans" })).toEqual({
    title: `${plan}: 2014 plan, 9 Sep 2021 (A) and 2021 plan, 22 Nov 2026 (B) compared`,
    version: "Data set, revision 1; findings; as of 9 Sep 2021 (A) and 22 Nov 2026 (B)",
  })
  expect(words("/compare", { by: "plans" }, {}, "ur").title).toContain(
    `2014 کا منصوبہ، ${formatDay("ur", "2021-09-09")} (الف) اور 2021 کا منصوبہ`,
  )
  for (const style of CiteStyle.options) {
    const own = words("/compare", { by: "lanes" })
    const given = { id: "r1-0123456789ab", author: "NAP Tracker", revision: 1, url: "https://nap.example/en/cite/x" }
    const date = { publishedOn: "2026-11-22", published: "22 Nov 2026", language: "en" } as const
    expect(spellCitation({ ...given, ...date, ...own }, style)).toContain("findings (A) and official claims (B)")
  }
})

test("two comparisons with other sides never read alike", () => {
  const day = fc.integer({ min: 0, max: 4300 }).map((days) => addDays("2014-12-24", days))
  const comparison = fc.record({ by: fc.constantFrom(...COMPARE_KINDS), day, asOf: day, swapped: fc.boolean() })
  const cited = ({ by, day, asOf, swapped }: { by: string; day: string; asOf: string; swapped: boolean }) => {
    const others: Record<string, Extra> = {
      dates: { against: day },
      lanes: swapped ? { against: "claim" } : {},
      tracks: swapped ? { against: "kinetic" } : {},
      regions: { against: swapped ? "KP" : "GB" },
      plans: { against: swapped ? "nap-2021" : "nap-2014", then: day },
    }
    return { by, ...others[by], asOf }
  }
  fc.assert(
    fc.property(comparison, comparison, fc.constantFrom("en" as const, "ur" as const), (x, y, locale) => {
      // Of one day, and often of one kind, so that only the sides tell the two apart.
      const [one, other] = [cited(x), cited({ ...y, asOf: x.asOf, by: y.swapped ? y.by : x.by })]
      const said = ({ asOf, ...extra }: typeof one) => words("/compare", extra, { asOf }, locale)
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(JSON.stringify(said(one)) === JSON.stringify(said(other))).toBe(isSame)
    }),
    { numRuns: 300 },
  )
})

test("what is of the record as a whole is cited without a lane; a list with what its address narrows it to", () => {
  const { lane } = messages("en").cite
  const [event] = rows("event")
  for (const path of ["/changes", "/method", "/data", `/changes/record/event/${event!.id}`]) {
    expect(words(path).version).toBe("Data set, revision 1; as of 22 Nov 2026")
  }
  expect(words("/data", { what: "assessments", lane: "claim" }, { lane: "claim" }).version).toBe(
    "Data set, revision 1; official claims; as of 22 Nov 2026",
  )
  const narrowed = words("/changes", { plan: "nap-2021", points: "3" }, { plan: "nap-2021", points: [3] })
  expect(narrowed.version).toBe("Data set, revision 1; 2021 plan; point 3; as of 22 Nov 2026")
  for (const path of ["", "/points", "/momentum", "/outcomes", "/explore", "/sandbox", "/points/2014/5"]) {
    expect(words(path).version).toContain(lane.finding)
    expect(words(path, {}, { lane: "claim" }).version).toContain(lane.claim)
  }
  expect(words("", {}, { points: [3, 5] }).version).toContain("points 3, 5")
})
