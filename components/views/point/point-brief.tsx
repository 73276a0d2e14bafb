import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { CommitmentView, PointView } from "@/lib/domain/views/point"
import type { Lane } from "@/lib/domain/scale"
import { comma } from "@/lib/i18n/change-sentence"
import { formatDay, formatMonthYear } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { evidenceFinding, evidenceItems, newestOf, publicationsOf } from "./evidence-items"
import { Said } from "./said"
import { publishedOn } from "./source-line"
import { imbalanceWords, indexWords, rangeWords, strandSentence } from "./strand-words"

type Props = { locale: Locale; view: PointView }

/** The point on one sheet of paper, in place of the page: only print shows it. */
export function PointBrief({ locale, view, cite }: Props & { cite: CitationView | undefined }) {
  const { controls, point, terms } = messages(locale)
  const { brief } = point
  const now = view.asOf === view.today
  const title = inLocale(locale, view.point.title).text
  const stand = `${controls.asOfDay(formatDay(locale, view.asOf))}${comma(locale)}${controls.knownAt(view.revision, formatDay(locale, dayOf(view.publishedAt)))}`
  return (
    <section className="brief" aria-hidden="true">
      <p className="lab">
        {brief.label} · {controls.planYear(view.point.year)} · {stand}
      </p>
      <p className="brief-title">{point.title(view.point.number, title)}</p>
      {inLocale(locale, view.text).text.replace(/[.۔]$/, "") === title ? null : (
        <p className="brief-text">
          <Said locale={locale} text={view.text} />
        </p>
      )}
      {view.strands.map((strand) => (
        <p key={strand.track}>{strandSentence(locale, strand, now)}</p>
      ))}
      <p>
        <b>{imbalanceWords(locale, view)}</b>
      </p>
      <table>
        <thead>
          <tr>
            <th>{brief.strand}</th>
            <th>{terms.index}</th>
            <th>{terms.range}</th>
            <th>{brief.rated}</th>
            <th>{brief.claims}</th>
          </tr>
        </thead>
        <tbody>
          {view.strands.map(({ track, score: { finding, claim } }) => (
            <tr key={track}>
              <th>{terms.track[track]}</th>
              <td className="num">{indexWords(locale, finding)}</td>
              <td className="num">{rangeWords(locale, finding)}</td>
              <td className="num">{terms.rated(finding.rated, finding.commitments)}</td>
              <td className="num">{indexWords(locale, claim)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Commitments locale={locale} view={view} />
      <Sources locale={locale} view={view} />
      <p className="brief-foot">
        {brief.provisional}{" "}
        {cite ? (
          <>
            {messages(locale).cite.id} <bdi dir="ltr">{cite.id}</bdi>
            <br />
            <bdi dir="ltr">{cite.url}</bdi>
          </>
        ) : null}
      </p>
    </section>
  )
}

function Commitments({ locale, view }: Props) {
  const { controls, point, terms } = messages(locale)
  const all = view.strands.flatMap((strand) => strand.commitments)
  return (
    <table>
      <thead>
        <tr>
          <th colSpan={2}>{point.commitments.title}</th>
          <th>{controls.track}</th>
          <th>{terms.lane.finding}</th>
          <th>{terms.lane.claim}</th>
          <th className="brief-short">{point.commitments.lastChecked}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((it) => (
          <tr key={it.id}>
            <th className="num">{it.code}</th>
            <td className="brief-what">
              <Said locale={locale} text={it.text} />
            </td>
            <td className="brief-short">{terms.track[it.track]}</td>
            <td>{levelWords(locale, it, "finding")}</td>
            <td>{levelWords(locale, it, "claim")}</td>
            <td className="brief-short num">{checked(locale, it, view.lane)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function levelWords(locale: Locale, it: CommitmentView, lane: Lane): string {
  const { point, terms } = messages(locale)
  const { inForce } = it.lanes[lane]
  if (!inForce) return lane === "claim" ? point.commitments.noClaim : point.commitments.noFinding
  if (inForce.level !== null) return terms.level[inForce.level]
  return inForce.unratedReason ? `${terms.unrated}: ${terms.unratedReason[inForce.unratedReason]}` : terms.unrated
}

function checked(locale: Locale, it: CommitmentView, lane: Lane): string {
  const on = it.lanes[lane].lastChecked
  return on === null ? messages(locale).point.commitments.never : formatMonthYear(locale, on)
}

/** How much evidence there is, and the newest of it. */
function Sources({ locale, view }: Props) {
  const { point } = messages(locale)
  const items = evidenceItems(view)
  const newest = newestOf(view, items)
  return (
    <>
      <p>
        {evidenceFinding(locale, items)}{" "}
        {newest.length > 0 ? point.brief.newest(newest.length, publicationsOf(items).length) : null}
      </p>
      <ul>
        {newest.map(({ source }) => (
          <li key={source.id}>
            <bdi>{source.publisher}</bdi>: <bdi>{source.title}</bdi>{" "}
            <span className="brief-short">({publishedOn(locale, source)})</span>
          </li>
        ))}
      </ul>
    </>
  )
}
