import type { Metadata } from "next"
import { EMBED_OWN, embedChart, embedLocale, PublicEmbed } from "@/app/[locale]/public-embed"
import { framed } from "@/app/[locale]/social"
import { embedTitle } from "@/components/views/share/embed-words"
import { searchOf } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { citationView } from "@/lib/web/citation"
import { ask, type SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; chart?: string[] }>; searchParams: SearchParams }

async function answer({ params, searchParams }: Props) {
  const { locale: language, chart: named } = await params
  const locale = embedLocale(language)
  const chart = embedChart("overview", named)
  const { ledger, query, question } = await ask(searchParams, EMBED_OWN)
  const shown = { screen: "overview" as const, query, view: overview(ledger, question) }
  return { locale, chart, query, shown, cite: citationView({ ledger, question, shown }, locale, "") }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, chart, query, shown } = await answer(props)
  return framed(locale, embedTitle(locale, shown, chart), { path: "", search: searchOf(query) })
}

/** The overview of a public site, or one chart of it, for anybody's frame. */
export default async function OverviewEmbed(props: Props) {
  const found = await answer(props)
  const { theme } = await props.searchParams
  return <PublicEmbed {...found} theme={theme} back={`/${found.locale}${searchOf(found.query)}`} />
}
