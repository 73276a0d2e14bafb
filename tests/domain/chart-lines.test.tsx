import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { STRAND_NARROW, STRAND_WIDE, StrandDrawing } from "@/components/charts/strand-drawing"
import { TrendChart } from "@/components/charts/trend-chart"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const asked = (rest: object = {}) =>
  resolve(Query.parse({ asOf: "2026-11-22", ...rest }), ledger, "2026-11-22T09:00:00Z")
const paths = (svg: string) =>
  [...svg.matchAll(/<path [^>]*>/g)].map(([path]) => ({
    look: path.match(/class="([^"]*)"/)?.[1] ?? "",
    d: path.match(/ d="([^"]*)"/)?.[1] ?? "",
    dashes: path.match(/stroke-dasharray[=:]"?([\d ]+)/)?.[1] ?? null,
  }))

test.each(["finding", "claim"] as const)("both tracks are seen where their lines meet: %s", (lane) => {
  const view = overview(ledger, asked({ lane }))
  const plan = view.plans.find(({ id }) => id === view.plan)!
  for (const size of ["wide", "narrow"] as const) {
    const svg = renderToStaticMarkup(<TrendChart {...{ view, plan, size }} locale="en" events={[]} label="" />)
    const drawn = paths(svg).filter(({ look }) => ["halo", "kl", "nl"].includes(look))
    // No halo over a line; and the kinetic line, which the other may cover, once more in dashes over it.
    expect(drawn.map(({ look }) => look)).toEqual(["halo", "halo", "kl", "nl", "kl"])
    const [, , under, over, through] = drawn
    expect(through!.d).toBe(under!.d)
    expect(through!.dashes).not.toBe(over!.dashes)
    expect(through!.dashes).not.toBeNull()
  }
})

test("a strand's claim lies over the finding, so that it is seen where both stand at the same level", () => {
  const strand = pointView(ledger, asked(), 7)!.strands.find(({ track }) => track === "non-kinetic")!
  const [finding, claim] = (["finding", "claim"] as const).map((lane) => strand.lines[lane].at(-1)!.index)
  expect(finding).toBe(claim)
  const drawn = paths(drawnStrand("en", STRAND_WIDE))
  const halo = drawn.findIndex(({ look }) => look === "halo")
  const line = drawn.findIndex(({ look }) => look === "nl")
  const dashed = drawn.findIndex(({ dashes }) => dashes === "5 4")
  expect(Math.min(halo, line, dashed)).toBeGreaterThanOrEqual(0)
  expect(halo).toBeLessThan(line)
  expect(line).toBeLessThan(dashed)
})

test("the values of a strand stand to the right of the lines in Urdu, and the names beyond them", () => {
  for (const size of [STRAND_WIDE, STRAND_NARROW]) {
    const at = (locale: "en" | "ur", words: string) => {
      const [, x] = drawnStrand(locale, size).match(new RegExp(`<text x="([\\d.]+)"[^>]*>${words}</text>`))!
      return Number(x)
    }
    const name = (locale: "en" | "ur") => messages(locale).terms.lane.finding
    expect(at("en", "100")).toBeLessThan(at("en", "2015"))
    expect(at("ur", "100")).toBeGreaterThan(at("ur", "2015") + size.width / 2)
    expect(at("ur", "100")).toBeLessThan(at("ur", name("ur")))
    // As much room for them as in English.
    expect(at("ur", name("ur"))).toBe(at("en", name("en")))
  }
})

function drawnStrand(locale: "en" | "ur", size: typeof STRAND_WIDE) {
  const view = pointView(ledger, asked(), 7)!
  const plan = view.plans.find(({ id }) => id === view.plan)!
  const strand = view.strands.find(({ track }) => track === "non-kinetic")!
  return renderToStaticMarkup(
    <StrandDrawing
      {...{ locale, size }}
      track={strand.track}
      lines={strand.lines}
      from={plan.adoptedOn}
      asOf={view.asOf}
      until={view.today}
      brokenOn={plan.supersededOn}
      label=""
      names={messages(locale).terms.lane}
    />,
  )
}
