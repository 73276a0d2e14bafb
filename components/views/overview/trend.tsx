import { ChartTable, Figure } from "@/components/charts/figure"
import { ImbalanceChart } from "@/components/charts/imbalance-chart"
import { liveDrawing, liveView } from "@/components/charts/live-data"
import { StepTitles } from "@/components/charts/step-titles"
import { StillChart } from "@/components/charts/still-chart"
import { TrendChart } from "@/components/charts/trend-chart"
import { EventList, namedEvents } from "@/components/charts/trend-marks"
import { Disclosure } from "@/components/ui/disclosure"
import { onlyOf } from "@/components/views/only-of"
import { EmbedCode, type Embeds } from "@/components/views/share/embed-offer"
import { ShareChart } from "@/components/views/share/share-chart"
import {
  hasImbalance,
  imbalanceFinding,
  tracksShown,
  trendFinding,
  trendTitle,
} from "@/components/views/overview/words"
import type { Imbalance } from "@/lib/domain/indices"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { Reach, SeriesPoint } from "@/lib/domain/views/series"
import { comma } from "@/lib/i18n/change-sentence"
import { formatDay, oneDecimal, range, signed, signedRange } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const SIZES = [
  { size: "wide", only: "only-l" },
  { size: "narrow", only: "only-s" },
] as const

type Props = { locale: Locale; view: OverviewView; plan: PlanHead }

/**
 * Both tracks since the plan was adopted, and under them their difference. `alone`: without that difference, its finding
 * said by the page around it. `isStill` where no script runs.
 */
export function Trend({
  locale,
  view,
  plan,
  alone = false,
  isStill = alone,
  embeds = null,
}: Props & { alone?: boolean; isStill?: boolean; embeds?: Embeds }) {
  const { overview, charts } = messages(locale)
  const { dir } = LOCALES[locale]
  const next = view.plans.find((each) => each.adoptedOn > plan.adoptedOn) ?? null
  const events = namedEvents(locale, view, plan, next)
  const live = liveView(locale, view, plan)
  const finding = trendFinding(locale, view)
  const gapFinding = imbalanceFinding(locale, view, plan.year)
  const title = trendTitle(locale, view, plan)
  return (
    <Figure
      locale={locale}
      id="trend"
      title={title}
      finding={alone ? null : finding}
      note={[overview.trend.note, onlyOf(locale, "events", view)].filter(Boolean).join(" ")}
      className={alone ? "" : "col-span-7"}
      table={<TrendTable {...{ locale, view, plan }} parts={alone ? ["tracks"] : ["tracks", "imbalance"]} />}
      acts={
        <>
          {isStill ? null : <ShareChart {...{ locale, title }} chart="trend" />}
          <EmbedCode {...{ locale, embeds, title }} chart="trend" />
        </>
      }
      more={
        view.events.length > 0 ? (
          <Disclosure label={overview.trend.events(view.events.length)} icon="list">
            <EventTable locale={locale} view={view} />
          </Disclosure>
        ) : null
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {SIZES.map(({ size, only }) => {
        const drawing = liveDrawing(live, view.series, size, "trend")
        return (
          <div key={size} className={only}>
            <StillChart live={isStill ? null : { drawing, label: charts.explore, dir }}>
              <TrendChart
                {...{ locale, view, plan, events, size }}
                label={`${title}. ${finding}`}
                over={isStill ? <StepTitles drawing={drawing} /> : null}
              />
            </StillChart>
            {size === "narrow" ? <EventList locale={locale} events={events} /> : null}
          </div>
        )
      })}
      {!alone && hasImbalance(view) ? (
        <>
          <div className="figh mt-3.5">
            <h3 className="h-s">{overview.imbalanceChart.title}</h3>
            {isStill ? null : <ShareChart locale={locale} chart="imbalance" title={overview.imbalanceChart.title} />}
            <EmbedCode {...{ locale, embeds }} chart="imbalance" title={overview.imbalanceChart.title} />
          </div>
          <p className="sub mt-0! mb-1">{gapFinding}</p>
          <ImbalanceDrawings {...{ locale, view, plan, isStill }} label={gapFinding} />
        </>
      ) : null}
    </Figure>
  )
}

/** The difference of the tracks on a page of its own, its finding said by the page around it. */
export function ImbalanceTrend({ locale, view, plan }: Props) {
  const { overview, charts } = messages(locale)
  const { title, note } = overview.imbalanceChart
  const finding = imbalanceFinding(locale, view, plan.year)
  return (
    <Figure
      locale={locale}
      id="imbalance"
      title={title}
      note={hasImbalance(view) ? note : null}
      table={hasImbalance(view) ? <TrendTable {...{ locale, view, plan }} parts={["imbalance"]} /> : null}
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {hasImbalance(view) ? <ImbalanceDrawings {...{ locale, view, plan }} isStill label={finding} /> : null}
    </Figure>
  )
}

function ImbalanceDrawings({ locale, view, plan, isStill, label }: Props & { isStill: boolean; label: string }) {
  const { charts } = messages(locale)
  const { dir } = LOCALES[locale]
  const live = liveView(locale, view, plan)
  return SIZES.map(({ size, only }) => {
    const drawing = liveDrawing(live, view.series, size, "imbalance")
    return (
      <StillChart key={size} className={only} live={isStill ? null : { drawing, label: charts.explore, dir }}>
        <ImbalanceChart
          {...{ locale, view, plan, size, label }}
          over={isStill ? <StepTitles drawing={drawing} /> : null}
        />
      </StillChart>
    )
  })
}

/** Every year's end and the day asked about. */
function TrendTable({ locale, view, plan, parts }: Props & { parts: ("tracks" | "imbalance")[] }) {
  const { overview, charts, terms } = messages(locale)
  const tracks = parts.includes("tracks") ? tracksShown(view) : []
  const isBoth = parts.includes("imbalance") && hasImbalance(view)
  const ends = ({ low, high }: Imbalance) =>
    low === null || high === null ? terms.cannotBeTold : signedRange(locale, low, high)
  const rows = view.series.filter((point, at) => point.on.endsWith("-12-31") || at === view.series.length - 1)
  // Without an end there is nothing in the set at all.
  const reach = ({ index, low, high }: Reach) =>
    low === null || high === null
      ? [terms.nothingPromised, terms.nothingPromised]
      : [index === null ? charts.cannotBeRated : oneDecimal(index), range(locale, low, high)]
  return (
    <ChartTable
      caption={`${tracks.length > 0 ? trendTitle(locale, view, plan) : overview.imbalanceChart.title}${comma(locale)}${overview.trend.atEnd}`}
      head={[
        charts.year,
        ...tracks.flatMap((track) => [terms.track[track], `${charts.rangeWord} (${terms.track[track]})`]),
        ...(isBoth ? [terms.imbalance] : []),
        ...(isBoth && tracks.length === 0 ? [charts.rangeWord] : []),
      ]}
      rows={rows.map((point: SeriesPoint) => ({
        key: point.on,
        head: point.on.endsWith("-12-31") ? point.on.slice(0, 4) : formatDay(locale, point.on),
        cells: [
          ...tracks.flatMap((track) => reach(track === "kinetic" ? point.kinetic : point.nonKinetic)),
          ...(isBoth
            ? [point.imbalance.value === null ? terms.cannotBeTold : signed(locale, point.imbalance.value, 1)]
            : []),
          ...(isBoth && tracks.length === 0 ? [ends(point.imbalance)] : []),
        ],
      }))}
    />
  )
}

export function EventTable({ locale, view }: { locale: Locale; view: Pick<OverviewView, "events"> }) {
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
