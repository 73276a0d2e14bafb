import { Icon } from "@/components/ui/icon"
import { CiteWords } from "@/components/views/cite"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import type { CitationAnswer } from "@/lib/domain/views/citation"
import { formatDay, isolate, oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * What a permanent address opens: the answer as cited, whether it still is the same, and what came since. Of a screen
 * that shows other numbers than the answer it promises only what the digest covers.
 */
export function CitationScreen({
  locale,
  id,
  view,
  title,
  citation,
  pinned,
  live,
  changes,
  holds,
  now,
}: {
  locale: Locale
  /** As the address spells it; `now` is the digest that the same question has today. */
  id: string
  view: CitationAnswer
  title: string
  citation: CitationView
  /** The page as cited, the page of today, and the list of what was published since. */
  pinned: string
  live: string
  changes: string
  holds: boolean
  now: string
}) {
  const { page } = messages(locale).cite
  const said = view.isAnswer ? page.answering : page.pinning
  const digits = isolate(locale, id.split("-").at(-1)!)
  return (
    <div className="wrap">
      <header className="hero pb-2!">
        <p className="lab">
          <bdi className="mono">{id}</bdi>
        </p>
        <h1>{title}</h1>
        <p className="lede max-w-[46em]">{said.lede}</p>
      </header>
      <section className="sec grid">
        <div className="col-span-7">
          <div className={holds ? "card" : "card border-amber-edge! bg-amber!"} role="status">
            <h2 className="h-s">{holds ? said.holds : page.differs}</h2>
            <p className="small mt-1">
              {holds ? said.holdsText(digits) : page.differsText(digits, isolate(locale, now))}
            </p>
            <p className="small mt-1">
              {page.since[view.since.of](view.since.count)}
              {view.since.count > 0 ? (
                <>
                  {" "}
                  <a href={changes}>{page.seeChanges}</a>
                </>
              ) : null}
            </p>
          </div>
          <h2 className="h-s mt-6">{said.heading}</h2>
          <p className="small muted">
            {page.answerNote(view.revision, formatDay(locale, dayOf(view.publishedAt)), formatDay(locale, view.asOf))}
          </p>
          {view.isAnswer ? (
            <Answer locale={locale} view={view} />
          ) : (
            <p className="small mt-2">
              <bdi className="mono wrap-anywhere" dir="ltr">
                {pinned}
              </bdi>
            </p>
          )}
          <div className="acts mt-4">
            <a className="btn pri h-auto! max-w-full py-1.5 whitespace-normal!" href={pinned}>
              <Icon name="clock" />
              {page.open}
            </a>
            <a className="btn" href={live}>
              {page.openNow}
            </a>
          </div>
          <p className="small muted mt-4 max-w-[72ch]">{said.digested}</p>
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
