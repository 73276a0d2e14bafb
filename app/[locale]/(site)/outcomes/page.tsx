import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { searchIn, social } from "@/app/[locale]/social"
import { type Hrefs, siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { OutcomesScreen } from "@/components/views/outcomes/outcomes-screen"
import { outcomeDescription, panelTitle } from "@/components/views/outcomes/words"
import { ShareButton } from "@/components/views/share-dialog"
import { chosenPanels, outcomes, unknownPanels } from "@/lib/domain/views/outcomes"
import { formatDay } from "@/lib/i18n/format"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

/** The panels a reader has chosen. */
const OWN = ["show"]
const chosenIn = async (searchParams: SearchParams) => chosenPanels([(await searchParams).show ?? []].flat())

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { ledger, query, question } = await ask(searchParams, OWN)
  const asked = await chosenIn(searchParams)
  const view = outcomes(ledger, question, asked)
  const words = messages(locale).outcomes
  const description = messages(locale).embedding.asOf(outcomeDescription(locale, view), formatDay(locale, view.asOf))
  const show: Record<string, string> = asked.length > 0 ? { show: asked.join(",") } : {}
  const search = searchIn(siteHrefs(locale, `/${locale}/outcomes`, query, show).here({}))
  return social({ locale, title: words.title, description, path: "/outcomes", search })
}

export default async function OutcomesPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams, OWN)
  const asked = await chosenIn(searchParams)
  const unknown = new Set(unknownPanels(ledger, question, asked))
  const show = asked.filter((id) => !unknown.has(id)).join(",")
  const own = siteHrefs(locale, `/${locale}/outcomes`, query, show ? { show } : {})
  // Another region has other panels, so turning to it leaves the choice behind.
  const hrefs: Hrefs = { ...own, here: (change) => own.here("region" in change ? { ...change, show: null } : change) }
  const view = outcomes(ledger, question, asked)
  const left = unknown.size > 0 ? [...ignored, "show"] : ignored
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={left} reachable={reachable} />
      <OutcomesScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={citationView(
          { ledger, question, shown: { screen: "outcomes", view } },
          locale,
          "/outcomes",
          show ? { show } : {},
        )}
        show={show}
        share={
          <ShareButton
            {...{ locale, view, query, screen: "outcomes" }}
            panels={Object.fromEntries(view.panels.map((it) => [it.id, panelTitle(locale, it, view.regions)]))}
          />
        }
      />
    </>
  )
}
