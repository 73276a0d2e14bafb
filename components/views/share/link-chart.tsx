import type { ReactNode } from "react"
import { Butterfly } from "@/components/views/overview/butterfly"
import { ImbalanceTrend, Trend } from "@/components/views/overview/trend"
import { gridFinding, imbalanceFinding, trendFinding, trendTitle } from "@/components/views/overview/words"
import { evidenceFinding, evidenceItems } from "@/components/views/point/evidence-items"
import { EvidenceSection } from "@/components/views/point/evidence-section"
import { strandSentence } from "@/components/views/point/strand-words"
import { StrandsSection } from "@/components/views/point/strands-section"
import type { Hrefs } from "@/components/views/hrefs"
import { notAdoptedHeadline, notAdoptedLede } from "@/components/views/not-adopted"
import type { Shown } from "@/components/views/share/embed"
import type { Query } from "@/lib/domain/query"
import type { Track } from "@/lib/domain/scale"
import type { ShareChart } from "@/lib/domain/share"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PointView } from "@/lib/domain/views/point"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { SharedView } from "@/lib/domain/views/shared"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What one chart of a view says, and what it is called. */
type Chart = { title: string; finding: string; about: string; figure: ReactNode }

/** A drawing that stands alone takes the room there is. */
const WIDE = "max-w-[1000px] [&_svg[role=img]]:h-auto [&_svg[role=img]]:w-full"

/** One chart of a link's view, alone: its finding, its drawing, its table and where it comes from. */
export function LinkChart(props: { locale: Locale; shared: SharedView; chart: ShareChart; hrefs: Hrefs }) {
  const { finding, about, figure } = chartOf(props)
  return (
    <div className="wrap">
      <header className="hero pb-4!">
        <p className="muted mb-2 [&:lang(ur)]:mb-5">{about}</p>
        <h1 className="max-w-[34ch]! text-[1.875rem]!">{finding}</h1>
      </header>
      {props.chart === "butterfly" ? figure : <div className={WIDE}>{figure}</div>}
    </div>
  )
}

export const chartTitle = (locale: Locale, shared: Shown, chart: ShareChart): string =>
  chartOf({ locale, shared, chart, hrefs: null }).title

type Asked = { locale: Locale; chart: ShareChart; hrefs: Hrefs | null }

/** One chart of a view, for whatever page it stands alone on. Without `hrefs` only its words are made. */
export function chartOf({ shared, ...asked }: Asked & { shared: Shown }): Chart {
  const finding = notAdoptedHeadline(asked.locale, shared.view)
  const chart = namedChart(asked, shared)
  return finding === null ? chart : { ...chart, finding, figure: <p>{notAdoptedLede(asked.locale, shared.view)}</p> }
}

function namedChart(asked: Asked, shared: Shown): Chart {
  if (shared.screen === "overview") return overviewChart(asked, shared.view, shared.query)
  if (shared.screen === "point") return pointChart(asked, shared.view)
  throw new Error(`no chart of ${shared.screen} stands alone`)
}

function overviewChart({ locale, chart, hrefs }: Asked, view: OverviewView, { lane }: Query): Chart {
  const { overview } = messages(locale)
  const plan = view.plans.find((each): each is PlanHead => each.id === view.plan)!
  const parts = { locale, view, plan }
  const about = inLocale(locale, plan.title).text
  if (chart === "butterfly") {
    return {
      title: overview.grid.title,
      finding: gridFinding(locale, view, lane),
      about,
      figure: hrefs && <Butterfly {...parts} hrefs={hrefs} look={lane} alone />,
    }
  }
  if (chart === "imbalance") {
    return {
      title: overview.imbalanceChart.title,
      finding: imbalanceFinding(locale, view, plan.year),
      about,
      figure: <ImbalanceTrend {...parts} />,
    }
  }
  return {
    title: trendTitle(locale, view, plan),
    finding: trendFinding(locale, view),
    about,
    figure: <Trend {...parts} alone />,
  }
}

const TRACK_OF: Partial<Record<ShareChart, Track>> = {
  "strand-kinetic": "kinetic",
  "strand-non-kinetic": "non-kinetic",
}

function pointChart({ locale, chart }: Asked, view: PointView): Chart {
  const { point, terms, overview } = messages(locale)
  const about = point.title(view.point.number, inLocale(locale, view.point.title).text)
  const titled = (name: string) => `${name}${locale === "ur" ? "، " : ", "}${about}`
  const track = TRACK_OF[chart]
  if (track === undefined) {
    return {
      title: titled(point.evidence.title),
      finding: evidenceFinding(locale, evidenceItems(view)),
      about,
      figure: <EvidenceSection locale={locale} view={view} alone />,
    }
  }
  const strand = view.strands.find((each) => each.track === track)
  return {
    title: titled(point.strands.named[track]),
    finding: strand
      ? strandSentence(locale, strand, view.asOf === view.today)
      : `${terms.track[track]}: ${overview.grid.notInView}`,
    about,
    figure: strand && <StrandsSection locale={locale} view={{ ...view, strands: [strand] }} alone />,
  }
}
