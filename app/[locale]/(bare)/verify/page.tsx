import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { DigestForm } from "@/components/views/share/digest-look-up"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { title, text } = messages(locale).linkPage.verify
  return { title, description: text, robots: { index: false, follow: false } }
}

/** Where a digest is asked about. The form leads to the address of its answer, which may be passed on. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  await ask(searchParams, ["digest"])
  const { digest } = await searchParams
  const given = typeof digest === "string" ? digest.replaceAll(/\s/g, "").toLowerCase() : null
  if (given !== null && /^[0-9a-f]{64}$/.test(given)) redirect(`/${locale}/verify/${given}`)
  return <DigestForm locale={locale} given={given === null ? null : String(digest).slice(0, 200)} />
}
