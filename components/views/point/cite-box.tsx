import { CiteWords } from "@/components/views/cite"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { PointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** A citation whose address pins both clocks, so that it always shows what it showed; inside a link only the words. */
export function CiteBox({
  locale,
  view,
  citation: cite,
}: {
  locale: Locale
  view: PointView
  citation: CitationView | undefined
}) {
  const { citation } = messages(locale).point
  const plan = view.plans.find((each) => each.id === view.plan)!
  return (
    <section className="fig" id="cite" aria-labelledby="citation">
      <header>
        <h2 id="citation">{citation.title}</h2>
      </header>
      <div className="cite">
        {cite ? (
          <CiteWords locale={locale} citation={cite} />
        ) : (
          <p>
            {citation.text(
              view.point.number,
              inLocale(locale, view.point.title).text,
              inLocale(locale, plan.title).text,
              view.revision,
              formatDay(locale, dayOf(view.publishedAt)),
              formatDay(locale, view.asOf),
            )}
          </p>
        )}
      </div>
    </section>
  )
}
