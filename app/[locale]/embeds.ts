import type { Embeds } from "@/components/views/share/embed-offer"
import { settings } from "@/lib/data/settings"
import type { Locale } from "@/lib/i18n/locale"

/** The public embeds of a screen ("overview", "point/2014/12") with a question; none on a private site. */
export function publicEmbeds(locale: Locale, screen: string, search: string): Embeds {
  if (settings().visibility === "private") return null
  return (chart) => `${settings().baseUrl}/${locale}/embed/${screen}${chart === null ? "" : `/${chart}`}${search}`
}
