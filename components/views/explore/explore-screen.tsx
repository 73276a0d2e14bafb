import { ViewControls, exportLinks } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import type { CitationView } from "@/lib/domain/citation-style"
import { QUERY_NAMES, type Query, searchOf } from "@/lib/domain/query"
import type { ExploreView } from "@/lib/domain/views/explore"
import { choiceParams, compositionOf, type ExploreChoice, explored, pageOf } from "@/lib/domain/views/explore-choice"
import { unadopted } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ExplorePanel } from "./explore-panel"
import { exploreWords } from "./words"

type Props = { locale: Locale; view: ExploreView; query: Query; hrefs: Hrefs; choice: ExploreChoice }

/** Every commitment beside whatever is asked of it; the server draws the first page of what the address chooses. */
export function ExploreScreen({
  locale,
  view,
  query,
  hrefs,
  choice,
  cite,
}: Props & { cite?: CitationView | undefined }) {
  const { explore } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)!
  const { rows, counts } = explored(view, choice)
  const { shown, ...place } = pageOf(rows, choice.after)
  // Track and points are among the choices of the table, so the bar does not say them a second time.
  const whole = { ...query, track: null, points: null }
  const pinned = { ...whole, asOf: view.asOf, known: view.revision }
  const hrefOf = (number: number) => hrefs.point(plan.year, number) ?? ""
  return (
    <>
      <ViewControls
        locale={locale}
        view={{ ...view, track: null, points: null }}
        query={whole}
        hrefs={hrefs}
        cite={cite && { ...cite, moves: true }}
        tracks={false}
        exports={exportLinks(locale, "/api/v1/explore", query).map(({ label, href }) => ({
          label,
          href: withChoice(href, choice),
        }))}
      />
      <div className="wrap">
        {unadopted(view) ? (
          <NotAdopted {...{ locale, view, hrefs }} />
        ) : (
          <>
            <header className="hero pb-2!">
              <h1>{explore.heading(view.items.length, plan.year)}</h1>
              <p className="lede max-w-[62ch]">{explore.lede}</p>
            </header>
            <ExplorePanel
              key={JSON.stringify([pinned, choice])}
              locale={locale}
              words={exploreWords(locale)}
              lane={view.lane}
              year={plan.year}
              path={`/${locale}/explore`}
              carried={[...new URLSearchParams(searchOf(whole))]}
              pinned={[...new URLSearchParams(searchOf(pinned))]}
              source={`/api/v1/explore${searchOf(pinned)}`}
              points={Object.fromEntries(
                Object.keys(view.names.points).map((number) => [number, hrefOf(Number(number))]),
              )}
              names={view.names}
              choice={choice}
              all={view.items.length}
              first={{ ...place, rows: shown, counts, total: rows.length, composition: compositionOf(rows, view.lane) }}
            />
            <p className="src">{explore.source}</p>
          </>
        )}
      </div>
    </>
  )
}

/** The file has what the page shows: all rows of the choice, and every column. */
function withChoice(href: string, choice: ExploreChoice): string {
  const [path = "", search = ""] = href.split("?")
  const own = choiceParams({ ...choice, after: null })
    .filter(([name]) => name !== "columns" && !(QUERY_NAMES as string[]).includes(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
  const all = [...own, search].filter(Boolean).join("&")
  return all ? `${path}?${all}` : path
}
