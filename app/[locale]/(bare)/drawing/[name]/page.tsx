import { notFound } from "next/navigation"
import { drawingApart } from "@/components/drawings/drawing-apart"
import { pathIn } from "@/lib/domain/citation"
import { isDrawnApart } from "@/lib/domain/drawing"
import { citedView } from "@/lib/domain/views/cited"
import { isLocale } from "@/lib/i18n/locale"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { pictured } from "@/lib/web/picture-words"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; name: string }>; searchParams: SearchParams }

/** One chart of a page as a drawing alone, for pictures; only our own server asks for it (lib/web/answer.ts). */
export default async function DrawingPage({ params, searchParams }: Props) {
  const { locale, name } = await params
  if (!isLocale(locale) || !isDrawnApart(name)) notFound()
  const { ledger } = await ask(searchParams)
  const given = new URLSearchParams(pairsOf(await searchParams))
  const { cited } = pictured(ledger, locale, pathIn(given), given, new Date().toISOString())
  return (cited && drawingApart(locale, citedView(ledger, cited), name, cited.extra)) ?? notFound()
}
