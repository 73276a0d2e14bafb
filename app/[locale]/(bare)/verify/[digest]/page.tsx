import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DigestForm, DigestFound } from "@/components/views/share/digest-look-up"
import { lookUpDigest } from "@/lib/data/share-upkeep"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; digest: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { title, text } = messages(locale).linkPage.verify
  return { title, description: text, robots: { index: false, follow: false } }
}

/** Whether an answer was ever frozen here. Read anew each time: a digest comes without a new revision. */
export default async function DigestPage({ params, searchParams }: Props) {
  const { locale, digest } = await params
  if (!isLocale(locale)) notFound()
  await ask(searchParams)
  const given = digest.toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(given)) return <DigestForm locale={locale} given={given.slice(0, 200)} />
  const { revision, frozenOn } = await lookUpDigest(given)
  return <DigestFound {...{ locale, revision, frozenOn }} digest={given} />
}
