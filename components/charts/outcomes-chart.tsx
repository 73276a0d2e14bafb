import { AsOfLine, TimeAxis } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { CountPanel } from "@/components/charts/count-panel"
import { DrawingKey, placedKey } from "@/components/charts/drawing-key"
import { EndLabels } from "@/components/charts/end-labels"
import { IndexPanel } from "@/components/charts/index-panel"
import { outcomesLayout, wrapped } from "@/components/charts/outcomes-box"
import { type Box, type Size } from "@/components/charts/plot"
import { linear, px, timeScale, yearTicks } from "@/components/charts/scales"
import { EventDiscs, EventLines, EventNames, type NamedEvent, placeEvents, run } from "@/components/charts/trend-marks"
import { figureKey } from "@/components/views/outcomes/figure-key"
import { indexTracks, panelName, publisherName, unitWords } from "@/components/views/outcomes/words"
import { scoreOfTrack } from "@/components/views/overview/words"
import { addDays } from "@/lib/domain/date"
import type { OutcomePanel, OutcomesView } from "@/lib/domain/views/outcomes"
import type { PlanHead } from "@/lib/domain/views/scope"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * The index above, and below it every chosen count in a panel of its own: one time axis for all, events through all of
 * them, never two publishers in one panel and never a second scale.
 */
export function OutcomesChart({
  locale,
  view,
  plan,
  events,
  size,
  label,
}: {
  locale: Locale
  view: OutcomesView
  plan: PlanHead
  events: readonly NamedEvent[]
  size: Size
  label: string
}) {
  const { dir } = LOCALES[locale]
  const { outcomes } = messages(locale)
  const isWide = size === "wide"
  const key = figureKey(locale, view)
  const { box, index, panels, labelX } = outcomesLayout(
    dir,
    size,
    view.panels.length,
    isWide ? placedKey(key, KEY_ROOM).height : 0,
  )
  const { plot } = box
  const x = timeScale([view.from, view.to], [plot.left, plot.right])
  const placed = isWide ? placeEvents(events, x, box) : []
  const tracks = indexTracks(view)
  const end = x(view.asOf)
  // On a phone the discs of the later events stand where its scale is named in Urdu; the early years are free.
  const isAtEnd = dir === "rtl" && isWide
  return (
    <Canvas name="outcomes" label={label} width={box.width} height={box.height} isWide={isWide}>
      {isWide ? <EventLines placed={placed} box={box} /> : <EventDiscs events={events} x={x} box={box} />}
      <IndexPanel
        {...{ x, tracks, plan, dir }}
        box={index}
        series={view.series}
        lane={view.lane}
        asOf={view.asOf}
        ticks={[0, 50, 100]}
      />
      {view.asOf < view.today ? <AsOfLine box={box} x={end} /> : null}
      {view.panels.map((panel, at) => (
        <CountPanel key={panel.id} box={panels[at]!} {...{ x, panel, size, dir }} />
      ))}
      {/* Ticks begin with the first year in view, so the axis is told a day before it. */}
      <TimeAxis box={box} ticks={yearTicks([addDays(view.from, -1), view.to], x, isWide ? 24 : 12)} />
      {isWide ? (
        <DrawingKey
          {...{ locale }}
          items={key}
          left={plot.right - KEY_ROOM}
          right={plot.right}
          top={plot.bottom + KEY_TOP}
        />
      ) : null}
      <EventNames placed={placed} locale={locale} />
      <EndLabels
        {...{ locale, size }}
        ends={tracks.map((track) => ({ track, score: scoreOfTrack(view, track) }))}
        x={end}
        labelX={labelX - (isWide ? 4 : 10)}
        y={linear([0, 100], [index.plot.bottom, index.plot.top])}
        box={index}
      />
      <text
        x={px(isAtEnd ? plot.right : plot.left)}
        y={index.plot.top - 8}
        className="xs t2 paperstroke"
        textAnchor={isAtEnd ? "end" : "start"}
      >
        {run(locale, outcomes.figure.index)}
      </text>
      {view.panels.map((panel, at) => (
        <PanelNames key={panel.id} {...{ locale, view, panel, size, labelX }} box={panels[at]!} />
      ))}
    </Canvas>
  )
}

/** Pixels for a line of the key, and from the axis to its first. */
const KEY_ROOM = 970
const KEY_TOP = 24

const NAME_ROOM = 200
const LINE = 16

/** What a panel counts and who counts it: beside a wide panel, above a narrow one. */
function PanelNames({
  locale,
  view,
  panel,
  box: { plot },
  size,
  labelX,
}: {
  locale: Locale
  view: OutcomesView
  panel: OutcomePanel
  box: Box
  size: Size
  labelX: number
}) {
  const name = panelName(locale, panel, view.regions)
  const unit = panel.measure === "other" ? "" : unitWords(locale, panel.unit)
  if (size === "narrow") {
    const isRtl = LOCALES[locale].dir === "rtl"
    const at = { x: px(isRtl ? plot.right : plot.left), textAnchor: isRtl ? ("end" as const) : ("start" as const) }
    return (
      <>
        {/* No line of an event runs through the words. */}
        <rect
          x={px(plot.left)}
          y={plot.top - 47}
          width={px(plot.right - plot.left)}
          height={34}
          style={{ fill: "var(--paper)" }}
        />
        <text {...at} y={plot.top - 34} className="ti b paperstroke">
          {run(locale, name)}
        </text>
        <text {...at} y={plot.top - 19} className="xs t2 paperstroke">
          {run(locale, [publisherName(locale, panel.publisher), unit].filter(Boolean).join(" · "))}
        </text>
      </>
    )
  }
  const names = wrapped(name, NAME_ROOM - 20)
  const small = [...wrapped(publisherName(locale, panel.publisher), NAME_ROOM), ...(unit ? [unit] : [])]
  const from = plot.top + 22
  return (
    <>
      {names.map((line, at) => (
        <text key={line} x={labelX} y={from + at * LINE} className="ti b" style={{ fontSize: 13.5 }}>
          {run(locale, line)}
        </text>
      ))}
      {small.map((line, at) => (
        <text key={line} x={labelX} y={from + names.length * LINE + 2 + at * 14} className="xs t2">
          {run(locale, line)}
        </text>
      ))}
    </>
  )
}
