import { SilenceSources } from "@/components/views/silence-sources"
import { isUnkept } from "@/components/views/overview/silences"
import { daysBetween } from "@/lib/domain/date"
import type { PointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Said } from "./said"

const DAYS_PER_MONTH = 30.44

/** Reports that were promised on this point and were not found, or came late. */
export function PointSilences({ locale, view }: { locale: Locale; view: PointView }) {
  const { point, terms } = messages(locale)
  const { silences } = point
  return (
    <section aria-labelledby="silences">
      <header className="mb-3">
        <h2 id="silences">{silences.title}</h2>
        <p className="sub">{view.silences.length > 0 ? silences.sub : silences.none}</p>
      </header>
      <ul className="rows sil" hidden={view.silences.length === 0}>
        {view.silences.map((it) => {
          const since = it.dueOn ?? it.promisedOn
          const facts = [
            it.promisedBy ? silences[it.owed === "promised" ? "by" : "of"](inLocale(locale, it.promisedBy).text) : "",
            it.promisedOn
              ? silences[it.owed === "nothing" ? "lastSeen" : "on"](
                  formatDay(locale, it.promisedOn, it.promisedPrecision ?? "day"),
                )
              : "",
            it.dueOn ? silences.due(formatDay(locale, it.dueOn, it.duePrecision ?? "day")) : "",
            since ? silences.waited(Math.floor(Math.max(0, daysBetween(since, view.asOf)) / DAYS_PER_MONTH)) : "",
          ]
          return (
            <li key={it.id}>
              <div className="flex flex-wrap items-start justify-between gap-2">
                <b className="flex-1 basis-[220px]">
                  <Said locale={locale} text={it.what} />
                </b>
                <span className="pill dash">
                  {it.status === "not-known"
                    ? silences.notKnown
                    : isUnkept(it)
                      ? silences.notComplete
                      : terms.silence[it.status]}
                </span>
              </div>
              <p className="small muted num">
                {facts.filter(Boolean).join(" · ")}
                {it.note ? " · " : null}
                {it.note ? <Said locale={locale} text={it.note} /> : null}
              </p>
              <SilenceSources locale={locale} cited={it.cited} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
