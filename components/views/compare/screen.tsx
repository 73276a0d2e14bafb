import { CompareBar } from "@/components/views/compare/bar"
import { Claims } from "@/components/views/compare/claims"
import { Counts } from "@/components/views/compare/commitments"
import { Moved } from "@/components/views/compare/moved"
import { CoreLines, Links, WholePlans } from "@/components/views/compare/plans"
import { Events, Reasons } from "@/components/views/compare/reasons"
import { Basket, SideCards } from "@/components/views/compare/sides"
import { headlineOf, ledeOf, untimelySides } from "@/components/views/compare/words"
import type { Hrefs } from "@/components/views/hrefs"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Two sides of one question: the answer in a sentence, what both have in common, what moved, and why. */
export function CompareScreen({ locale, view, hrefs }: { locale: Locale; view: CompareView; hrefs: Hrefs }) {
  const { compare } = messages(locale)
  const { claims, plansCompared: plans } = view
  const parts = { locale, view, hrefs }
  const hasReasons = view.by === "dates"
  const untimely = untimelySides(view).length
  const first = untimely > 0 && hasReasons ? view.b.plan.adoptedOn : null
  const href = first !== null && first < view.b.asOf ? hrefs.here({ against: first }) : null
  return (
    <div className="wrap">
      <CompareBar {...parts} />
      <section className="hero pb-2!" aria-labelledby="headline">
        <h1 id="headline" className="max-w-[27em]">
          {headlineOf(locale, view)}
        </h1>
        <p className="lede max-w-[62ch]">{ledeOf(locale, view)}</p>
        {first === null || href === null ? null : (
          <p className="acts mt-4">
            <a className="btn" href={href}>
              {compare.since(formatDay(locale, first))}
            </a>
          </p>
        )}
      </section>
      {untimely > 0 ? null : (
        <>
          <Basket locale={locale} view={view} />
          <SideCards locale={locale} view={view} />
          {view.by === "tracks" ? null : <Counts {...parts} />}
        </>
      )}
      {plans && untimely < 2 ? <CoreLines {...parts} plans={plans} /> : null}
      {untimely > 0 ? null : (
        <section className="sec grid mt-8">
          <Moved {...parts} className={hasReasons ? "col-span-7" : "col-span-12"} />
          {hasReasons ? <Reasons {...parts} /> : null}
        </section>
      )}
      {plans ? (
        <section className="sec">
          <Links {...parts} plans={plans} />
          {untimely > 0 ? null : <WholePlans locale={locale} view={view} />}
          {view.events.length > 0 ? <Events locale={locale} view={view} heading={compare.reasons.events} /> : null}
        </section>
      ) : null}
      {claims && untimely === 0 ? <Claims {...parts} claims={claims} /> : null}
    </div>
  )
}
