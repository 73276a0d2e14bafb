import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { KnownCard } from "@/components/views/controls/known"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { ledeOf } from "@/components/views/overview/words"
import { dayOf } from "@/lib/domain/date"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { addition, datasetLedger, fact, published } from "./sample"

test.each(["en", "ur"] as const)(
  "of two revisions of one day a page says which it shows, once, and not that the other was unpublished (%s)",
  (locale) => {
    const ledger = published(datasetLedger(), [addition(fact("later"))])
    ledger.revisions[1]!.publishedAt = ledger.revisions[0]!.publishedAt
    const query = Query.parse({ known: 1 })
    const view = overview(ledger, resolve(query, ledger, "2026-11-22T09:00:00Z"))
    const hrefs = siteHrefs(locale, `/${locale}`, query)
    const day = formatDay(locale, dayOf(ledger.revisions[0]!.publishedAt))
    const parts = { locale, view, query, hrefs }
    const strip = renderToStaticMarkup(<Notices {...parts} ignored={[]} reachable />)
    const { site, timeline } = messages(locale)
    expect(strip).toContain(site.notLive.known(day, 1))
    expect(site.notLive.known(day, 1)).not.toMatch(/published by|تک شائع/)
    const below = renderToStaticMarkup(<KnownCard {...parts} />).replace(/<select[\s\S]*<\/select>/, "")
    for (const words of [day, timeline.allThen(day)]) expect(below + ledeOf(locale, view)).not.toContain(words)
  },
)
