import type { ComponentProps } from "react"
import { LevelKey } from "@/components/ui/level-chip"
import { Figure } from "@/components/charts/figure"
import { TrackMark } from "@/components/ui/track-mark"
import { Segment } from "@/components/views/controls/segment"
import type { Hrefs } from "@/components/views/hrefs"
import { ButterflyFrame } from "@/components/views/overview/butterfly-frame"
import { FRAME, type GridLook } from "@/components/views/overview/butterfly-cells"
import { cellLook, Now, Strip } from "@/components/views/overview/butterfly-strip"
import {
  findingOf,
  halvesOf,
  LEFT_OUT,
  leftOutIn,
  summaryOf,
  yearsOf,
} from "@/components/views/overview/butterfly-words"
import { barsOn } from "@/components/views/overview/words"
import { EmbedCode, type Embeds } from "@/components/views/share/embed-offer"
import { ShareChart } from "@/components/views/share/share-chart"
import { LANES, LEVELS, type Track } from "@/lib/domain/scale"
import { type GridRow, leftOut } from "@/lib/domain/views/grid"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay, shortYear, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: OverviewView; plan: PlanHead; hrefs: Hrefs; look: GridLook }

/**
 * Points × years: kinetic cells, title, non-kinetic cells. Time runs the same way on both sides. `alone`: its finding is
 * said by the page around it.
 */
export function Butterfly({
  locale,
  view,
  plan,
  hrefs,
  look,
  alone = false,
  embeds = null,
}: Props & { alone?: boolean; embeds?: Embeds }) {
  const { overview, terms, charts } = messages(locale)
  const words = overview.grid
  const { grid } = view
  const { years, blank } = yearsOf(view)
  const levelWords = (value: number | null) =>
    look === "gap"
      ? value === null
        ? words.noPair
        : signed("en", value)
      : value === null
        ? terms.unrated
        : (terms.level as Record<number, string>)[value]!
  const Frame = hrefs.isLink ? StillFrame : ButterflyFrame
  return (
    <Figure
      locale={locale}
      id="grid"
      title={words.title}
      finding={alone && look !== "gap" ? null : findingOf(locale, view, look)}
      note={look === "gap" ? words.noteGap : words.note}
      aside={look === "gap" ? <GapKey locale={locale} /> : <LevelKey levels={terms.level} unrated={terms.unrated} />}
      more={
        look === "gap" ? null : (
          <>
            {hrefs.isLink ? null : <ShareChart locale={locale} chart="butterfly" title={words.title} />}
            <EmbedCode {...{ locale, embeds }} chart="butterfly" title={words.title} />
          </>
        )
      }
      source={
        <>
          {leftOutIn(view).map((kept) => `${LEFT_OUT[kept]} ${words.leftOut[kept]} · `)}
          {charts.source(look === "gap" ? "both" : look, view.revision, formatDay(locale, view.asOf))}
        </>
      }
    >
      <Frame
        fixed={view.track === null ? null : view.track === "kinetic" ? "k" : "n"}
        words={{ show: words.show, both: words.both }}
        years={years.map(String)}
        levels={look === "gap" ? { x: words.noPair } : { x: terms.unrated, ...terms.level }}
        tracks={terms.track}
        bar={
          <>
            <LaneSwitch locale={locale} hrefs={hrefs} look={look} />
            <span className="cnt num">{words.count(grid.rows.length, plan.pointCount)}</span>
          </>
        }
      >
        <Heads locale={locale} view={view} look={look} />
        <div role="table" aria-labelledby="grid">
          <YearRow locale={locale} view={view} years={years} />
          {grid.rows.map((row) => (
            <Row
              key={row.point.id}
              {...{ locale, view, hrefs, look, row, years, blank, levelWords }}
              isTitled={hrefs.isLink}
            />
          ))}
        </div>
      </Frame>
    </Figure>
  )
}

/** The frame where no script runs: the whole grid, with a link to each point that one may go to. */
function StillFrame({ fixed, years, bar, children }: ComponentProps<typeof ButterflyFrame>) {
  return (
    <>
      <div className="bfbar">{bar}</div>
      <div className={FRAME} data-show={fixed ?? "both"} style={{ ["--years" as string]: years.length }}>
        {children}
      </div>
    </>
  )
}

function LaneSwitch({ locale, hrefs, look }: Pick<Props, "locale" | "hrefs" | "look">) {
  const { overview, terms } = messages(locale)
  const to = (href: string | null) => href && `${href}#grid`
  return (
    <Segment
      label={overview.grid.lane}
      className="max-[400px]:[&>*]:px-1.5!"
      choices={[
        ...LANES.map((lane) => ({
          words: terms.lane[lane],
          href: to(hrefs.here({ lane, grid: null })),
          chosen: look === lane,
        })),
        { words: overview.grid.gap, href: to(hrefs.here({ lane: "finding", grid: "gap" })), chosen: look === "gap" },
      ]}
    />
  )
}

