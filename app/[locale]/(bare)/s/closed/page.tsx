import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LinkMessage } from "@/components/views/share/link-message"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { title } = messages(locale).share.closed
  return { title, robots: { index: false, follow: false }, referrer: "no-referrer" }
}

/**
 * What every link that opens nothing shows: unknown, malformed, expired, paused and revoked alike. Our server sends
 * these bytes with status 404, because what Next answers to notFound() is empty without JavaScript.
 */
export default async function ClosedPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <LinkMessage locale={locale} words={{ en: messages("en").share.closed, ur: messages("ur").share.closed }} />
}
