import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { evidenceFinding, evidenceItems, newestOf, publicationsOf } from "@/components/views/point/evidence-items"
import { EvidenceSection } from "@/components/views/point/evidence-section"
import { PointBrief } from "@/components/views/point/point-brief"
import { Query, resolve } from "@/lib/domain/query"
import { pointView } from "@/lib/domain/views/point"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const of = (number: number, plan = "nap-2014") =>
  pointView(ledger, resolve(Query.parse({ plan }), ledger, "2026-11-22T09:00:00Z"), number)!
const POINTS = rows("point").filter((it) => it.plan === "nap-2014")

test("evidence is counted by publications, and our own searches are told apart", () => {
  for (const { number } of POINTS) {
    const items = evidenceItems(of(number))
    const published = items.filter(({ source }) => source.publisher !== "NAP Tracker")
    const sources = new Set(published.map(({ source }) => source.id))
    expect(publicationsOf(items)).toHaveLength(sources.size)
    for (const locale of ["en", "ur"] as const) {
      const { searches } = messages(locale).point.evidence
      const finding = evidenceFinding(locale, items)
      if (sources.size > 0) expect(finding).toMatch(new RegExp(`^${sources.size} `))
      const own = items.length - published.length
      if (own > 0) expect(finding).toContain(searches(own))
    }
  }
})

test.each(["en", "ur"] as const)(
  "page and brief name the same newest publications, and no search of ours (%s)",
  (locale) => {
    for (const { number } of POINTS) {
      const view = of(number)
      const newest = newestOf(view, evidenceItems(view))
      const days = newest.map(({ source }) => source.publishedOn!)
      expect(days).toEqual([...days].sort().reverse())
      const page = renderToStaticMarkup(<EvidenceSection {...{ locale, view }} />)
      const shown = page.slice(page.indexOf('class="evgrid"'), page.indexOf("<table"))
      const brief = renderToStaticMarkup(<PointBrief {...{ locale, view }} cite={undefined} />)
      for (const { source } of newest) {
        const title = renderToStaticMarkup(<>{source.title}</>)
        expect(shown).toContain(title)
        expect(brief).toContain(title)
      }
      expect(brief).not.toContain("Record of what was looked for")
      expect(shown).not.toContain("Record of what was looked for")
    }
  },
)
