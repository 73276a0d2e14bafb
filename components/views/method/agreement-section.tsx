import { ChartTable } from "@/components/charts/figure"
import type { Hrefs } from "@/components/views/hrefs"
import { FEWEST_PAIRS } from "@/lib/domain/agreement"
import type { Level } from "@/lib/domain/scale"
import type { Agreement, Disagreement, MethodView } from "@/lib/domain/views/method"
import { formatDay, percent } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Boxed } from "./tables-section"

type Props = { locale: Locale; view: MethodView; hrefs: Hrefs }

/** How far two coders agree: in the starting data, and since then where reviewers coded blind before publishing. */
export function AgreementSection({ locale, view, hrefs }: Props) {
  const { charts, method } = messages(locale)
  const { agreement } = method
  const together = view.agreement.find((each) => each.asOf === null)
  return (
    <>
      <h3>{agreement.start}</h3>
      <p>
        {together ? <b>{findingOf(locale, together)}</b> : null} {agreement.sub}
      </p>
      {together?.units === 0 ? null : (
        <>
          <Figures locale={locale} label={agreement.start} rows={view.agreement} />
          <p>{agreement.limits}</p>
          <Disagreements locale={locale} items={view.disagreements} hrefs={hrefs} />
        </>
      )}
      <p>{agreement.doubts}</p>
      <h3>{agreement.since}</h3>
      {view.sinceThen === null ? (
        <p>
          {agreement.sinceSub} {agreement.sinceNone}
        </p>
      ) : (
        <>
          <p>
            <b>{findingOf(locale, view.sinceThen.agreement)}</b> {agreement.sinceSub}
          </p>
          <Figures locale={locale} label={agreement.since} rows={[view.sinceThen.agreement]} />
          <p>{agreement.sinceLimits}</p>
          <Disagreements locale={locale} items={view.sinceThen.disagreements} hrefs={hrefs} />
        </>
      )}
      <p className="src">{charts.source("finding", view.revision, formatDay(locale, view.asOf))}</p>
    </>
  )
}

/** How far the coders agree, in a sentence. */
export function findingOf(locale: Locale, it: Agreement): string {
  const { agreement } = messages(locale).method
  if (it.units === 0) return agreement.none
  const raw = agreement.raw(it.sameLevel, it.ratedByBoth)
  if (it.noAlpha === "few-pairs") return `${raw} ${agreement.fewPairs(FEWEST_PAIRS)}`
  if (it.alpha === null) return `${raw} ${agreement.noVariation}`
  return agreement.finding(it.sameLevel, it.ratedByBoth, it.alpha.toFixed(2))
}

function Figures({ locale, label, rows }: { locale: Locale; label: string; rows: Agreement[] }) {
  const { agreement } = messages(locale).method
  const { columns } = agreement
  const share = (part: number, of: number) => (of === 0 ? "0" : `${part} (${percent(locale, part / of)})`)
  const alpha = ({ alpha, noAlpha }: Agreement) =>
    alpha === null ? (noAlpha === "few-pairs" ? agreement.noAlpha : agreement.allSame) : alpha.toFixed(2)
  return (
    <Boxed label={label}>
      <ChartTable
        caption={label}
        head={[
          columns.asOf,
          columns.units,
          columns.ratability,
          columns.both,
          columns.same,
          columns.within,
          columns.alpha,
        ]}
        rows={rows.map((it) => ({
          key: it.asOf ?? "together",
          head: it.asOf === null ? agreement.together : formatDay(locale, it.asOf),
          cells: [
            String(it.units),
            share(it.agreeOnRatability, it.units),
            String(it.ratedByBoth),
            share(it.sameLevel, it.ratedByBoth),
            share(it.withinOne, it.ratedByBoth),
            alpha(it),
          ],
        }))}
      />
    </Boxed>
  )
}

/** Every judgement in which the two do not agree. */
function Disagreements({ locale, items, hrefs }: { locale: Locale; items: Disagreement[]; hrefs: Hrefs }) {
  const { method, terms } = messages(locale)
  const { agreement } = method
  const level = (it: Level | null) => (it === null ? terms.unrated : `${it} ${terms.level[it]}`)
  const year = (pointId: string) => Number(/^nap(\d{4})/.exec(pointId)?.[1])
  const title = agreement.disagreements(items.length)
  if (items.length === 0) return <p>{agreement.noDisagreement}</p>
  return (
    <>
      <h4>{title}</h4>
      <Boxed label={title}>
        <ChartTable
          caption={title}
          head={[terms.commitment, agreement.on, agreement.first, agreement.second]}
          rows={items.map((it, at) => {
            const { text, lang } = inLocale(locale, it.commitment.text)
            const href = hrefs.point(year(it.commitment.pointId), it.commitment.point)
            const words = (
              <>
                {year(it.commitment.pointId)} · {it.commitment.code}
              </>
            )
            return {
              key: `${it.commitment.id}/${it.asOf}/${at}`,
              head: (
                <>
                  {href ? <a href={`${href}#${it.commitment.code}`}>{words}</a> : words}{" "}
                  <span lang={lang === locale ? undefined : lang}>{text}</span>
                </>
              ),
              cells: [formatDay(locale, it.asOf), level(it.first), level(it.second)],
            }
          })}
        />
      </Boxed>
    </>
  )
}
