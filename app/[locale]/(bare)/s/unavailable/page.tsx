import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LinkMessage } from "@/components/views/share/link-message"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { title } = messages(locale).share.unavailable
  return { title, robots: { index: false, follow: false }, referrer: "no-referrer" }
}

/**
 * What a link shows while its state cannot be read. Our server sends these bytes with status 503.
 */
export default async function UnavailablePage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return (
    <LinkMessage
      locale={locale}
      words={{ en: messages("en").share.unavailable, ur: messages("ur").share.unavailable }}
    />
  )
}
