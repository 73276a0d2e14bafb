import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { figureLook } from "@/components/charts/count-panel"
import { OutcomesChart } from "@/components/charts/outcomes-chart"
import { figureKey } from "@/components/views/outcomes/figure-key"
import { Query, resolve } from "@/lib/domain/query"
import { outcomes } from "@/lib/domain/views/outcomes"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const view = outcomes(ledger, resolve(Query.parse({}), ledger, "2026-03-01T09:00:00.000Z"), [])
const all = view.panels.flatMap((panel) => panel.figures)

test("a figure from memory never looks like a published one", () => {
  const looks = (isOf: boolean) =>
    new Set(all.filter((it) => (it.confidence === "from-memory") === isOf).map((it) => JSON.stringify(figureLook(it))))
  const [remembered, published] = [looks(true), looks(false)]
  expect(remembered.size).toBeGreaterThan(0)
  expect([...remembered].filter((look) => published.has(look))).toEqual([])
  // A hatch tells that the year was not over; whose figure it is, the outline tells.
  const partly = figureLook({ confidence: "from-memory", isMain: true, isPartial: true })
  expect(partly.fill).toBe(figureLook({ confidence: "confirmed", isMain: true, isPartial: true }).fill)
  expect(partly.strokeDasharray).toBeDefined()
})

test.each(["en", "ur"] as const)("the drawing, and so a picture of it, names that look (%s)", (locale) => {
  const { memory } = messages(locale).outcomes.key
  const entry = figureKey(locale, view).find((item) => item.words.includes(memory))
  expect(entry).toMatchObject({ look: figureLook(all.find((it) => it.confidence === "from-memory")!) })
  const plan = view.plans.find((it) => it.id === view.plan)!
  const html = renderToStaticMarkup(<OutcomesChart {...{ locale, view, plan }} events={[]} size="wide" label="" />)
  expect(html).toContain(memory)
  const none = { ...view, panels: view.panels.map((it) => ({ ...it, figures: [] })) }
  expect(figureKey(locale, none).some((item) => item.words.includes(memory))).toBe(false)
})
