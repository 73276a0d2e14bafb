import { ChartTable, Figure } from "@/components/charts/figure"
import type { Hrefs } from "@/components/views/hrefs"
import { SilenceSources } from "@/components/views/silence-sources"
import { CommitmentLink } from "@/components/views/overview/point-link"
import type { Day } from "@/lib/domain/date"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { type PromisedItem, promisedItems, promisesFinding, waitedShare } from "./promise-words"

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
  const { commitments, reports, undated } = view.promises
  const items = promisedItems(locale, view)
  const all = commitments.length + undated.commitments
  const named = ({ what }: PromisedItem) =>
    "commitment" in what ? (
      <CommitmentLink locale={locale} hrefs={hrefs} year={plan.year} commitment={what.commitment} />
    ) : (
      <span lang={what.lang === locale ? undefined : what.lang}>{what.text}</span>
    )
  return (
    <Figure
      locale={locale}
      id="promises"
      title={words.title}
      finding={promisesFinding(locale, view)}
      note={`${words.undated(undated.commitments, all, undated.promised)} ${reports.some((it) => it.repeats === null) ? words.note : ""}`}
      className="col-span-6"
      table={
        items.length === 0 ? undefined : (
          <ChartTable
            caption={words.caption}
            isText
            head={[words.what, words.by, words.outcome]}
            rows={items.map((it) => ({ key: it.id, head: named(it), cells: [it.due, it.fate] }))}
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
              <b>{named(it)}</b>
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
            <WaitedBar span={[plan.adoptedOn, view.asOf]} bar={it.bar} />
            <SilenceSources locale={locale} cited={it.cited} />
          </li>
        ))}
      </ul>
    </Figure>
  )
}

/** The plan's life as a hairline, time left to right, and on it the time from the promised day until it was kept. */
function WaitedBar({ span, bar }: { span: [Day, Day]; bar: PromisedItem["bar"] }) {
  const waited = waitedShare(span, bar)
  if (waited === null) return null
  const at = (share: number) => Math.round(share * 10) / 10
  return (
    <span className="waited" dir="ltr" aria-hidden="true">
      <i
        className={bar.to === null ? "open" : undefined}
        style={{
          insetInlineStart: `${at(waited.from)}%`,
          width: `max(10px, ${at(waited.to - waited.from)}%)`,
        }}
      />
    </span>
  )
}
