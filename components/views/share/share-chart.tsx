import { Icon } from "@/components/ui/icon"
import type { ShareChart as Chart } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * The button under a chart that makes a link to it alone; heard without the page around, it is told by the chart's
 * title. It has no script of its own: the page's share button hears it (opener.tsx), so pages without one must not show
 * it.
 */
export function ShareChart({ locale, chart, title }: { locale: Locale; chart: Chart; title: string }) {
  return (
    <button type="button" className="sharechart needs-script" data-share={chart} aria-haspopup="dialog">
      <Icon name="share" />
      {messages(locale).links.openChart}
      <span className="vh">: {title}</span>
    </button>
  )
}
