import { StrandDrawing, STRAND_NARROW, STRAND_WIDE } from "@/components/charts/strand-drawing"
import { TrendChart } from "@/components/charts/trend-chart"
import { namedEvents } from "@/components/charts/trend-marks"
import { Icon } from "@/components/ui/icon"
import { Stand } from "@/components/views/overview/stand"
import { headlineOf, trendFinding } from "@/components/views/overview/words"
import { pointTitle, strandSentence } from "@/components/views/point/strand-words"
import { NO_HREFS } from "@/components/views/hrefs"
import { PointsTable } from "@/components/views/points/points-table"
import { dayOf } from "@/lib/domain/date"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PointView } from "@/lib/domain/views/point"
import type { SharedView } from "@/lib/domain/views/shared"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type EmbedTheme = "light" | "dark" | "auto"

/**
 * A view inside another site's page: the finding, one drawing or the table, when and by whom, and the way back. Needs no
 * script; the one it has tells the page around it how tall it is.
 */
export function Embed({
  locale,
  shared,
  frozen,
  theme,
  back,
}: {
  locale: Locale
  shared: SharedView
  frozen: boolean
  theme: EmbedTheme
  /** Where "NAP Tracker" leads: the page that this is a part of. */
  back: string
}) {
  const { share, site, points } = messages(locale)
  const { view } = shared
  const day = formatDay(locale, view.asOf)
  const title =
    shared.screen === "overview"
      ? headlineOf(locale, shared.view)
      : shared.screen === "point"
        ? pointTitle(locale, shared.view)
        : points.heading(shared.view.rows.length, view.plans[0]!.year)
  return (
    <article className="embed" data-theme={theme === "auto" ? undefined : theme}>
      <h1>{title}</h1>
      {shared.screen === "overview" ? (
        <OverviewEmbed locale={locale} view={shared.view} />
      ) : shared.screen === "point" ? (
        <PointEmbed locale={locale} view={shared.view} />
      ) : (
        <PointsTable locale={locale} view={shared.view} rows={shared.view.rows} hrefs={NO_HREFS} />
      )}
      <footer className="src">
        <span>
          {frozen
            ? share.embed.frozen(day, view.revision, formatDay(locale, dayOf(view.publishedAt)))
            : share.embed.live(day, view.revision)}{" "}
          {frozen ? share.page.changes(view.changesSince) : ""}
        </span>
        <a href={back} target="_blank" rel="noopener">
          {site.name} <Icon name="arrow" />
        </a>
      </footer>
      <script dangerouslySetInnerHTML={{ __html: TELL_HEIGHT }} />
    </article>
  )
}

// One constant text, so that its hash can stand in the content policy. It reads and keeps nothing.
const TELL_HEIGHT = `(()=>{if(parent===window||!window.ResizeObserver)return;const e=document.querySelector(".embed");new ResizeObserver(()=>parent.postMessage({type:"nap-embed",height:Math.ceil(e.getBoundingClientRect().height)},"*")).observe(e)})()`

function OverviewEmbed({ locale, view }: { locale: Locale; view: OverviewView }) {
  const plan = view.plans.find((each) => each.id === view.plan)
  if (!plan) return null
  const next = view.plans.find((each) => each.adoptedOn > plan.adoptedOn) ?? null
  const events = namedEvents(locale, view, plan, next)
  const finding = trendFinding(locale, view)
  return (
    <>
      <p className="small muted">{finding}</p>
      <div className="only-l" dir="ltr">
        <TrendChart {...{ locale, view, plan, events }} size="wide" label={finding} />
      </div>
      <div className="only-s" dir="ltr">
        <TrendChart {...{ locale, view, plan, events }} size="narrow" label={finding} />
      </div>
      <Stand locale={locale} view={view} />
    </>
  )
}

function PointEmbed({ locale, view }: { locale: Locale; view: PointView }) {
  const { terms } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)
  if (!plan) return null
  return view.strands
    .filter((strand) => strand.commitments.length > 0)
    .map((strand) => {
      const sentence = strandSentence(locale, strand, view.asOf === view.today)
      const drawing = {
        track: strand.track,
        lines: strand.lines,
        from: plan.adoptedOn,
        asOf: view.asOf,
        until: view.today,
        brokenOn: plan.supersededOn,
        label: sentence,
        names: terms.lane,
      }
      return (
        <section key={strand.track}>
          <p className="small">{sentence}</p>
          <div className="only-l" dir="ltr">
            <StrandDrawing {...drawing} size={STRAND_WIDE} />
          </div>
          <div className="only-s" dir="ltr">
            <StrandDrawing {...drawing} size={STRAND_NARROW} />
          </div>
        </section>
      )
    })
}
