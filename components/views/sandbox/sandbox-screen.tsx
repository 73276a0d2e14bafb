import { ChartTable, Figure } from "@/components/charts/figure"
import { MethodsChart } from "@/components/charts/methods-chart"
import { drawingsOf } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import { TrackMark } from "@/components/ui/track-mark"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import { Boxed } from "@/components/views/method/tables-section"
import { PointLink } from "@/components/views/overview/point-link"
import { methodParameters, type OwnScore } from "@/lib/domain/own-method"
import type { CitationView } from "@/lib/domain/citation-style"
import { type Query, searchOf } from "@/lib/domain/query"
import { unadopted } from "@/lib/domain/views/scope"
import type { SandboxView } from "@/lib/domain/views/sandbox"
import { formatDay, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { MethodForm } from "./method-form"
import { holdingWords, methodWords, sandboxHeadline, scoreWords } from "./words"

/** The levels added up in the reader's own way, beside every other way, and what holds under all of them. */
export function SandboxScreen({
  locale,
  view,
  query,
  hrefs,
  cite,
}: {
  locale: Locale
  view: SandboxView
  query: Query
  hrefs: Hrefs
  cite?: CitationView | undefined
}) {
  const { charts, sandbox, terms } = messages(locale)
  const { method, combinations } = view
  const path = `/${locale}/sandbox`
  const own = methodParameters(method)
  const of = view.isPublished ? charts.source : sandbox.source
  const source = of(view.lane, view.revision, formatDay(locale, view.asOf))
  const rows = combinations.map((each) => ({
    key: `${each.weights}-${each.unrated}`,
    words: methodWords(locale, each),
    isChosen: each.weights === method.weights && each.unrated === method.unrated,
    ...each.tracks,
  }))
  return (
    <>
      <ViewControls
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={cite}
        exports={exportLinks(locale, "/api/v1/sandbox", query, own)}
        drawn={drawingsOf(locale, { screen: "sandbox", view })}
      />
      {view.isPublished ? null : (
        <div className="amber" role="status">
          <div className="wrap">
            <Icon name="warning" />
            <span>
              <b>{sandbox.mark}</b> {sandbox.markText(sandbox.weights[method.weights], sandbox.unrated[method.unrated])}
            </span>
            <a className="btn sm" href={path + searchOf(query)}>
              {sandbox.back}
            </a>
          </div>
        </div>
      )}
      {unadopted(view) ? (
        <div className="wrap">
          <NotAdopted {...{ locale, view, hrefs }} />
        </div>
      ) : (
        <div className="wrap">
          <header className="hero !pb-2">
            <p className="small muted">{sandbox.title}</p>
            <h1 className="max-w-[28em]">{sandboxHeadline(locale, view)}</h1>
            <p className="lede max-w-[62ch]">{sandbox.lede(combinations.length)}</p>
          </header>
          <MethodForm locale={locale} view={view} query={query} method={method} path={path} />
          <section className="sec grid" aria-labelledby="result">
            <div className="col-span-5">
              <h2 id="result">{sandbox.result}</h2>
              <dl className="pairs mt-2">
                {(["kinetic", "nonKinetic", "all"] as const).map((track) => (
                  <div key={track}>
                    <dt>
                      {track === "all" ? (
                        <b>{sandbox.whole}</b>
                      ) : (
                        <TrackMark track={NAMES[track]}>{terms.track[NAMES[track]]}</TrackMark>
                      )}
                    </dt>
                    <dd className="num">
                      <Index locale={locale} score={view.tracks[track]} />
                      <span className="small muted">
                        {" · "}
                        {terms.rated(view.tracks[track].rated, view.tracks[track].commitments)}
                      </span>
                    </dd>
                  </div>
                ))}
              </dl>
              <h2 className="mt-8">{sandbox.holds}</h2>
              <dl className="pairs tall mt-2">
                {view.holdings.map((holding) => (
                  <div key={holding.conclusion}>
                    <dt>{sandbox.conclusion[holding.conclusion]}</dt>
                    <dd>{holdingWords(locale, holding)}</dd>
                  </div>
                ))}
              </dl>
              <p className="small muted mt-2">{sandbox.sameWeights}</p>
            </div>
            <Figure
              locale={locale}
              id="methods"
              className="col-span-7"
              title={sandbox.chart}
              finding={`${sandboxHeadline(locale, view)}${locale === "ur" ? "۔" : "."}`}
              note={sandbox.chartNote}
              source={source}
              table={<CombinationsTable locale={locale} view={view} />}
            >
              <div className="only-l" dir="ltr">
                <MethodsChart rows={rows} size="wide" label={sandboxHeadline(locale, view)} />
              </div>
              <div className="only-s" dir="ltr">
                <MethodsChart rows={rows} size="narrow" label={sandboxHeadline(locale, view)} />
              </div>
            </Figure>
          </section>
          <section className="sec" aria-labelledby="points">
            <h2 id="points">{sandbox.points}</h2>
            <PointsTable locale={locale} view={view} hrefs={hrefs} />
            <p className="src">{source}</p>
          </section>
        </div>
      )}
    </>
  )
}

const NAMES = { kinetic: "kinetic", nonKinetic: "non-kinetic" } as const

function Index({ locale, score }: { locale: Locale; score: OwnScore }) {
  const { index, low, high } = score
  if (index === null || low === null || high === null) return scoreWords(locale, score)
  return (
    <>
      <b className="av">{wholeNumber(index)}</b>
      {high - low < 0.05 ? null : <span className="small muted"> {range(locale, low, high)}</span>}
    </>
  )
}

function PointsTable({ locale, view, hrefs }: { locale: Locale; view: SandboxView; hrefs: Hrefs }) {
  const { sandbox, points, terms } = messages(locale)
  const { track } = terms
  return (
    <Boxed label={sandbox.points}>
      <ChartTable
        caption={sandbox.points}
        head={[points.columns.point, sandbox.weight, track.kinetic, track["non-kinetic"], sandbox.whole]}
        rows={view.byPoint.map(({ point, weight, tracks }) => ({
          key: point.id,
          head: <PointLink locale={locale} hrefs={hrefs} point={point} />,
          cells: [weight, ...[tracks.kinetic, tracks.nonKinetic, tracks.all].map((score) => scoreWords(locale, score))],
        }))}
      />
    </Boxed>
  )
}

function CombinationsTable({ locale, view }: { locale: Locale; view: SandboxView }) {
  const { sandbox, terms } = messages(locale)
  return (
    <ChartTable
      caption={sandbox.combinations}
      head={[
        sandbox.method,
        terms.track.kinetic,
        terms.track["non-kinetic"],
        sandbox.whole,
        ...view.holdings.map(({ conclusion }) => sandbox.conclusion[conclusion]),
      ]}
      rows={view.combinations.map((each) => ({
        key: `${each.weights}-${each.unrated}`,
        head: methodWords(locale, each),
        cells: [
          scoreWords(locale, each.tracks.kinetic),
          scoreWords(locale, each.tracks.nonKinetic),
          scoreWords(locale, each.tracks.all),
          ...view.holdings.map(({ conclusion }) => sandbox.answer[conclusion][each[conclusion]]),
        ],
      }))}
    />
  )
}
