import { clip, type Mark, type Place, placeNames, shortTitle, textWidth } from "@/components/charts/event-layout"
import { type Box, type Size, spanOf } from "@/components/charts/plot"
import { px, type TimeScale } from "@/components/charts/scales"
import type { Day } from "@/lib/domain/date"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** An event that the charts name. `isRevision`: the day a newer edition replaced the plan. */
export type NamedEvent = { id: string; on: Day; title: string; day: string; isRevision: boolean }

const LANES = 4
const LANE_HEIGHT = 30
/** Pixels a name may take; where all names do not fit, the next, shorter length is tried. */
const ROOMS = [Infinity, 170, 150, 135, 120, 105, 90]

/** The events marked for the charts, and the plan's own revision, by date. */
export function namedEvents(
  locale: Locale,
  view: Pick<OverviewView, "events" | "asOf" | "today">,
  plan: PlanHead,
  next: PlanHead | null,
) {
  const named: NamedEvent[] = view.events
    .filter((event) => event.onChart && event.on >= spanOf(plan.adoptedOn, view.today)[0])
    .map((event) => ({
      id: event.id,
      on: event.on,
      title: inLocale(locale, event.title).text,
      day: formatDay(locale, event.on, event.precision),
      isRevision: false,
    }))
  if (plan.supersededOn !== null && plan.supersededOn <= view.asOf) {
    const title = messages(locale).charts.planRevised(next?.pointCount ?? null)
    named.push({
      id: "revised",
      on: plan.supersededOn,
      title,
      day: formatDay(locale, plan.supersededOn),
      isRevision: true,
    })
  }
  return named.sort((a, b) => (a.on < b.on ? -1 : 1))
}

type Placed = { event: NamedEvent; name: string; x: number; place: Place | null }

/** Where each event's name stands above a wide plot. */
export function placeEvents(events: readonly NamedEvent[], x: TimeScale, box: Box): Placed[] {
  const arrange = (rooms: readonly number[]): Placed[] => {
    const names = events.map((event, at) => clip(shortTitle(event.title), rooms[at]!))
    const marks: Mark[] = events.map((event, at) => ({
      x: x(event.on),
      width: Math.max(textWidth(names[at]!), textWidth(event.day) * 0.85),
    }))
    const places = placeNames(marks, LANES, [box.plot.left, box.width])
    return events.map((event, at) => ({ event, name: names[at]!, x: px(marks[at]!.x), place: places[at] ?? null }))
  }
  const isWhole = (placed: readonly Placed[]) => placed.every(({ place }) => place !== null)
  const all = (room: number) => events.map(() => room)
  const room = ROOMS.find((each) => isWhole(arrange(all(each)))) ?? ROOMS.at(-1)!
  let rooms = all(room)
  let placed = arrange(rooms)
  if (room === Infinity || !isWhole(placed)) return placed
  // Cut to one length all of them fit; each then takes back what stays free beside the others.
  for (const at of events.keys()) {
    for (const wider of ROOMS.slice(0, ROOMS.indexOf(room))) {
      const tried = rooms.with(at, wider)
      const fit = arrange(tried)
      if (!isWhole(fit)) continue
      rooms = tried
      placed = fit
      break
    }
  }
  return placed
}

export function EventLines({ placed, box }: { placed: Placed[]; box: Box }) {
  return placed.map(({ event, x, place }) => (
    <line
      key={event.id}
      className={event.isRevision ? "evr" : "ev"}
      x1={x}
      x2={x}
      y1={place ? 3 + place.lane * LANE_HEIGHT : box.plot.top}
      y2={box.plot.bottom}
    />
  ))
}

export function EventNames({ placed, locale }: { placed: Placed[]; locale: Locale }) {
  return placed.map(({ event, name, x, place }) => {
    if (!place) return null
    const at = px(place.side === "start" ? x + 5 : x - 5)
    const y = 12 + place.lane * LANE_HEIGHT
    return (
      <g key={event.id} textAnchor={place.side}>
        <text x={at} y={y} className="ti b paperstroke">
          {run(locale, name)}
        </text>
        <text x={at} y={y + 14} className="xs paperstroke">
          {run(locale, event.day)}
        </text>
      </g>
    )
  })
}

const DISC = 8.5

/** On a narrow plot events are numbered; the names stand in the list below. */
export function EventDiscs({ events, x, box }: { events: readonly NamedEvent[]; x: TimeScale; box: Box }) {
  const lastIn: number[] = []
  return events.map((event, at) => {
    const cx = px(Math.max(x(event.on), DISC + 1))
    const row = Math.max(
      0,
      [0, 1].findIndex((each) => cx - (lastIn[each] ?? -99) > 2 * DISC + 1),
    )
    lastIn[row] = cx
    const cy = 16 + row * 20
    return (
      <g key={event.id}>
        <line className={event.isRevision ? "evr" : "ev"} x1={cx} x2={cx} y1={cy + DISC} y2={box.plot.bottom} />
        <circle cx={cx} cy={cy} r={DISC} style={{ fill: "var(--paper)", stroke: "var(--ink-2)" }} />
        <text x={cx} y={cy + 4} textAnchor="middle" className="ti b xs">
          {at + 1}
        </text>
      </g>
    )
  })
}

export function EventList({ locale, events }: { locale: Locale; events: readonly NamedEvent[] }) {
  return events.length === 0 ? null : (
    <ol className="evl small muted">
      {events.map((event, at) => (
        <li key={event.id}>
          <b className="num">{at + 1}</b>&ensp;{event.title}
          {locale === "ur" ? "،" : ","} <span className="num">{event.day}</span>
        </li>
      ))}
    </ol>
  )
}

/** Words inside a drawing, whose direction is left to right, kept in their own order. */
export const run = (locale: Locale, text: string) => (locale === "ur" ? `\u2067${text}\u2069` : text)

/** Which plan was in force when: a bracket under the axis, before and after the revision. */
export function PlanBrackets({
  locale,
  plan,
  x,
  box: { plot },
  size,
  end,
  isRevised,
  gap,
}: {
  locale: Locale
  plan: PlanHead
  x: TimeScale
  box: Box
  size: Size
  /** The last pixel of the axis. */
  end: number
  /** Whether the day asked about lies after the revision. */
  isRevised: boolean
  gap: number
}) {
  const { charts } = messages(locale)
  const isWide = size === "wide"
  const revised = plan.supersededOn === null ? null : x(plan.supersededOn)
  const bracket = (from: number, to: number, words: string) => (
    <>
      <path
        d={`M${px(from)},${plot.bottom + (isWide ? 27 : 23)}v5H${px(to)}v-5`}
        fill="none"
        style={{ stroke: "var(--ink-3)" }}
      />
      <text x={px((from + to) / 2)} y={plot.bottom + (isWide ? 45 : 41)} textAnchor="middle" className="xs t2">
        {run(locale, words)}
      </text>
    </>
  )
  const inForce = (isWide ? charts.planInForce : charts.planInForceShort)(plan.year)
  if (revised === null) return bracket(x(plan.adoptedOn), end, inForce)
  return (
    <>
      {bracket(x(plan.adoptedOn), revised - gap - 1, inForce)}
      {isRevised
        ? bracket(revised + gap + 1, end, (isWide ? charts.stillJudged : charts.stillJudgedShort)(plan.year))
        : null}
    </>
  )
}
