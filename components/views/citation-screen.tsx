import { Icon } from "@/components/ui/icon"
import { CiteWords } from "@/components/views/cite"
import type { Finding } from "@/components/views/cited-finding"
import type { CitedFormat } from "@/lib/domain/citation"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { CitationAnswer } from "@/lib/domain/views/citation"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * What a permanent address opens: the finding as cited, whether its figures are still the same, and what came since. Of
 * a citation made when the digest covered less it promises only that.
 */
export function CitationScreen({
  locale,
  id,
  view,
  finding,
  title,
  citation,
  pinned,
  live,
  changes,
  format,
  now,
}: {
  locale: Locale
  /** As the address spells it; `now` is the digest that the same question has today. */
  id: string
  view: CitationAnswer
  finding: Finding
  title: string
  citation: CitationView
  /** The page as cited, the page of today, and the list of what was published since. */
  pinned: string
  live: string
  changes: string
  /** Of which format the cited digest is (lib/web/citation.ts); null where it is none of today's. */
  format: CitedFormat | null
  now: string
}) {
  const { cite, cited } = messages(locale)
  const { page } = cite
  const said = format !== 1 ? cited : view.isAnswer ? page.answering : page.pinning
  const holds = format !== null
  const digits = isolate(locale, id.split("-").at(-1)!)
  const { isSame } = view.since
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
            {format === "2-later" ? <p className="small mt-1">{cited.later}</p> : null}
            <p className="small mt-1">
              {page.since[view.since.of](view.since.count)}
              {isSame === null ? null : ` ${cited.newest[isSame ? "same" : "other"]}`}
              {view.since.count > 0 ? (
                <>
                  {" "}
                  <a href={changes}>{page.seeChanges}</a>
                </>
              ) : null}
            </p>
          </div>
          <h2 id="cited-finding" className="h-s mt-6">
            {cited.finding}
          </h2>
          <p className="small muted">
            {page.answerNote(view.revision, formatDay(locale, dayOf(view.publishedAt)), formatDay(locale, view.asOf))}
          </p>
          <Told finding={finding} />
          {format === 1 && !view.isAnswer ? (
            <p className="small mt-2">
              <bdi className="mono wrap-anywhere" dir="ltr">
                {pinned}
              </bdi>
            </p>
          ) : null}
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

/** The finding in the screen's own words, and its main numbers. */
function Told({ finding: { sentences, head, rows } }: { finding: Finding }) {
  return (
    <>
      {sentences.map((sentence, at) => (
        <p key={at} className={at === 0 ? "mt-3 max-w-[62ch] font-semibold" : "mt-2 max-w-[62ch]"}>
          {sentence}
        </p>
      ))}
      <div className="scroll mt-3" hidden={rows.length === 0}>
        <table className="cbk" aria-labelledby="cited-finding">
          <thead>
            <tr>
              {head.map((words) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.head}</th>
                {row.cells.map((cell, at) => (
                  <td key={at} className={cell.includes(" ") ? "num" : "num whitespace-nowrap"}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
