import type { ReactNode } from "react"
import { ChartTable, Figure } from "@/components/charts/figure"
import type { Hrefs } from "@/components/views/hrefs"
import { CommitmentLink } from "@/components/views/overview/point-link"
import { type Day, daysBetween } from "@/lib/domain/date"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { DatedCommitment, DatedReport } from "@/lib/domain/views/momentum/promises"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay, thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Item = {
  id: string
  code: ReactNode
  what: ReactNode
  due: string
  fate: string
  note: string | null
  bar: Waited
}
type Waited = { from: Day; to: Day | null }

/** Every date the record has: promised for when, and what had become of it by the day asked about. */
export function PromisesFigure({
  locale,
  view,
  plan,
  hrefs,
}: {
  locale: Locale
  view: MomentumView
  plan: PlanHead
  hrefs: Hrefs
}) {
  const { momentum, charts } = messages(locale)
  const words = momentum.promises
  const { commitments, reports, undated, past } = view.promises
  const items = [
    ...commitments.map((it) => commitmentItem(locale, it, plan, hrefs)),
    ...reports.map((it) => reportItem(locale, it)),
  ]
  const all = commitments.length + undated.commitments
  return (
    <Figure
      locale={locale}
      id="promises"
      title={words.title}
      finding={items.length === 0 ? words.none : words.finding(past.due, past.kept, past.open)}
      note={`${words.undated(undated.commitments, all, undated.reports)} ${reports.length > 0 ? words.note : ""}`}
      className="col-span-6"
      table={
        items.length === 0 ? undefined : (
          <ChartTable
            caption={words.caption}
            isText
            head={[words.what, words.by, words.outcome]}
            rows={items.map((it) => ({ key: it.id, head: it.what, cells: [it.due, it.fate] }))}
          />
        )
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <ul className="rows sil">
        {items.map((it) => (
          <li key={it.id}>
            <span>
              <span className="small muted num">{it.code}</span>
              <br />
              <b>{it.what}</b>
              <br />
              <span className="small num">
                {words.promised(it.due)} · {it.fate}
              </span>
              {it.note ? (
                <span className="small muted block" lang="en" dir="ltr">
                  {it.note}
                </span>
              ) : null}
            </span>
            <WaitedBar span={[plan.adoptedOn, view.asOf]} {...it.bar} />
          </li>
        ))}
      </ul>
    </Figure>
  )
}

function commitmentItem(locale: Locale, it: DatedCommitment, plan: PlanHead, hrefs: Hrefs): Item {
  const { momentum, terms } = messages(locale)
  const words = momentum.promises
  const level = (of: DatedCommitment["now"]) => (of === null ? words.unrated : terms.level[of])
  const days = daysWords(locale, it.days)
  const fate = !it.isDue
    ? words.notDue
    : it.reachedOn === null
      ? words.open(level(it.now), days)
      : it.days <= 0
        ? words.onTime(formatDay(locale, it.reachedOn))
        : words.late(formatDay(locale, it.reachedOn), days)
  return {
    id: it.commitment.id,
    code: words.commitment(it.commitment.code),
    what: <CommitmentLink locale={locale} hrefs={hrefs} year={plan.year} commitment={it.commitment} />,
    due: formatDay(locale, it.promisedBy, it.precision),
    fate: it.isDue ? `${words.atDue(level(it.atDue))} · ${fate}` : fate,
    note: it.note,
    bar: { from: it.promisedBy, to: it.reachedOn },
  }
}

function reportItem(locale: Locale, it: DatedReport): Item {
  const words = messages(locale).momentum.promises
  const { text, lang } = inLocale(locale, it.what)
  return {
    id: it.id,
    code: words.reportWord,
    what: <span lang={lang === locale ? undefined : lang}>{text}</span>,
    due: formatDay(locale, it.dueOn, it.precision),
    fate: it.isDue ? words.report[it.status](daysWords(locale, it.days)) : words.notDue,
    note: it.note,
    // The record has no day on which a late one came, so its bar is only its date.
    bar: { from: it.dueOn, to: it.status === "not-found" ? null : it.dueOn },
  }
}

const daysWords = (locale: Locale, days: number) =>
  messages(locale).momentum.promises.days(thousands(Math.abs(days)), Math.abs(days) === 1)

/** The plan's life as a hairline, time left to right, and on it the time from the promised day until it was kept. */
function WaitedBar({ span: [first, asOf], from, to }: { span: [Day, Day] } & Waited) {
  if (from > asOf) return null
  const all = Math.max(1, daysBetween(first, asOf))
  const at = (day: Day) => Math.round(Math.min(100, Math.max(0, (100 * daysBetween(first, day)) / all)) * 10) / 10
  const [start, end] = [at(from), to === null ? 100 : Math.max(at(from), at(to))]
  return (
    <span className="waited" dir="ltr" aria-hidden="true">
      <i
        className={to === null ? "open" : undefined}
        style={{ insetInlineStart: `${start}%`, width: `max(10px, ${Math.round((end - start) * 10) / 10}%)` }}
      />
    </span>
  )
}
