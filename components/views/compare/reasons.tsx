import { ChartTable, Figure } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LevelTile } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { onlyOf } from "@/components/views/only-of"
import { CommitmentLink } from "@/components/views/overview/point-link"
import { AssessmentItem } from "@/components/views/point/assessment-item"
import type { Level } from "@/lib/domain/scale"
import type { CompareView, Move } from "@/lib/domain/views/compare/compare"
import { formatDay, formatMonthYear } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: CompareView; hrefs: Hrefs }
const SHOWN = 10
/** So few events all stand open. */
const FEW = 6

/** The assessments between the two days that moved a level, and what happened in the same time. */
export function Reasons({ locale, view, hrefs }: Props) {
  const { compare } = messages(locale)
  const words = compare.reasons
  const item = (move: Move) => <MoveItem key={move.to.id} {...{ locale, view, hrefs, move }} />
  return (
    <div className="side col-span-5 min-w-0">
      <Figure
        locale={locale}
        id="reasons"
        title={words.title}
        finding={view.moves.length > 0 ? compare.inBetween(view.moves.length) : words.none}
        note={view.moves.length > 0 ? words.note : undefined}
      >
        <ol className="rows chg">{view.moves.slice(0, SHOWN).map(item)}</ol>
        {view.moves.length > SHOWN ? (
          <Disclosure label={compare.moved.rest(view.moves.length - SHOWN)} icon="list">
            <ol className="rows chg">{view.moves.slice(SHOWN).map(item)}</ol>
          </Disclosure>
        ) : null}
      </Figure>
      <Events locale={locale} view={view} heading={words.events} />
    </div>
  )
}

function MoveItem({ locale, view, hrefs, move: { commitment, from, isFirst, to } }: Props & { move: Move }) {
  const { compare, overview, terms } = messages(locale)
  const name = (level: Level | null) => (level === null ? terms.unrated : terms.level[level])
  return (
    <li>
      <span className="small muted num nowrap">
        {to.precision === "year" ? formatDay(locale, to.effectiveOn, "year") : formatMonthYear(locale, to.effectiveOn)}
      </span>
      <span className="pt">
        <b className="num pn">{commitment.code}</b>&ensp;
        <CommitmentLink locale={locale} hrefs={hrefs} year={view.b.plan.year} commitment={commitment} />
        {isFirst ? <span className="muted small"> {compare.reasons.first}</span> : null}
      </span>
      <span className="fromto" role="img" aria-label={overview.changes.fromTo(name(from), name(to.level))}>
        <LevelTile level={from} label={name(from)} />
        <Icon name="arrow" />
        <LevelTile level={to.level} label={name(to.level)} />
      </span>
      <span className="col-span-full">
        <Disclosure label={compare.moved.why} icon="list">
          <AssessmentItem locale={locale} assessment={to} current />
        </Disclosure>
      </span>
    </li>
  )
}

/** Dated events between the two days; where they are many, those named on the charts stand open, all in the table. */
export function Events({ locale, view, heading }: { locale: Locale; view: CompareView; heading: string }) {
  const { compare, overview, terms } = messages(locale)
  const words = compare.reasons
  const named = view.events.length <= FEW ? view.events : view.events.filter((it) => it.onChart)
  const title = (it: CompareView["events"][number]) => {
    const { text, lang } = inLocale(locale, it.title)
    return <span lang={lang === locale ? undefined : lang}>{text}</span>
  }
  return (
    <Figure
      locale={locale}
      id="events"
      title={heading}
      finding={
        view.events.length > 0
          ? `${overview.trend.events(view.events.length)}${locale === "ur" ? "۔" : "."}`
          : words.noEvents
      }
      note={[view.events.length > 0 ? words.eventsNote : null, onlyOf(locale, "events", view)]
        .filter(Boolean)
        .join(" ")}
      className="mt-9"
      table={
        view.events.length > 0 ? (
          <ChartTable
            isText
            caption={words.events}
            head={[words.day, words.event, words.kind]}
            rows={view.events.map((it) => ({
              key: it.id,
              head: <span className="nowrap num">{formatDay(locale, it.on, it.precision)}</span>,
              cells: [<span key="title">{title(it)}</span>, terms.eventCategory[it.category]],
            }))}
          />
        ) : undefined
      }
    >
      <ul className="rows chg" hidden={named.length === 0}>
        {named.map((it) => (
          <li key={it.id}>
            <span className="small muted num nowrap">{formatMonthYear(locale, it.on)}</span>
            <span className="pt">{title(it)}</span>
          </li>
        ))}
      </ul>
    </Figure>
  )
}
