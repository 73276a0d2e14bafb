import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Claims } from "@/components/views/compare/claims"
import { siteHrefs } from "@/components/views/hrefs"
import { PointHistory } from "@/components/views/point/point-history"
import { Query, resolve } from "@/lib/domain/query"
import type { Assessment } from "@/lib/domain/records"
import { compareView } from "@/lib/domain/views/compare/compare"
import { pointView } from "@/lib/domain/views/point"
import { addition, datasetLedger, fact, published } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const query = Query.parse({})
const known = (change: Partial<Assessment>) =>
  published(datasetLedger(), [addition(fact("vague", { effectiveOn: "2026-06-30", precision: "month", ...change }))])
const plain = (html: string) => html.replaceAll(/[\u2066-\u2069]/g, "")

test.each([
  ["en", "since Jun 2026"],
  ["ur", "جون 2026 سے"],
] as const)("a point's history tells no more of a fact's day than is known (%s)", (locale, day) => {
  const ledger = known({})
  const view = pointView(ledger, resolve(query, ledger, NOW), 5)!
  const hrefs = siteHrefs(locale, `/${locale}/points/2014/5`, query)
  const html = plain(renderToStaticMarkup(<PointHistory {...{ locale, view, hrefs }} />))
  expect(html).toContain(day)
  expect(html).not.toMatch(/\b30 (Jun|جون) 2026/)
})

test.each([
  ["en", "Jun 2026, a claim on record<"],
  ["ur", "جون 2026، درج شدہ دعویٰ<"],
] as const)("the last official word of a month is not so many days ago (%s)", (locale, words) => {
  const ledger = known({ lane: "claim" })
  const comparison = { by: "lanes", against: "finding", then: null, rows: "points" } as const
  const view = compareView(ledger, resolve(query, ledger, NOW), comparison)
  const hrefs = siteHrefs(locale, `/${locale}/compare`, query)
  const html = plain(renderToStaticMarkup(<Claims {...{ locale, view, query, hrefs }} claims={view.claims!} />))
  expect(html).toContain(`>${words}`)
})
