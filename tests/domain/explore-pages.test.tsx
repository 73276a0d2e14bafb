import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ExploreScreen } from "@/components/views/explore/explore-screen"
import { siteHrefs } from "@/components/views/hrefs"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { exploreView } from "@/lib/domain/views/explore"
import { NOTHING_CHOSEN } from "@/lib/domain/views/explore-choice"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"

/** The dataset with so many commitments that they need a second page. */
function longLedger() {
  const [first] = rows("commitment")
  const more = Array.from({ length: 80 }, (_, at) => ({ ...first!, id: `${first!.point}.more${at}` }))
  return published(
    datasetLedger(),
    more.map((record): Operation => ({ act: "add", kind: "commitment", record })),
  )
}

test.each(["en", "ur"] as const)(
  "without scripts the next page sets both clocks, the first keeps them open (%s)",
  (locale) => {
    const ledger = longLedger()
    const query = Query.parse({})
    const view = exploreView(ledger, resolve(query, ledger, NOW))
    const hrefs = siteHrefs(locale, `/${locale}/explore`, query)
    const linked = (rel: string, after: string | null) => {
      const choice = { ...NOTHING_CHOSEN, after }
      const html = renderToStaticMarkup(<ExploreScreen {...{ locale, view, query, hrefs, choice }} />)
      const [link = ""] = new RegExp(`<a[^>]*rel="${rel}"[^>]*>`).exec(html) ?? []
      return /href="([^"]*)"/.exec(link)?.[1]?.replaceAll("&amp;", "&")
    }
    const next = new URL(linked("next", null)!, "https://nap.example").searchParams
    expect([next.get("asOf"), next.get("known"), next.get("after")]).toEqual(["2026-11-22", "2", view.items[99]!.id])
    expect(linked("prev", view.items[99]!.id)).toBe(`/${locale}/explore`)
  },
)
