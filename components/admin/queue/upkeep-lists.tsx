import type { ReactNode } from "react"
import { sourceLine } from "@/components/admin/source-line"
import type { ProposalBrief } from "@/lib/domain/proposal"
import type { AssessmentHead, EvidenceAge, GoneSource, Untranslated } from "@/lib/domain/views/upkeep"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Words } from "./queue-table"

/** What readers of Urdu are given without a checked text, each with a link to where it is written. */
export function TranslationList({
  locale,
  proposals,
  items,
}: {
  locale: Locale
  proposals: ProposalBrief[]
  items: Untranslated[]
}) {
  const { queue } = messages(locale).admin
  return (
    <ul className="mini wide">
      {proposals.map((it) => (
        <Line
          key={it.id}
          code=""
          href={`/${locale}/admin/proposals/${it.id}`}
          pill={queue.reasonNoUrdu}
          under={it.mine ? queue.myProposals : queue.from(it.author)}
        >
          <span lang="en" dir="ltr">
            {it.reasonEn}
          </span>
        </Line>
      ))}
      {items.map((it) =>
        it.kind === "assessment" ? (
          <Line
            key={it.at.id}
            code={isolate(locale, it.at.commitment.code)}
            href={`/${locale}/admin/records/assessment/${it.at.id}`}
            pill={queue.noUrdu}
            under={
              <>
                <Where locale={locale} at={it.at} />
                {it.inForce ? "" : ` · ${queue.notInForce}`}
              </>
            }
          >
            <Words locale={locale} text={it.at.commitment.text} />
          </Line>
        ) : (
          <Line
            key={it.at.id}
            code={isolate(locale, String(it.at.number))}
            href={`/${locale}/admin/records/point/${it.at.id}`}
            pill={queue.ourUrdu}
            under={queue.planYear(it.at.year)}
          >
            <Words locale={locale} text={it.at.title} />
          </Line>
        ),
      )}
    </ul>
  )
}

/** Sources nobody can read any more, with what rests on them and the way to a replacement. */
export function GoneList({ locale, sources }: { locale: Locale; sources: GoneSource[] }) {
  const { queue } = messages(locale).admin
  return (
    <ul className="mini wide">
      {sources.map(({ source, cited }) => (
        <Line
          key={source.id}
          code=""
          href={`/${locale}/admin/records/source/${source.id}`}
          pill={source.goneOn ? queue.goneOn(formatDay(locale, source.goneOn)) : ""}
          under={`${sourceLine(locale, source)} · ${queue.cites(cited.length)}`}
          below={
            cited.length > 0 ? (
              <ul className="mt-1 flex flex-col gap-1">
                {cited.map(({ at, alone }) => (
                  <li key={at.id} className="flex flex-wrap items-center gap-2">
                    <span className="num pn">{isolate(locale, at.commitment.code)}</span>
                    <Words locale={locale} text={at.commitment.text} />
                    {alone ? <span className="pill hot">{queue.alone}</span> : null}
                    <a
                      className="btn sm"
                      href={`/${locale}/admin/propose?commitment=${at.commitment.id}&lane=${at.lane}`}
                      aria-label={`${queue.replace}: ${at.commitment.code}`}
                    >
                      {queue.replace}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null
          }
        >
          <span lang="en" dir="ltr">
            {source.title}
          </span>
        </Line>
      ))}
    </ul>
  )
}

/** Levels in force by the age of their newest evidence. */
export function EvidenceList({ locale, items }: { locale: Locale; items: EvidenceAge[] }) {
  const { queue } = messages(locale).admin
  return (
    <ul className="mini wide">
      {items.map(({ at, newest }) => (
        <Line
          key={at.id}
          code={isolate(locale, at.commitment.code)}
          href={`/${locale}/admin/propose?commitment=${at.commitment.id}&lane=${at.lane}`}
          pill={newest ? queue.newestSource(formatDay(locale, newest.on, newest.precision)) : queue.noDated}
          under={<Where locale={locale} at={at} />}
        >
          <Words locale={locale} text={at.commitment.text} />
        </Line>
      ))}
    </ul>
  )
}

/** "2014 plan · Claim · since 3 May 2016". */
function Where({ locale, at }: { locale: Locale; at: AssessmentHead }) {
  const { admin, terms } = messages(locale)
  const since = admin.recheck.since(formatDay(locale, at.effectiveOn, at.precision))
  return [admin.queue.planYear(at.year), terms.lane[at.lane], at.region, since].filter(Boolean).join(" · ")
}

/** A line that the keys can walk: j and k go from link to link. */
function Line({
  code,
  href,
  pill,
  under,
  below,
  children,
}: {
  code: string
  href: string
  pill: string
  under: ReactNode
  below?: ReactNode
  children: ReactNode
}) {
  return (
    <li data-row>
      <b className="num pn">{code}</b>
      <span>
        <a href={href} data-act="propose">
          {children}
        </a>
        <br />
        <span className="small muted">{under}</span>
        {below}
      </span>
      <span className="pill">{pill}</span>
    </li>
  )
}
