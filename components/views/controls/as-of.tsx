import { Carried } from "@/components/form/carried"
import { AsOfSlider, type SliderStop } from "@/components/views/controls/as-of-slider"
import { formOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { type Day, daysBetween } from "@/lib/domain/date"
import type { Frame } from "@/lib/domain/views/overview"
import { nearestOf, type Stop } from "@/lib/domain/views/timeline"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const ANY_DAY = "0000-00-00"

type Props = { locale: Locale; view: Frame; hrefs: Hrefs; id: string }

/**
 * The day the view is true on: a slider that stops at years' ends and events, and behind the printed date the same
 * stops as links and a field for any other day. The slider needs JavaScript, the links and the field do not.
 */
export function AsOf({ locale, view, hrefs, id }: Props) {
  const { controls, timeline: words } = messages(locale)
  const { timeline } = view
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
  const hrefOf = (on: Day) => (on === view.today ? liveHref : anyHref.replace(ANY_DAY, on))
  const stops = timeline.stops.map((stop): SliderStop => {
    const event = stop.event && inLocale(locale, stop.event).text
    return {
      on: stop.on,
      at: daysBetween(timeline.from, stop.on),
      label: formatDay(locale, stop.on),
      event,
      isYear: stop.year !== null,
      spoken: spokenOf(locale, timeline.stops, stop.on, event),
    }
  })
  return (
    <div className="asof max-w-95 min-w-60! grow-3 basis-60">
      <label htmlFor={id}>{controls.asOf}</label>
      <AsOfSlider
        id={id}
        stops={stops}
        now={{
          at: Math.min(Math.max(0, daysBetween(timeline.from, view.asOf)), daysBetween(timeline.from, timeline.to)),
          label: day,
          spoken: spokenOf(locale, timeline.stops, view.asOf, stops.find(({ on }) => on === view.asOf)?.event ?? null),
        }}
        last={daysBetween(timeline.from, timeline.to)}
        keys={words.keys}
      >
        <StopLinks locale={locale} stops={timeline.stops} asOf={view.asOf} hrefOf={hrefOf} />
        <form action={form.action} className="flex flex-col gap-2">
          <Carried pairs={form.carried} />
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
            min={view.asOf < timeline.from ? undefined : timeline.from}
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

/** The day in words, with the event on it or the one nearest to it. */
function spokenOf(locale: Locale, stops: readonly Stop[], on: Day, event: string | null): string {
  const { timeline } = messages(locale)
  const day = formatDay(locale, on)
  if (event !== null) return timeline.at(day, event)
  const nearest = nearestOf(stops, on)
  return nearest === null
    ? day
    : timeline.near(day, inLocale(locale, nearest.title).text, formatDay(locale, nearest.on))
}

type LinksProps = { locale: Locale; stops: readonly Stop[]; asOf: Day; hrefOf: (on: Day) => string }

/** Every stop of the slider as a link: years in a row, events by name. */
function StopLinks({ locale, stops, asOf, hrefOf }: LinksProps) {
  const { timeline } = messages(locale)
  const link = (on: Day, words: string, className: string) => (
    <a className={className} href={hrefOf(on)} data-stop={on} aria-current={on === asOf ? "date" : undefined}>
      {words}
    </a>
  )
  const events = stops.filter((stop) => stop.event !== null)
  return (
    <>
      <p className="lab">{timeline.years}</p>
      <ol className="tl-years" dir="ltr">
        {stops
          .filter((stop) => stop.year !== null)
          .map((stop) => (
            <li key={stop.on}>{link(stop.on, String(stop.year), "num")}</li>
          ))}
      </ol>
      {events.length > 0 ? (
        <>
          <p className="lab">{timeline.events}</p>
          <ol className="tl-events">
            {events.map((stop) => (
              <li key={stop.on}>
                <span className="num small muted nowrap">{formatDay(locale, stop.on)}</span>{" "}
                {link(stop.on, inLocale(locale, stop.event!).text, "")}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}
