import { AsOfSlider, type YearEnd } from "@/components/views/controls/as-of-slider"
import { formOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { type Day, daysBetween, yearEnds } from "@/lib/domain/date"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const ANY_DAY = "0000-00-00"

/**
 * The day the view is true on: a slider that snaps to years' ends, and behind the printed date a field for
 * any other day. The slider needs JavaScript, the field does not.
 */
export function AsOf({ locale, view, hrefs, id }: { locale: Locale; view: Frame; hrefs: Hrefs; id: string }) {
  const { controls } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)
  const first = plan?.adoptedOn ?? view.plans[0]?.adoptedOn ?? view.today
  const years = yearEnds(first, view.today)
  const anyHref = hrefs.here({ asOf: ANY_DAY })
  const liveHref = hrefs.here({ asOf: null })
  const form = formOf(liveHref)
  const day = formatDay(locale, view.asOf)
  if (anyHref === null || liveHref === null || form === null) {
    return (
      <span className="text-(length:--t-m)">
        {controls.asOf} <b className="num">{day}</b>
      </span>
    )
  }
  const stops: YearEnd[] = years.map(({ on }) => ({
    label: formatDay(locale, on),
    href: on === view.today ? liveHref : anyHref.replace(ANY_DAY, on),
  }))
  return (
    <div className="asof min-w-72! basis-95">
      <label htmlFor={id}>{controls.asOf}</label>
      <AsOfSlider id={id} stops={stops} at={positionOf(view.asOf, years)} day={day}>
        <form action={form.action} className="flex flex-col gap-2">
          {form.carried.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="lab" htmlFor={`${id}-day`}>
            {controls.exactDay}
          </label>
          <input
            className="in"
            id={`${id}-day`}
            type="date"
            name="asOf"
            required
            defaultValue={view.asOf}
            max={view.today}
          />
          <p className="hint">{controls.earlier}</p>
          <div className="acts">
            <button className="btn pri grow" type="submit">
              {controls.show}
            </button>
            <a className="btn" href={liveHref}>
              {controls.today}
            </a>
          </div>
        </form>
      </AsOfSlider>
    </div>
  )
}

/** Where a day stands among the years' ends: 2.5 is half way between the third and the fourth. */
function positionOf(day: Day, years: { on: Day }[]): number {
  const next = years.findIndex(({ on }) => day <= on)
  if (next === -1) return years.length - 1
  if (next === 0) return 0
  const [before, after] = [years[next - 1]!.on, years[next]!.on]
  return next - 1 + daysBetween(before, day) / daysBetween(before, after)
}
