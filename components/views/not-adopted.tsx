import type { Hrefs } from "@/components/views/hrefs"
import type { Day } from "@/lib/domain/date"
import { type PlanHead, unadopted } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What of a view tells whether its plan was there on its day. */
export type Dated = { plan: string; plans: readonly PlanHead[]; asOf: Day }

/** "On 29 Feb 2016 the 2021 plan had not been adopted", in place of any finding; null once it was. */
export function notAdoptedHeadline(locale: Locale, view: Dated): string | null {
  const plan = unadopted(view)
  return plan && messages(locale).overview.notAdopted.headline(plan.year, formatDay(locale, view.asOf))
}

/** When it was, under that headline; empty once it was. */
export function notAdoptedLede(locale: Locale, view: Dated): string {
  const plan = unadopted(view)
  return plan ? messages(locale).overview.notAdopted.lede(formatDay(locale, plan.adoptedOn)) : ""
}

/** Both as sentences; null once it was. */
export function notAdoptedWords(locale: Locale, view: Dated): string | null {
  const headline = notAdoptedHeadline(locale, view)
  return headline && `${headline}${locale === "ur" ? "۔" : "."} ${notAdoptedLede(locale, view)}`
}

/** In place of a screen on a day before its plan: that nothing can be judged, and the way to the first day. */
export function NotAdopted({ locale, view, hrefs }: { locale: Locale; view: Dated; hrefs: Hrefs }) {
  const plan = unadopted(view)
  if (plan === null) return null
  const words = messages(locale).overview.notAdopted
  const day = formatDay(locale, plan.adoptedOn)
  const href = hrefs.here({ asOf: plan.adoptedOn })
  return (
    <section className="hero pb-12!" aria-labelledby="headline">
      <h1 id="headline" className="max-w-[24em]">
        {notAdoptedHeadline(locale, view)}
      </h1>
      <p className="lede max-w-[46em]">{notAdoptedLede(locale, view)}</p>
      {href === null ? null : (
        <p className="acts mt-4">
          <a className="btn" href={href}>
            {words.see(day)}
          </a>
        </p>
      )}
    </section>
  )
}
