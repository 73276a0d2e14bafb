import { ChartTable, Figure } from "@/components/charts/figure"
import { MethodsChart } from "@/components/charts/methods-chart"
import { Icon } from "@/components/ui/icon"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { methodParameters } from "@/lib/domain/own-method"
import type { CitationView } from "@/lib/domain/citation-style"
import { type Query, searchOf } from "@/lib/domain/query"
import type { SandboxView } from "@/lib/domain/views/sandbox"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
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
            <dl className="mt-2 flex flex-col gap-2 [&_dd]:text-end [&_dt]:text-ink-2 [&>div]:flex [&>div]:justify-between [&>div]:gap-4 [&>div]:border-b [&>div]:border-rule [&>div]:pb-2">
              {(["kinetic", "nonKinetic", "all"] as const).map((track) => (
                <div key={track}>
                  <dt>
                    {track === "all" ? sandbox.whole : terms.track[track === "nonKinetic" ? "non-kinetic" : "kinetic"]}
                  </dt>
                  <dd className="num">
                    {scoreWords(locale, view.tracks[track])}{" "}
                    <span className="small muted">
                      {terms.rated(view.tracks[track].rated, view.tracks[track].commitments)}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
            <h2 className="mt-6">{sandbox.holds}</h2>
            <dl className="mt-2 flex flex-col gap-2 [&_dd]:text-end [&_dt]:text-ink-2 [&>div]:flex [&>div]:justify-between [&>div]:gap-4 [&>div]:border-b [&>div]:border-rule [&>div]:pb-2">
              {view.holdings.map((holding) => (
                <div key={holding.conclusion}>
                  <dt>{sandbox.conclusion[holding.conclusion]}</dt>
                  <dd>{holdingWords(locale, holding)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <Figure
            locale={locale}
            id="methods"
            className="col-span-7"
            title={sandbox.chart}
            finding={sandboxHeadline(locale, view)}
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
          <div className="scroll mt-3">
            <PointsTable locale={locale} view={view} hrefs={hrefs} />
          </div>
          <p className="src">{source}</p>
        </section>
      </div>
    </>
  )
}

function PointsTable({ locale, view, hrefs }: { locale: Locale; view: SandboxView; hrefs: Hrefs }) {
  const { sandbox, points, terms } = messages(locale)
  const { track } = terms
  const columns = [points.columns.point, sandbox.weight, track.kinetic, track["non-kinetic"], sandbox.whole]
  return (
    <table className="w-full min-w-[640px] border-collapse text-[length:var(--t-s)] [&_td]:border-b [&_td]:border-rule [&_td]:p-2 [&_th]:border-b [&_th]:border-rule [&_th]:p-2 [&_th]:text-start">
      <caption className="vh">{sandbox.points}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.byPoint.map(({ point, weight, tracks }) => (
          <tr key={point.id}>
            <th scope="row">
              <b className="num">{point.number}</b>{" "}
              <a href={hrefs.point(point.year, point.number) ?? undefined}>{inLocale(locale, point.title).text}</a>
            </th>
            <td className="num">{weight}</td>
            {[tracks.kinetic, tracks.nonKinetic, tracks.all].map((score, at) => (
              <td key={at} className="num">
                {scoreWords(locale, score)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
