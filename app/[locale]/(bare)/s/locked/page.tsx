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

/** What a link with a password shows until it is unlocked: the same for every such link, and nothing of its view. */
export default async function LockedPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <LockedLink locale={locale} isWrong={false} />
}
