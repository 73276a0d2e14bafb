import { Figure } from "@/components/charts/figure"
import { Icon } from "@/components/ui/icon"
import { LevelTile } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { CommitmentLink } from "@/components/views/overview/point-link"
import { addMonths } from "@/lib/domain/date"
import type { Level } from "@/lib/domain/scale"
import { countChanges } from "@/lib/domain/views/rankings"
import type { OverviewView } from "@/lib/domain/views/overview"
import { formatDay, formatMonthYear } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const SHOWN = 6

/** The newest changes of level, by the day the facts changed. */
export function Changes({
  locale,
  view,
  hrefs,
  year,
}: {
  locale: Locale
  view: OverviewView
  hrefs: Hrefs
  year: number
}) {
  const { changes, overview, terms } = messages(locale)
  const words = overview.changes
  const all = hrefs.changes({ plan: view.plan })
  const name = (level: Level | null) => (level === null ? terms.unrated : terms.level[level])
  const since = addMonths(view.asOf, -12)
  const recent = view.changes.filter((change) => change.on > since)
  const counted = (changes: OverviewView["changes"]) => words.counted(countChanges(changes))
  return (
    <Figure
      locale={locale}
      id="changes"
      title={words.title}
      finding={view.changes.length > 0 ? words.finding(counted(recent), counted(view.changes)) : undefined}
      note={view.changes.length > 0 ? words.note : undefined}
      className="side col-span-5"
    >
      {view.changes.length === 0 ? <p className="small muted">{words.none}</p> : null}
      <ol className="rows chg">
        {view.changes.slice(0, SHOWN).map((change) => (
          <li key={change.id}>
            <span className="small muted num nowrap">
              {change.precision === "year" ? formatDay(locale, change.on, "year") : formatMonthYear(locale, change.on)}
            </span>
            <span className="pt">
              <b className="num pn">{change.commitment.code}</b>&ensp;
              <CommitmentLink locale={locale} hrefs={hrefs} year={year} commitment={change.commitment} />
            </span>
            <span className="fromto" role="img" aria-label={words.fromTo(name(change.from), name(change.to))}>
              <LevelTile level={change.from} label={name(change.from)} />
              <Icon name="arrow" />
              <LevelTile level={change.to} label={name(change.to)} />
            </span>
          </li>
        ))}
      </ol>
      {all === null ? null : (
        <p className="small mt-3">
          <a href={all}>{changes.all}</a>
        </p>
      )}
    </Figure>
  )
}