/** Both halves' names and sums over the columns. */
function Heads({ locale, view, look }: Pick<Props, "locale" | "view" | "look">) {
  const { terms } = messages(locale)
  const head = (track: Track) => (
    <div className={track === "kinetic" ? "bf-gk" : "bf-gn"}>
      <TrackMark track={track} hollow={look === "claim"}>
        {terms.track[track]}
      </TrackMark>{" "}
      <span className="small muted num">{summaryOf(locale, view, look, track)}</span>
    </div>
  )
  return (
    <div className="bf-g gap-x-3">
      {head("kinetic")}
      <div className="bf-gt" />
      {head("non-kinetic")}
    </div>
  )
}

function YearRow({ locale, view, years }: { locale: Locale; view: OverviewView; years: number[] }) {
  const { overview, terms } = messages(locale)
  const cut = view.grid.years.at(-1)
  const strip = (side: "k" | "n", track: Track) => (
    <div className={`bf-c ${side} yh`} role="columnheader" aria-label={overview.grid.byYear(terms.track[track])}>
      {years.map((year) => (
        <span
          key={year}
          dir="ltr"
          title={
            cut?.year === year && !cut.on.endsWith("-12-31") ? overview.grid.cut(formatDay(locale, cut.on)) : undefined
          }
        >
          {shortYear(year)}
        </span>
      ))}
    </div>
  )
  const now = (side: "k" | "n", track: Track) => (
    <div
      className={`bf-n ${side}`}
      role="columnheader"
      aria-label={
        view.asOf === view.today
          ? overview.grid.indexNow(terms.track[track])
          : overview.grid.indexOn(terms.track[track], formatDay(locale, view.asOf))
      }
    >
      <span className="small muted num">{barsOn(locale, view)}</span>
    </div>
  )
  return (
    <div className="bf-r bf-y" role="row">
      {strip("k", "kinetic")}
      {now("k", "kinetic")}
      <div className="bf-t" role="columnheader">
        <span className="vh">{overview.grid.point}</span>
      </div>
      {now("n", "non-kinetic")}
      {strip("n", "non-kinetic")}
    </div>
  )
}

function Row({
  locale,
  view,
  hrefs,
  look,
  row,
  ...strip
}: Omit<Props, "plan"> & {
  row: GridRow
  years: number[]
  blank: number
  levelWords: (value: number | null) => string
  isTitled: boolean
}) {
  const { overview } = messages(locale)
  const { point } = row
  const { text, lang } = inLocale(locale, point.title)
  const href = hrefs.point(point.year, point.number)
  const ended = leftOut(row, view)
  const [kinetic, nonKinetic] = halvesOf(view, row, look)
  const title = (
    <>
      <b className="num">{point.number}</b> <span lang={lang === locale ? undefined : lang}>{text}</span>
      {ended === null ? null : <abbr title={overview.grid.leftOut[ended]}>&nbsp;{LEFT_OUT[ended]}</abbr>}
    </>
  )
  return (
    <div className="bf-r" role="row" data-point={`${point.year}/${point.number}`}>
      <Strip locale={locale} look={look} {...kinetic!} {...strip} />
      <Now locale={locale} {...kinetic!} />
      <div className="bf-t" role="rowheader" data-title="">
        {href === null ? title : <a href={href}>{title}</a>}
      </div>
      <Now locale={locale} {...nonKinetic!} />
      <Strip locale={locale} look={look} {...nonKinetic!} {...strip} />
    </div>
  )
}

function GapKey({ locale }: { locale: Locale }) {
  const { gapKey } = messages(locale).overview.grid
  const tile = (value: number | null) => (
    <i className={cellLook("gap", value)}>{value === null ? null : signed("en", value)}</i>
  )
  return (
    <div className="ramp">
      <span className="chip">
        {tile(0)}
        <span>{gapKey.same}</span>
      </span>
      <span className="chip">
        {LEVELS.slice(1).map((level) => (
          <span key={level} className="contents">
            {tile(level)}
          </span>
        ))}
        <span>{gapKey.more}</span>
      </span>
      <span className="chip">
        {tile(-1)}
        <span>{gapKey.less}</span>
      </span>
      <span className="chip">
        {tile(null)}
        <span>{gapKey.unknown}</span>
      </span>
    </div>
  )
}
