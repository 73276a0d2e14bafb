import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** Of a view of one region: that what stands beside it is of this region or of the whole country; else null. */
export const onlyOf = (locale: Locale, what: "ratings" | "events", { region }: Pick<Frame, "region">): string | null =>
  region === null ? null : messages(locale).terms.onlyOf[what](inLocale(locale, region.name).text)
