import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { drawingApart } from "@/components/drawings/drawing-apart"
import { siteHrefs } from "@/components/views/hrefs"
import { Butterfly } from "@/components/views/overview/butterfly"
import type { GridLook } from "@/components/views/overview/butterfly-cells"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const NUMBER = /^[+\u2212]?\d+$/
const sorted = (words: Iterable<string>) => [...words].sort()
const texts = (html: string, tag: RegExp) => [...html.matchAll(tag)].map(([, words]) => words!.trim())
const plain = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, "")

/** What stands in each row of the page's grid: its changes and indices, and how many cells are hatched. */
const onPage = (html: string) =>
  html
    .split(/data-point="/)
    .slice(1)
    .map((row) => ({
      numbers: sorted([
        ...texts(row, /<i class="[^"]*"><span aria-hidden="true">([^<]*)<\/span>/g),
        ...texts(row, /<b class="num[^"]*">([^<]*)<\/b><span class="nb">/g),
      ]),
      hatched: [...row.matchAll(/<i class="lvx/g)].length,
    }))

const inPicture = (svg: string) =>
  svg
    .split(/data-row="/)
    .slice(1)
    // The last is followed by the key.
    .map((row) => row.split('class="gl"')[0]!)
    .map((row) => ({
      numbers: sorted(
        texts(row, /<text[^>]*>([^<]*)<\/text>/g)
          .map(plain)
          .filter((words) => NUMBER.test(words)),
      ),
      hatched: [...row.matchAll(/<path [^>]*style="fill:url\(#hx\);stroke:/g)].length,
    }))

test.each([
  ["finding", {}],
  ["claim", { lane: "claim" }],
  ["gap", {}],
  ["finding", { plan: "nap-2021", asOf: "2023-06-30" }],
  ["finding", { track: "kinetic", asOf: "2016-12-31" }],
] as [GridLook, object][])("the picture of the grid tells row by row what the page's does: %s %j", (look, asked) => {
  const query = Query.parse({ asOf: "2026-11-22", ...asked })
  const view = overview(ledger, resolve(query, ledger, "2026-11-22T09:00:00Z"))
  const plan = view.plans.find(({ id }) => id === view.plan)!
  for (const locale of ["en", "ur"] as const) {
    const hrefs = siteHrefs(locale, `/${locale}`, query)
    const page = onPage(renderToStaticMarkup(<Butterfly {...{ locale, view, plan, hrefs, look }} />))
    const extra: [string, string][] = look === "gap" ? [["grid", "gap"]] : []
    const picture = renderToStaticMarkup(drawingApart(locale, { screen: "overview", view }, "butterfly", extra))
    expect(page).toHaveLength(view.grid.rows.length)
    expect(page.some(({ numbers }) => numbers.length > 2)).toBe(true)
    expect(inPicture(picture)).toEqual(page)
  }
})
