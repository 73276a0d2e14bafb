import { screenTitle } from "@/components/views/share/embed-words"
import { chartTitle } from "@/components/views/share/link-chart"
import type { ShareChart } from "@/lib/domain/share"
import type { SharedView } from "@/lib/domain/views/shared"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What a link's page is called in the browser: its chart's name, or what its screen finds or is about. */
export function linkTitle(locale: Locale, shared: SharedView, chart: ShareChart | null): string {
  const { point } = messages(locale)
  if (chart !== null) return chartTitle(locale, shared, chart)
  if (shared.screen === "point") {
    const { number, title } = shared.view.point
    return point.title(number, inLocale(locale, title).text)
  }
  return screenTitle(locale, shared)
}
