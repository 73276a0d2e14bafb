import type { ReactNode } from "react"
import { Carried } from "@/components/form/carried"
import { Segment } from "@/components/views/controls/segment"
import { formOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: CompareView; hrefs: Hrefs }

/** What is set against what: links and one GET form, so the same address always gives the same page. */
export function CompareBar({ locale, view, hrefs }: Props) {
  const { compare } = messages(locale)
  // A link says what it compares above the page, and compares nothing else.
  if (hrefs.isLink) return null
  return (
    <div className="view cmpv" role="group" aria-label={compare.bar}>
      <Segment
        label={compare.bar}
        choices={COMPARE_KINDS.map((by) => ({
          words: compare.kind[by],
          href: hrefs.here({ ...LEAVING, by: by === "dates" ? null : by }),
          chosen: by === view.by,
        }))}
      />
      <SideForm locale={locale} view={view} hrefs={hrefs} />
      <a className="btn" href={swapHref(view, hrefs) ?? undefined}>
        {compare.swap}
      </a>
    </div>
  )
}

/** Another kind has other sides; the narrowing that it settles itself stays behind. */
const LEAVING = { against: null, then: null, rows: null }

/** The same comparison the other way round. */
export function swapHref({ by, a, b, today }: CompareView, hrefs: Hrefs): string | null {
  if (by === "dates") return hrefs.here({ asOf: a.asOf, against: b.asOf })
  if (by === "lanes") return hrefs.here({ against: b.lane })
  if (by === "tracks") return hrefs.here({ against: b.track })
  if (by === "regions") return hrefs.here({ region: a.region?.id ?? null, against: b.region?.id ?? WHOLE_COUNTRY })
  // Each plan keeps its day. Today stays open in the address, so that what follows the ledger still does.
  return hrefs.here({ plan: a.plan.id, asOf: a.asOf === today ? null : a.asOf, against: b.plan.id, then: b.asOf })
}

function SideForm({ locale, view, hrefs }: Props) {
  const { compare, controls } = messages(locale)
  const { by, a, b } = view
  if (by === "lanes" || by === "tracks") return null
  const own = { dates: "asOf", regions: "region", plans: "plan" } as const
  // Only the words of the fields leave the address; the rest of the question is carried.
  const form = formOf(hrefs.here({ [own[by]]: null, against: null, then: null }))
  if (form === null) return null
  const label = compare.field[by]
  const day = (name: string, words: string, { plan, asOf }: CompareView["a"]) => (
    <input
      className="in num"
      type="date"
      name={name}
      aria-label={words}
      defaultValue={asOf}
      min={asOf < plan.adoptedOn ? undefined : plan.adoptedOn}
      max={view.today}
      required
    />
  )
  const choice = (name: string, words: string, value: string, options: [string, string][]) => (
    <select className="in" name={name} aria-label={words} defaultValue={value}>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
  const regions: [string, string][] = [
    [WHOLE_COUNTRY, controls.anyRegion],
    ...view.regions.map((it): [string, string] => [it.id, inLocale(locale, it.name).text]),
  ]
  const plans = view.plans.map((it): [string, string] => [it.id, controls.planYear(it.year)])
  return (
    <form
      action={form.action}
      className="contents min-[821px]:flex min-[821px]:flex-wrap min-[821px]:items-center min-[821px]:gap-5"
    >
      <Carried pairs={form.carried} />
      <Side mark={compare.side.a}>
        {by === "dates" ? day("against", label.a, a) : null}
        {by === "regions" ? choice("against", label.a, a.region?.id ?? WHOLE_COUNTRY, regions) : null}
        {by === "plans" ? choice("against", label.a, a.plan.id, plans) : null}
        {by === "plans" ? day("then", compare.then, a) : null}
      </Side>
      <Side mark={compare.side.b}>
        {by === "dates" ? day("asOf", label.b, b) : null}
        {by === "regions" ? choice("region", label.b, b.region?.id ?? WHOLE_COUNTRY, regions) : null}
        {by === "plans" ? choice("plan", label.b, b.plan.id, plans) : null}
      </Side>
      <button className="btn" type="submit">
        {compare.show}
      </button>
    </form>
  )
}

const Side = ({ mark, children }: { mark: string; children: ReactNode }) => (
  <div className="ab">
    <span className="abl" aria-hidden="true">
      {mark}
    </span>
    {children}
  </div>
)
