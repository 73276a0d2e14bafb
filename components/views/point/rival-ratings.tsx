import { onlyOf } from "@/components/views/only-of"
import type { PointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Said } from "./said"
import { SourceTitle } from "./source-line"

/** Verdicts of others in their own words, newest first; never converted into a level. */
export function RivalRatings({ locale, view }: { locale: Locale; view: PointView }) {
  const { point, terms } = messages(locale)
  const { ratings } = point
  const none = view.region ? ratings.noneOf(inLocale(locale, view.region.name).text) : ratings.none
  const regionName = new Map(view.regions.map((region) => [region.id, region.name]))
  return (
    <section aria-labelledby="ratings">
      <header className="mb-3">
        <h2 id="ratings">{ratings.title}</h2>
        <p className="sub">
          {view.ratings.length > 0 ? [ratings.sub, onlyOf(locale, "ratings", view)].filter(Boolean).join(" ") : none}
        </p>
      </header>
      <ul className="rows rv">
        {view.ratings.map((rating) => {
          const region = rating.region === null ? undefined : regionName.get(rating.region)
          return (
            <li key={rating.id}>
              {rating.isParaphrase ? (
                <span lang="en" dir="ltr" style={{ font: "italic 400 1.125rem/1.4 var(--latin-serif)" }}>
                  {rating.rawLabel}
                </span>
              ) : (
                <q lang="en" dir="ltr">
                  {rating.rawLabel}
                </q>
              )}
              <span className="small muted">
                <Said locale={locale} text={rating.publisher} />
                {" · "}
                <span className="num">{formatDay(locale, rating.date, rating.precision)}</span>
                {region ? (
                  <>
                    {" · "}
                    <Said locale={locale} text={region} />
                  </>
                ) : null}
                {rating.isParaphrase ? ` · ${ratings.paraphrase}` : null}
                {rating.isDirectionOnly ? ` · ${ratings.direction}` : null}
                {" · "}
                {ratings.in} <SourceTitle locale={locale} source={rating.source} />
                {rating.note ? (
                  <>
                    {" "}
                    <Said locale={locale} text={rating.note} />
                  </>
                ) : null}
              </span>
              <span className={rating.kind === "government-self" || rating.kind === "military" ? "pill dash" : "pill"}>
                {terms.ratingKind[rating.kind]}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
