import { ChartTable, Figure } from "@/components/charts/figure"
import { ImbalanceChart } from "@/components/charts/imbalance-chart"
import { LiveChart } from "@/components/charts/live-chart"
import { liveDrawing, liveView } from "@/components/charts/live-data"
import { TrendChart } from "@/components/charts/trend-chart"
import { EventList, namedEvents } from "@/components/charts/trend-marks"
import { Disclosure } from "@/components/ui/disclosure"
import { imbalanceFinding, scoreOfTrack, tracksShown, trendFinding } from "@/components/views/overview/words"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { Reach, SeriesPoint } from "@/lib/domain/views/series"
import { formatDay, oneDecimal, range, signed } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const SIZES = [
  { size: "wide", only: "only-l" },
  { size: "narrow", only: "only-s" },
] as const

/** Both tracks since the plan was adopted, and under them their difference. */
export function Trend({ locale, view, plan }: { locale: Locale; view: OverviewView; plan: PlanHead }) {
  const { overview, charts } = messages(locale)
  const { dir } = LOCALES[locale]
  const next = view.plans.find((each) => each.adoptedOn > plan.adoptedOn) ?? null
  const events = namedEvents(locale, view, plan, next)
  const live = liveView(locale, view, plan)
  const finding = trendFinding(locale, view)
  const gapFinding = imbalanceFinding(locale, view, plan.year)
  const [only, other] = tracksShown(view).filter((track) => scoreOfTrack(view, track).commitments > 0)
  const title = only && !other ? overview.trend.titleOne[only](plan.year) : overview.trend.title(plan.year)
  return (
    <Figure
      locale={locale}
      id="trend"
      title={title}
      finding={finding}
      note={overview.trend.note}
      className="col-span-7"
      table={<TrendTable locale={locale} view={view} />}
      more={
        view.events.length > 0 ? (
          <Disclosure label={overview.trend.events(view.events.length)} icon="list">
            <EventTable locale={locale} view={view} />
          </Disclosure>
        ) : null
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {SIZES.map(({ size, only }) => (
        <div key={size} className={only}>
          <LiveChart drawing={liveDrawing(live, view.series, size, "trend")} label={charts.explore} dir={dir}>
            <TrendChart {...{ locale, view, plan, events, size }} label={`${title}. ${finding}`} />
          </LiveChart>
          {size === "narrow" ? <EventList locale={locale} events={events} /> : null}
        </div>
      ))}
      {view.track === null && view.imbalance.low !== null ? (
        <>
          <h3 className="h-s mt-3.5! mb-1!">{overview.imbalanceChart.title}</h3>
          <p className="sub mt-0! mb-1">{gapFinding}</p>
          {SIZES.map(({ size, only }) => (
            <div key={size} className={only}>
              <LiveChart drawing={liveDrawing(live, view.series, size, "imbalance")} label={charts.explore} dir={dir}>
                <ImbalanceChart {...{ locale, view, plan, size }} label={gapFinding} />
              </LiveChart>
            </div>
          ))}
        </>
      ) : null}
    </Figure>
  )
}

/** Every year's end and the day asked about. */
function TrendTable({ locale, view }: { locale: Locale; view: OverviewView }) {
  const { overview, charts, terms } = messages(locale)
  const tracks = tracksShown(view)
  const isBoth = tracks.length === 2
  const rows = view.series.filter((point, at) => point.on.endsWith("-12-31") || at === view.series.length - 1)
  const reach = ({ index, low, high }: Reach) => [
    index === null ? charts.cannotBeRated : oneDecimal(index),
    low === null || high === null ? charts.cannotBeRated : range(locale, low, high),
  ]
  return (
    <ChartTable
      caption={`${overview.trend.title(Number(view.series[0]?.on.slice(0, 4)))}, ${overview.trend.atEnd}`}
      head={[
        charts.year,
        ...tracks.flatMap((track) => [terms.track[track], `${charts.rangeWord} (${terms.track[track]})`]),
        ...(isBoth ? [terms.imbalance] : []),
      ]}
      rows={rows.map((point: SeriesPoint) => ({
        key: point.on,
        head: point.on.endsWith("-12-31") ? point.on.slice(0, 4) : formatDay(locale, point.on),
        cells: [
          ...tracks.flatMap((track) => reach(track === "kinetic" ? point.kinetic : point.nonKinetic)),
          ...(isBoth
            ? [point.imbalance.value === null ? terms.cannotBeTold : signed(locale, point.imbalance.value, 1)]
            : []),
        ],
      }))}
    />
  )
}

function EventTable({ locale, view }: { locale: Locale; view: OverviewView }) {
  const { overview, charts, terms } = messages(locale)
  return (
    <ChartTable
      caption={overview.trend.events(view.events.length)}
      head={[charts.date, overview.trend.event, overview.trend.kind]}
      isText
      rows={view.events.map((event) => {
        const { text, lang } = inLocale(locale, event.title)
        return {
          key: event.id,
          head: formatDay(locale, event.on, event.precision),
          cells: [lang === locale ? text : <span lang={lang}>{text}</span>, terms.eventCategory[event.category]],
        }
      })}
    />
  )
}
