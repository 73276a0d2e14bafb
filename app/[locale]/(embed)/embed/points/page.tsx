import type { Metadata } from "next"
import { EMBED_OWN, embedLocale, PublicEmbed } from "@/app/[locale]/public-embed"
import { framed } from "@/app/[locale]/social"
import { embedTitle } from "@/components/views/share/embed-words"
import { searchOf } from "@/lib/domain/query"
import { pointsList } from "@/lib/domain/views/points"
import { citationView } from "@/lib/web/citation"
import { ask, type SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

async function answer({ params, searchParams }: Props) {
  const locale = embedLocale((await params).locale)
  const { ledger, query, question } = await ask(searchParams, EMBED_OWN)
  const shown = { screen: "points" as const, query, view: pointsList(ledger, question) }
  return { locale, query, shown, cite: citationView({ ledger, question, shown }, locale, "/points") }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, query, shown } = await answer(props)
  return framed(locale, embedTitle(locale, shown, null), { path: "/points", search: searchOf(query) })
}

/** The points of a public site for anybody's frame. */
export default async function PointsEmbed(props: Props) {
  const found = await answer(props)
  const { theme } = await props.searchParams
  return <PublicEmbed {...found} chart={null} theme={theme} back={`/${found.locale}/points${searchOf(found.query)}`} />
}
