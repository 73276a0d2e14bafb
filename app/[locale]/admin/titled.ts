import type { Metadata } from "next"
import { isLocale } from "@/lib/i18n/locale"
import { messages, type Messages } from "@/lib/i18n/messages"

/** The title of an editors' page, from its words. */
export async function titled(
  params: Promise<{ locale: string }>,
  title: (admin: Messages["admin"]) => string,
): Promise<Metadata> {
  const { locale } = await params
  return isLocale(locale) ? { title: title(messages(locale).admin) } : {}
}
