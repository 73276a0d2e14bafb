import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { social } from "@/app/[locale]/social"
import { DataScreen } from "@/components/views/data/data-screen"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { settings } from "@/lib/data/settings"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Query, QUERY_NAMES } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { DATA_FORMATS, dataView } from "@/lib/domain/views/data"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { reference } from "@/lib/web/api/reference"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"
import { feedLinks } from "@/lib/web/feeds"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { data } = messages(locale)
  return social({ locale, title: data.title, description: data.lede, path: "/data", feeds: feedLinks(locale) })
}

/** Everything to take away: files, an address for any question, feeds, licence, codebook, API reference, citation. */
export default async function DataPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const own = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ""))
  const { ledger, query, question, ignored, reachable } = await ask(Promise.resolve(own), ["what", "format"])
  const what = KIND_NAMES.find((kind) => LIST_NAMES[kind] === own.what) ?? "assessment"
  const format = DATA_FORMATS.find((each) => each === own.format) ?? "csv"
  const unknown = [
    ...ignored,
    ...(own.what !== undefined && LIST_NAMES[what] !== own.what ? ["what"] : []),
    ...(own.format !== undefined && format !== own.format ? ["format"] : []),
  ]
  // The whole country is spelled by name, and asked for by none.
  const given = new Set(
    QUERY_NAMES.filter((name: keyof Query) => name in own && !ignored.includes(name) && query[name] !== null),
  )
  const view = dataView(ledger, question, what, given)
  const extra = { ...(own.what === LIST_NAMES[what] && { what: own.what }), ...(own.format === format && { format }) }
  const hrefs = siteHrefs(locale, `/${locale}/data`, query, extra)
  // A list narrows only by what its address names, so a default that was named is pinned by name as well.
  const named = [...given].filter((name) => name !== "asOf" && name !== "known")
  const pinned = { ...extra, ...Object.fromEntries(named.map((name) => [name, String(query[name])])) }
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={unknown} reachable={reachable} />
      <DataScreen
        locale={locale}
        view={view}
        query={query}
        builder={{ format, given }}
        reference={reference()}
        site={settings().baseUrl}
        isPrivate={settings().visibility === "private"}
        cite={citationView({ ledger, question, shown: { screen: "data", view } }, locale, "/data", pinned)}
      />
    </>
  )
}
