import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { changesAddress } from "@/components/views/changes/address"
import { CitationScreen } from "@/components/views/citation-screen"
import { citedFinding } from "@/components/views/cited-finding"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { citedPage, extrasOf, ownNames, pathIn, readCiteId } from "@/lib/domain/citation"
import { citationAnswer } from "@/lib/domain/views/citation"
import { asRead } from "@/lib/domain/views/cited-own"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { type Cited, citedBy, formatOf, viewOf } from "@/lib/web/citation"

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
  const pairs = pairsOf(await searchParams)
  const path = pathIn(pairs)
  const page = citedPage(path)
  const extra = extrasOf(pairs, path)
  const asked = await ask(searchParams, ["page", ...ownNames(extra)], { known: id.known })
  if (page === null || id.known > asked.ledger.newest) notFound()
  const read = asRead(asked.ledger, { page, question: asked.question, extra }, asked.ignored)
  const now = citedBy({ ...asked, question: read.question }, locale, path, read.extra)
  if (!now) notFound()
  const found = (cited: Cited) => ({ cited, format: formatOf(asked.ledger, cited, id.digest) })
  // Citations once carried whatever their address did: one from then is known by all of it.
  const before = found(now).format === null ? citedBy(asked, locale, path, extra) : null
  const opened = before && found(before).format !== null ? found(before) : found(now)
  const ignored = [...new Set([...asked.ignored, ...(opened.cited === now ? read.ignored : [])])]
  return { ...asked, ...opened, ignored, locale, path, id: written, now }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, id, cited } = await answer(props)
  return { title: messages(locale).cite.page.title(id), description: cited.citation.title }
}

export default async function CitePage(props: Props) {
  const { ledger, query, locale, path, id, cited, format, now, ignored, reachable } = await answer(props)
  const view = citationAnswer(ledger, cited)
  const pinned = { ...query, asOf: cited.question.asOf }
  const hrefs = siteHrefs(locale, `/${locale}${path}`, pinned, Object.fromEntries(cited.extra))
  return (
    <>
      <Notices locale={locale} view={view} query={pinned} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <CitationScreen
        locale={locale}
        id={id}
        view={view}
        finding={citedFinding(locale, view, cited.extra)}
        title={cited.citation.title}
        citation={viewOf(now, locale)}
        pinned={cited.pinned}
        live={cited.live}
        changes={changesAddress(
          locale,
          { ...(view.since.of === "screen" && { plan: view.plan, points: view.points }), since: view.revision },
          { asOf: null, known: null },
        )}
        format={format}
        now={now.digest.slice(0, id.length - id.indexOf("-") - 1)}
      />
    </>
  )
}
