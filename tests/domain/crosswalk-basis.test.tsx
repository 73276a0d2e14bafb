import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Links } from "@/components/views/compare/plans"
import { NO_HREFS } from "@/components/views/hrefs"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { readComparison } from "@/lib/domain/views/compare/sides"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const question = resolve(Query.parse({}), ledger, "2026-11-22T09:00:00Z")
const own = new URLSearchParams({ by: "plans" })
const view = compareView(ledger, question, readComparison(own, question, snapshot(ledger, 1)).comparison)

test.each(["en", "ur"] as const)(
  "what the links rest on is told in the page's language, without a code (%s)",
  (locale) => {
    const plans = view.plansCompared!
    const html = renderToStaticMarkup(<Links {...{ locale, view, plans }} hrefs={NO_HREFS} />)
    expect(html).toContain(messages(locale).compare.links.reasoned)
    expect(html).not.toContain("REASONED")
    const other = { ...plans, links: plans.links.map((link) => ({ ...link, basis: "CONFIRMED: seen in a gazette" })) }
    const told = renderToStaticMarkup(<Links {...{ locale, view }} plans={other} hrefs={NO_HREFS} />)
    expect(told).not.toContain("CONFIRMED")
    expect(told).toContain("seen in a gazette")
    // English that has no Urdu is marked as English inside it.
    const [note] = plans.links.flatMap((link) => link.note?.slice(0, 20) ?? [])
    expect(html.includes(`<span lang="en" dir="ltr">${note}`)).toBe(locale === "ur")
  },
)
