import { expect, test } from "vitest"
import { messages } from "@/lib/i18n/messages"
import { ask } from "./client"
import { assertWellFormed, wordsIn } from "./svg"

const PINNED = "?known=1&asOf=2026-01-31"
const KEYS = (lang: "en" | "ur") => {
  const { terms, point, sandbox } = messages(lang)
  return [
    ["/points/2014/5", "strand-kinetic", [point.strands.key.finding]],
    ["/points/2014/5", "evidence", [terms.bearing.supports]],
    ["/sandbox", "methods", [terms.track.kinetic, terms.track["non-kinetic"], sandbox.unrated.range]],
    ["", "trend", [point.strands.key.band]],
  ] as const
}

test.each((["en", "ur"] as const).flatMap((lang) => KEYS(lang).map((row) => [lang, ...row] as const)))(
  "alone, the picture /%s%s/%s says what it is about and what its signs mean",
  async (lang, page, name, key) => {
    const { status, text: svg } = await ask(`/${lang}${page}/${name}.svg${PINNED}`)
    expect(status).toBe(200)
    assertWellFormed(svg)
    const [about] = wordsIn(svg)
    const year = 2014
    const { cite } = messages(lang)
    if (page === "") expect(about).toBe(cite.screen.overview(year))
    if (page === "/sandbox") expect(about).toBe(cite.screen.sandbox(year))
    if (page.startsWith("/points")) expect(about).toContain("5")
    expect(/<title>(.*?)<\/title>/.exec(svg)![1]!.startsWith(about!)).toBe(true)
    for (const words of key) expect(wordsIn(svg)).toContain(words)
    expect(wordsIn(svg).join(" ")).toMatch(/\/cite\/r1-[0-9a-f]{12}/)
    // Who opens it elsewhere may have none of our fonts.
    for (const [, family] of svg.matchAll(/font-family[=:]\s*"?([^";]+)/g)) expect(family).toMatch(/(sans-)?serif$/)
    expect(svg).not.toMatch(/var\(--|light-dark\(/)
  },
)

test.each(["en", "ur"])("a long address stands whole under a picture in %s, within its width", async (lang) => {
  const points = Array.from({ length: 20 }, (_, at) => at + 1).join(",")
  const search = `${PINNED}&by=dates&against=2016-12-31&region=PUNJAB&track=kinetic&points=${points}`
  const { text: svg } = await ask(`/${lang}/compare/sides.svg?${search}`)
  const address = /https?:\/\/\S+\/cite\/[^<]+/.exec(/<desc>(.*?)<\/desc>/s.exec(svg)![1]!)![0].replaceAll("&amp;", "&")
  expect(address.length).toBeGreaterThan(150)
  expect(wordsIn(svg).join("")).toContain(address)
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)![1])
  // About 5 pixels a letter at this size.
  for (const line of wordsIn(svg)) if (line.includes("=")) expect(line.length * 5).toBeLessThan(width)
})

test("a strand without a claim has no sign for one", async () => {
  const drawn = async (point: string) => wordsIn((await ask(`/en/points/${point}/strand-kinetic.svg${PINNED}`)).text)
  expect(await drawn("2021/3")).not.toContain(messages("en").point.strands.key.claim)
})
