import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { askPoint } from "@/app/[locale]/ask-point"
import { EMBED_OWN, embedChart, embedLocale, PublicEmbed } from "@/app/[locale]/public-embed"
import { framed } from "@/app/[locale]/social"
import { embedTitle } from "@/components/views/share/embed-words"
import type { SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = {
  params: Promise<{ locale: string; year: string; number: string; chart?: string[] }>
  searchParams: SearchParams
}

async function answer({ params, searchParams }: Props) {
  const { locale: language, year, number, chart: named } = await params
  const locale = embedLocale(language)
  const chart = embedChart("point", named)
  const { ledger, question, view, query, path, search } = await askPoint(year, number, searchParams, EMBED_OWN)
  // Nothing was promised on this strand, so there is nothing to draw.
  const strand = view.strands.find(({ track }) => chart === `strand-${track}`)
  if (chart !== null && chart !== "evidence" && !strand?.commitments.length) notFound()
  const shown = { screen: "point" as const, query, view }
  const cite = citationView({ ledger, question, shown }, locale, path)
  return { locale, chart, query, path, search, shown, cite }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, chart, path, search, shown } = await answer(props)
  return framed(locale, embedTitle(locale, shown, chart), { path, search })
}

/** A point of a public site, or one chart of it, for anybody's frame. */
export default async function PointEmbed(props: Props) {
  const { path, search, ...found } = await answer(props)
  const { theme } = await props.searchParams
  return <PublicEmbed {...found} theme={theme} back={`/${found.locale}${path}${search}`} />
}
