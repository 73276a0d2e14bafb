import { Figure } from "@/components/charts/figure"
import { shareOfSpan } from "@/components/charts/scales"
import { Disclosure } from "@/components/ui/disclosure"
import { SilenceSources } from "@/components/views/silence-sources"
import { type Day, monthsBetween } from "@/lib/domain/date"
import { HIGHEST_LEVEL } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { SilenceView } from "@/lib/domain/views/rankings"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay, months } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const SHOWN = 5
/** How long these were waited for is not known: they came on no recorded day, or it was not known whether they had. */
const ENDS_UNTOLD: ReadonlySet<SilenceView["status"]> = new Set(["late", "not-known"])

/** Reports and steps that were promised and never seen, each with the time waited for it. */
export function Silences({ locale, view, plan }: { locale: Locale; view: OverviewView; plan: PlanHead }) {
  const words = messages(locale).overview.silences
  const { silences } = view
  const { shown, rest } = silencesShown(view)
  const item = (silence: SilenceView) => (
    <SilenceItem key={silence.id} locale={locale} silence={silence} span={[plan.adoptedOn, view.asOf]} />
  )
  return (
    <Figure
      locale={locale}
      id="silences"
      title={words.title}
      finding={silencesFinding(locale, view) || undefined}
      note={silences.length > 0 ? words.note : undefined}
      className="side col-span-4"
    >
      {silences.length === 0 ? <p className="small muted">{words.none}</p> : null}
      <ul className="rows sil">{shown.map(item)}</ul>
      {rest > 0 ? (
        <Disclosure label={words.rest(rest)} icon="list">
          <ul className="rows sil mt-3">{silences.slice(SHOWN).map(item)}</ul>
        </Disclosure>
      ) : null}
    </Figure>
  )
}

/** How many of those owed were never found and had a date, and how many more are listed; empty where nothing was owed. */
export function silencesFinding(locale: Locale, { silences }: Pick<OverviewView, "silences">): string {
  const owed = silences.filter((each) => each.owed !== "nothing")
  const count = (is: (each: SilenceView) => boolean) => owed.filter(is).length
  if (owed.length === 0) return ""
  return messages(locale).overview.silences.finding(
    count((each) => each.status === "not-found"),
    owed.length,
    count((each) => each.dueOn !== null),
    silences.length - owed.length,
  )
}

/** Whether the same promise is a commitment that does not stand at complete, so that it cannot be said to have come. */
export const isUnkept = ({ status, repeats }: SilenceView): boolean =>
  status === "late" && repeats !== null && repeats.level !== null && repeats.level < HIGHEST_LEVEL

/** What came of a silence, without the time. */
export function silencePlain(locale: Locale, silence: SilenceView): string {
  const words = messages(locale).overview.silences
  return isUnkept(silence) ? words.notCompletePlain : words.plain[silence.status]
}

/** The silences that the overview lists before the rest is asked for, and how many that is. */
export const silencesShown = ({ silences }: Pick<OverviewView, "silences">) => ({
  shown: silences.slice(0, SHOWN),
  rest: Math.max(0, silences.length - SHOWN),
})

/**
 * What is said of a silence: when it was promised, by whom and what came of it; and where in the plan's life its wait
 * begins, in percent (null where it has no date). `isOpen`: it goes on.
 */
export function silenceTold(locale: Locale, silence: SilenceView, span: readonly [first: Day, asOf: Day]) {
  const [, asOf] = span
  const words = messages(locale).overview.silences
  const since = silence.dueOn ?? silence.promisedOn
  const dayWords = (on: Day, precision: SilenceView["duePrecision"]) => formatDay(locale, on, precision ?? "day")
  const day = silence.dueOn
    ? words.due(dayWords(silence.dueOn, silence.duePrecision))
    : silence.promisedOn
      ? (silence.owed === "nothing" ? words.lastSeen : words.promised)(
          dayWords(silence.promisedOn, silence.promisedPrecision),
        )
      : words.undated
  const told = isUnkept(silence) ? words.notComplete : words.status[silence.status]
  const status = since ? told(months(locale, monthsBetween(since, asOf))) : silencePlain(locale, silence)
  const by = silence.promisedBy ? `${locale === "ur" ? "،" : ","} ${inLocale(locale, silence.promisedBy).text}` : ""
  const from = since ? shareOfSpan(span, since) : null
  return { from, isOpen: isUnkept(silence) || !ENDS_UNTOLD.has(silence.status), words: `${day}${by} · ${status}` }
}

function SilenceItem({ locale, silence, span }: { locale: Locale; silence: SilenceView; span: [Day, Day] }) {
  const { text, lang } = inLocale(locale, silence.what)
  const { from, isOpen, words } = silenceTold(locale, silence, span)
  return (
    <li>
      <span>
        <b lang={lang === locale ? undefined : lang}>{text}</b>
        <br />
        <span className="small muted num">{words}</span>
      </span>
      {from === null ? null : <Waited {...{ from, isOpen }} />}
      <SilenceSources locale={locale} cited={silence.cited} />
    </li>
  )
}

/** The plan's life as a hairline, time left to right, and on it the time waited: hollow, for nothing was seen. */
function Waited({ from, isOpen }: { from: number; isOpen: boolean }) {
  return (
    <span
      className="relative block h-2.5 bg-[linear-gradient(var(--rule-2),var(--rule-2))] bg-[length:100%_1px] bg-center bg-no-repeat"
      dir="ltr"
      aria-hidden="true"
    >
      <i
        className={`absolute block h-2.5 border-[1.25px] border-edge bg-paper ${isOpen ? "end-0 border-e-ink border-e-[3px]" : "w-2.5"}`}
        style={{ insetInlineStart: `${Math.round(from * 10) / 10}%` }}
      />
    </span>
  )
}
