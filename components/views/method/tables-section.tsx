import type { ReactNode } from "react"
import { ChartTable } from "@/components/charts/figure"
import type { Hrefs } from "@/components/views/hrefs"
import type { Score } from "@/lib/domain/indices"
import type { Level } from "@/lib/domain/scale"
import { LEVELS } from "@/lib/domain/scale"
import type { MethodView } from "@/lib/domain/views/method"
import { formatDay, oneDecimal, percent, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: MethodView }

/** The same indices on other baskets of the same commitments. */
export function DependsTable({ locale, view }: Props) {
  const { method, terms } = messages(locale)
  const { depends } = method
  const cells = (score: Score) => [
    score.index === null ? terms.unrated : oneDecimal(score.index),
    score.low === null || score.high === null ? terms.nothingPromised : range(locale, score.low, score.high),
    terms.rated(score.rated, score.commitments),
  ]
  const columns = (track: string) => [
    `${track}: ${terms.index}`,
    `${track}: ${terms.range}`,
    `${track}: ${depends.rated}`,
  ]
  return (
    <Boxed label={method.sections.depends}>
      <ChartTable
        caption={method.sections.depends}
        head={[depends.basket, ...columns(terms.track.kinetic), ...columns(terms.track["non-kinetic"])]}
        rows={view.baskets.map((basket) => ({
          key: basket.name,
          head: depends.names[basket.name],
          cells: [...cells(basket.tracks.kinetic), ...cells(basket.tracks.nonKinetic)],
        }))}
      />
    </Boxed>
  )
}

/** How many commitments of each type stand at each level. */
export function ByTypeTable({ locale, view }: Props) {
  const { method, terms } = messages(locale)
  const complete = view.byType.reduce((sum, { counts }) => sum + counts[3], 0)
  const laws = view.byType.find(({ type }) => type === "law")?.counts[3] ?? 0
  return (
    <>
      <p>
        <b>{method.byType.complete(laws, complete)}</b> {method.byType.sub}
      </p>
      <Boxed label={method.sections.byType}>
        <ChartTable
          caption={method.sections.byType}
          head={[method.anchors.type, ...LEVELS.map((level) => `${level} ${terms.level[level]}`), terms.unrated]}
          rows={view.byType.map(({ type, counts }) => ({
            key: type,
            head: terms.commitmentType[type],
            cells: counts.map(String),
          }))}
        />
      </Boxed>
    </>
  )
}

/** How far the two coders agree, with every judgement in which they do not. */
export function AgreementTables({ locale, view, hrefs }: Props & { hrefs: Hrefs }) {
  const { charts, method, terms } = messages(locale)
  const { agreement } = method
  const { columns } = agreement
  const together = view.agreement.find((each) => each.asOf === null)
  const alpha = (value: number | null) => (value === null ? agreement.noAlpha : value.toFixed(2))
  const share = (part: number, of: number) => (of === 0 ? "0" : `${part} (${percent(locale, part / of)})`)
  const level = (it: Level | null) => (it === null ? terms.unrated : `${it} ${terms.level[it]}`)
  const year = (pointId: string) => Number(/^nap(\d{4})/.exec(pointId)?.[1])
  return (
    <>
      <p>
        {together ? <b>{agreement.finding(together.sameLevel, together.ratedByBoth, alpha(together.alpha))}</b> : null}{" "}
        {agreement.sub}
      </p>
      <Boxed label={method.sections.agreement}>
        <ChartTable
          caption={method.sections.agreement}
          head={[
            columns.asOf,
            columns.units,
            columns.ratability,
            columns.both,
            columns.same,
            columns.within,
            columns.alpha,
          ]}
          rows={view.agreement.map((it) => ({
            key: it.asOf ?? "together",
            head: it.asOf === null ? agreement.together : formatDay(locale, it.asOf),
            cells: [
              String(it.units),
              share(it.agreeOnRatability, it.units),
              String(it.ratedByBoth),
              share(it.sameLevel, it.ratedByBoth),
              share(it.withinOne, it.ratedByBoth),
              alpha(it.alpha),
            ],
          }))}
        />
      </Boxed>
      <p>{agreement.limits}</p>
      <h3>{agreement.disagreements(view.disagreements.length)}</h3>
      <Boxed label={agreement.disagreements(view.disagreements.length)}>
        <ChartTable
          caption={agreement.disagreements(view.disagreements.length)}
          head={[terms.commitment, agreement.on, agreement.first, agreement.second]}
          rows={view.disagreements.map((it) => {
            const { text, lang } = inLocale(locale, it.commitment.text)
            const href = hrefs.point(year(it.commitment.pointId), it.commitment.point)
            const words = (
              <>
                {year(it.commitment.pointId)} · {it.commitment.code}
              </>
            )
            return {
              key: `${it.commitment.id}/${it.asOf}`,
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
      <p>{agreement.doubts}</p>
      <p className="src">{charts.source("finding", view.revision, formatDay(locale, view.asOf))}</p>
    </>
  )
}

/** A table that scrolls in its own box on a narrow screen, and can be scrolled from the keyboard. */
function Boxed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="dt">
      <div className="scroll" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </div>
  )
}
