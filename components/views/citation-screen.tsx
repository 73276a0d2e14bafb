import { Icon } from "@/components/ui/icon"
import { CiteWords } from "@/components/views/cite"
import type { Hrefs } from "@/components/views/hrefs"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import type { CitationAnswer } from "@/lib/domain/views/citation"
import { formatDay, isolate, oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What a permanent address opens: the answer as cited, whether it still is the same, and what came since. */
export function CitationScreen({
  locale,
  id,
  view,
  title,
  citation,
  pinned,
  holds,
  now,
  hrefs,
}: {
  locale: Locale
  /** As the address spells it; `now` is the digest that the same question has today. */
  id: string
  view: CitationAnswer
  title: string
  citation: CitationView
  pinned: string
  holds: boolean
  now: string
  hrefs: Hrefs
}) {
  const { page } = messages(locale).cite
  const changes = hrefs.changes({ plan: view.plan, ...(view.points && { points: view.points }) })
  const digits = id.split("-").at(-1)!
  return (
    <div className="wrap">
      <header className="hero pb-2!">
        <p className="lab">
          <bdi className="mono">{id}</bdi>
        </p>
        <h1>{title}</h1>
        <p className="lede max-w-[46em]">{page.lede}</p>
      </header>
      <section className="sec grid">
        <div className="col-span-7">
          <div className={holds ? "card" : "card border-amber-edge! bg-amber!"} role="status">
            <h2 className="h-s">{holds ? page.holds : page.differs}</h2>
            <p className="small mt-1">
              {holds
                ? page.holdsText(isolate(locale, digits))
                : page.differsText(isolate(locale, digits), isolate(locale, now))}
            </p>
            <p className="small mt-1">
              {view.changesSince === 0 ? page.unchanged : page.changed(view.changesSince)}
              {view.changesSince > 0 && changes !== null ? (
                <>
                  {" "}
                  <a href={changes.replace(/[?&]known=\d+/, "").replace(/[?&]asOf=[\d-]+/, "")}>{page.seeChanges}</a>
                </>
              ) : null}
            </p>
          </div>
          <h2 className="h-s mt-6">{page.answer}</h2>
          <p className="small muted">
            {page.answerNote(view.revision, formatDay(locale, dayOf(view.publishedAt)), formatDay(locale, view.asOf))}
          </p>
          <Answer locale={locale} view={view} />
          <div className="acts mt-4">
            <a className="btn pri" href={pinned}>
              <Icon name="clock" />
              {page.open}
            </a>
            <a className="btn" href={hrefs.here({ asOf: null, known: null }) ?? ""}>
              {page.openNow}
            </a>
          </div>
          <p className="small muted mt-4 max-w-[72ch]">{page.whatIsDigested}</p>
        </div>
        <div className="fig side col-span-5">
          <h2 className="h-s mb-3">{page.how}</h2>
          <CiteWords locale={locale} citation={citation} />
        </div>
      </section>
    </div>
  )
}

function Answer({ locale, view }: { locale: Locale; view: CitationAnswer }) {
  const { cite, terms } = messages(locale)
  const rows: [string, Score][] = [
    [terms.track.kinetic, view.tracks.kinetic],
    [terms.track["non-kinetic"], view.tracks.nonKinetic],
    [cite.page.all, view.tracks.all],
  ]
  return (
    <table className="cbk mt-3">
      <thead>
        <tr>
          {Object.values(cite.page.columns).map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, score]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{indexOf(locale, score)}</td>
            <td className="num">
              {score.low === null || score.high === null ? terms.nothingPromised : range(locale, score.low, score.high)}
            </td>
            <td className="num">{terms.rated(score.rated, score.commitments)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function indexOf(locale: Locale, { index, commitments }: Score): string {
  const { terms } = messages(locale)
  if (commitments === 0) return terms.nothingPromised
  return index === null ? terms.unrated : oneDecimal(index)
}
