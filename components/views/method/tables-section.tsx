import type { ReactNode } from "react"
import { ChartTable } from "@/components/charts/figure"
import type { Score } from "@/lib/domain/indices"
import { LEVELS } from "@/lib/domain/scale"
import type { MethodView } from "@/lib/domain/views/method"
import { oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

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

/** A table that scrolls in its own box on a narrow screen, and can be scrolled from the keyboard. */
export function Boxed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="dt">
      <div className="scroll" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </div>
  )
}
