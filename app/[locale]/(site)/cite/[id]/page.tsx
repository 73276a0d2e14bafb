import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { changesAddress } from "@/components/views/changes/address"
import { CitationScreen } from "@/components/views/citation-screen"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { extrasOf, ownNames, readCiteId } from "@/lib/domain/citation"
import { citationAnswer } from "@/lib/domain/views/citation"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citedBy, viewOf } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: SearchParams }

/**
 * Opens a permanent address: the id settles the revision, the parameters the question; both are answered again, and the
 * digest says whether the answer is still the one that was cited.
 */
async function answer({ params, searchParams }: Props) {
  const { locale, id: written } = await params
  const id = readCiteId(written)
  if (!isLocale(locale) || !id) notFound()
  const pairs = Object.entries(await searchParams).flatMap(([name, value]): [string, string][] =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  )
  const path = pairs.find(([name]) => name === "page")?.[1] ?? ""
  const extra = extrasOf(pairs, path)
  const asked = await ask(searchParams, ["page", ...ownNames(extra)], { known: id.known })
  if (id.known > asked.ledger.newest) notFound()
  const cited = citedBy(asked, locale, path, extra)
  if (!cited) notFound()
  const holds = cited.digest.startsWith(id.digest)
  return { ...asked, locale, path, id: written, cited, holds, now: cited.digest.slice(0, id.digest.length) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, id, cited } = await answer(props)
  return { title: messages(locale).cite.page.title(id), description: cited.citation.title }
}

export default async function CitePage(props: Props) {
  const { ledger, query, locale, path, id, cited, holds, now, ignored, reachable } = await answer(props)
  const view = citationAnswer(ledger, cited.page.screen, cited.question)
  const pinned = { ...query, asOf: cited.question.asOf }
  const hrefs = siteHrefs(locale, `/${locale}${path}`, pinned, Object.fromEntries(cited.extra))
  return (
    <>
      <Notices locale={locale} view={view} query={pinned} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <CitationScreen
        locale={locale}
        id={id}
        view={view}
        title={cited.citation.title}
        citation={viewOf(cited, locale)}
        pinned={cited.pinned}
        live={cited.live}
        changes={changesAddress(
          locale,
          { ...(view.since.of === "screen" && { plan: view.plan, points: view.points }), since: view.revision },
          { asOf: null, known: null },
        )}
        holds={holds}
        now={now}
      />
    </>
  )
}
