import { dayOf } from "@/lib/domain/date"
import type { PointView } from "@/lib/domain/views/point"
import type { Hrefs } from "@/components/views/hrefs"
import { formatDay } from "@/lib/i18n/format"
import { Query } from "@/lib/domain/query"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { CopyAddress } from "./copy-address"

/** The path names the plan already; the default is left out of the address. */
const DEFAULT_PLAN = Query.parse({}).plan

/** A citation whose address pins both clocks, so that it always shows what it showed. */
export function CiteBox({
  locale,
  view,
  hrefs,
  origin,
}: {
  locale: Locale
  view: PointView
  hrefs: Hrefs
  origin: string
}) {
  const { point, site } = messages(locale)
  const { citation } = point
  const plan = view.plans.find((each) => each.id === view.plan)!
  const path = hrefs.here({ plan: DEFAULT_PLAN, known: view.revision, asOf: view.asOf })
  return (
    <section className="fig" id="cite" aria-labelledby="citation">
      <header>
        <h2 id="citation">{citation.title}</h2>
        {path === null ? null : <p className="sub">{citation.sub}</p>}
      </header>
      <div className="cite">
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
        {path === null ? null : (
          <div className="copy mt-3" dir="ltr">
            <a className="mono py-2" href={path} title={citation.permanent}>
              {origin + path}
            </a>
            <CopyAddress address={origin + path} copy={site.copy} copied={site.copied} />
          </div>
        )}
      </div>
    </section>
  )
}
