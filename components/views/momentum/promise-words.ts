import { shareOfSpan } from "@/components/charts/scales"
import type { Day } from "@/lib/domain/date"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { DatedCommitment, DatedReport } from "@/lib/domain/views/momentum/promises"
import type { CitedSource } from "@/lib/domain/views/rankings"
import type { CommitmentHead } from "@/lib/domain/views/scope"
import { formatDay, thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** One promised date: for what, for when, and what became of it; `bar` is the time waited, open where `to` is null. */
export type PromisedItem = {
  id: string
  code: string
  what: { commitment: CommitmentHead } | ReturnType<typeof inLocale>
  due: string
  fate: string
  note: string | null
  cited: CitedSource[]
  bar: { from: Day; to: Day | null }
}

/** Every date the record has, commitments first; a report with the date of one is the same promise. */
export const promisedItems = (locale: Locale, { promises }: MomentumView): PromisedItem[] => [
  ...promises.commitments.map((it) => {
    const same = promises.reports.filter((report) => report.repeats === it.commitment.id)
    return commitmentItem(locale, it, same)
  }),
  ...promises.reports.filter((it) => it.repeats === null).map((it) => reportItem(locale, it)),
]

/** How many of the dates that have passed were kept. */
export function promisesFinding(locale: Locale, { promises: { commitments, reports, dates } }: MomentumView): string {
  const words = messages(locale).momentum.promises
  return commitments.length + reports.length === 0 ? words.none : words.finding(dates.due, dates.kept, dates.open)
}

/** `same`: what is recorded of the same promise as a report; its outcome is the commitment's. */
function commitmentItem(locale: Locale, it: DatedCommitment, same: readonly DatedReport[]): PromisedItem {
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
    what: { commitment: it.commitment },
    due: formatDay(locale, it.promisedBy, it.precision),
    fate: [...(it.isDue ? [words.atDue(level(it.atDue))] : []), fate, ...unseen(locale, same)].join(" · "),
    note: [it.note, ...same.map((report) => report.note)].filter(Boolean).join(" ") || null,
    // What its level rests on stands with the commitment.
    cited: same.flatMap((report) => report.cited),
    bar: { from: it.promisedBy, to: it.reachedOn },
  }
}

/** What of the same promise was never found, which no level tells. */
const unseen = (locale: Locale, same: readonly DatedReport[]) =>
  same
    .filter((it) => it.isDue && it.status === "not-found")
    .map((it) => `${inLocale(locale, it.what).text}: ${messages(locale).overview.silences.plain[it.status]}`)

function reportItem(locale: Locale, it: DatedReport): PromisedItem {
  const words = messages(locale).momentum.promises
  return {
    id: it.id,
    code: words.reportWord,
    what: inLocale(locale, it.what),
    due: formatDay(locale, it.dueOn, it.precision),
    fate: it.isDue ? words.report[it.status](daysWords(locale, it.days)) : words.notDue,
    note: it.note,
    cited: it.cited,
    // The record has no day on which a late one came, so its bar is only its date.
    bar: { from: it.dueOn, to: it.status === "not-found" ? null : it.dueOn },
  }
}

const daysWords = (locale: Locale, days: number) =>
  messages(locale).momentum.promises.days(thousands(Math.abs(days)), Math.abs(days) === 1)

/** Where the time waited begins and ends, in percent of a span of days; null where it has not begun by its end. */
export function waitedShare([first, asOf]: readonly [Day, Day], { from, to }: PromisedItem["bar"]) {
  if (from > asOf) return null
  const at = (day: Day) => shareOfSpan([first, asOf], day)
  return { from: at(from), to: to === null ? 100 : Math.max(at(from), at(to)) }
}
