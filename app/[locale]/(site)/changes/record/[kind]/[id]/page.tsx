import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { recordAddress } from "@/components/views/changes/address"
import { RecordComparisonScreen } from "@/components/views/changes/record-comparison"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { KIND_NAMES } from "@/lib/domain/records"
import { recordComparison } from "@/lib/domain/views/record-comparison"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; kind: string; id: string }>; searchParams: SearchParams }

async function answer({ params, searchParams }: Props) {
  const { locale, kind: named, id: written } = await params
  const kind = KIND_NAMES.find((each) => each === named)
  if (!isLocale(locale) || !kind) notFound()
  const id = decodeURIComponent(written)
  const asked = await ask(searchParams, ["from", "to"])
  const own = await searchParams
  const ignored = [...asked.ignored]
  const revision = (name: "from" | "to") => {
    const text = own[name]
    // The form's "before it was published" is no revision.
    if (text === undefined || text === "") return null
    if (typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) && Number(text) <= asked.question.known)
      return Number(text)
    ignored.push(name)
    return null
  }
  const view = recordComparison(asked.ledger, asked.question, { kind, id, from: revision("from"), to: revision("to") })
  if (!view) notFound()
  const from = view.from?.revision
  const path = `/changes/record/${kind}/${encodeURIComponent(id)}`
  const given = { ...(from && { from: String(from) }), to: String(view.to.revision) }
  const cite = citationView({ ...asked, shown: { screen: "record", view } }, locale, path, given)
  return { ...asked, ignored, view, locale, given, cite }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, locale } = await answer(props)
  return { title: messages(locale).data.record.title(inLocale(locale, view.name).text) }
}

/** Two versions of one record, field by field. */
export default async function RecordVersionsPage(props: Props) {
  const { view, locale, query, given, cite, ignored, reachable } = await answer(props)
  const path = recordAddress(locale, { kind: view.kind, id: view.id }, { known: null })
  const hrefs = siteHrefs(locale, path, query, given)
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <RecordComparisonScreen locale={locale} view={view} query={query} hrefs={hrefs} cite={cite} />
    </>
  )
}
