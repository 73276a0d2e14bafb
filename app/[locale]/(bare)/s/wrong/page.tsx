import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LockedLink } from "@/components/views/share/locked-link"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { title, text } = messages(locale).share.locked
  return { title, description: text, robots: { index: false, follow: false }, referrer: "no-referrer" }
}

/** The same after a password that did not fit. */
export default async function WrongPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <LockedLink locale={locale} isWrong />
}
