import { Carried } from "@/components/form/carried"
import { RegionSelect } from "@/components/views/controls/region-select"
import type { Hrefs } from "@/components/views/hrefs"
import { TrackChoice } from "@/components/views/controls/narrow"
import { SubmitOnChange } from "@/components/views/controls/submit-on-change"
import { formOf } from "@/components/views/controls/words"
import type { Query } from "@/lib/domain/query"
import { POINT_ORDERS, type PointsView } from "@/lib/domain/views/points"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Track, region, words and order; links and one GET form, so that it works without JavaScript. */
export function PointFilters({
  locale,
  view,
  query,
  hrefs,
  find,
}: {
  locale: Locale
  view: PointsView
  query: Query
  hrefs: Hrefs
  find: string
}) {
  const { controls, points } = messages(locale)
  const form = formOf(hrefs.here({ region: null, sort: null, find: null }))
  if (form === null) return null
  const narrowed = query.track !== null || query.region !== null || query.points !== null || find !== ""
  return (
    <form
      action={form.action}
      className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3"
      role="search"
      aria-label={points.filter}
    >
      <Carried pairs={form.carried} />
      <TrackChoice locale={locale} view={view} hrefs={hrefs} />
      <div className="field">
        <label htmlFor="points-region">{controls.region}</label>
        <SubmitOnChange>
          <RegionSelect locale={locale} id="points-region" regions={view.regions} chosen={query.region} />
        </SubmitOnChange>
      </div>
      <div className="field">
        <label htmlFor="points-sort">{points.sort}</label>
        <SubmitOnChange>
          <select id="points-sort" name="sort" className="in" defaultValue={view.order}>
            {POINT_ORDERS.map((order) => (
              <option key={order} value={order}>
                {points.order[order]}
              </option>
            ))}
          </select>
        </SubmitOnChange>
      </div>
      <div className="field flex-1 basis-[200px]">
        <label htmlFor="points-find">{points.find}</label>
        <input
          id="points-find"
          name="find"
          type="search"
          className="in"
          defaultValue={find}
          placeholder={points.findExample}
          maxLength={80}
        />
      </div>
      <button className="btn min-h-[40px]!">{points.apply}</button>
      {narrowed ? (
        <a
          className="btn ghost min-h-[40px]!"
          href={hrefs.here({ track: null, region: null, points: null, find: null, sort: null })!}
        >
          {points.clear}
        </a>
      ) : null}
    </form>
  )
}
