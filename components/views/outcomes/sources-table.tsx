import type { ReactNode } from "react"
import { ChartTable } from "@/components/charts/figure"
import { panelTitle, variantName } from "@/components/views/outcomes/words"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import type { Figure, FigureSource } from "@/lib/domain/views/outcomes/panels"
import { thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Every figure in view with who published it where, on which base, and what must be known to read it. */
export function SourcesTable({ locale, view }: { locale: Locale; view: OutcomesView }) {
  const { outcomes, terms } = messages(locale)
  const { sources } = outcomes
  return (
    <ChartTable
      caption={sources.caption}
      isText
      head={[sources.series, sources.year, sources.value, sources.basis, sources.notes, sources.source]}
      rows={view.panels.flatMap((panel) =>
        panel.figures.map((it) => ({
          key: it.id,
          head: panelTitle(locale, panel, view.regions),
          cells: [
            it.year,
            thousands(it.value),
            terms.confidence[it.confidence],
            <Notes key="notes" locale={locale} it={it} />,
            <SourceCell key="source" locale={locale} source={it.source} />,
          ],
        })),
      )}
    />
  )
}

function Notes({ locale, it }: { locale: Locale; it: Figure }) {
  const { sources } = messages(locale).outcomes
  const notes: { key: string; words: ReactNode }[] = []
  if (it.variant) notes.push({ key: "variant", words: variantName(locale, it.variant) })
  if (it.isBreak) notes.push({ key: "break", words: <b>{sources.break}</b> })
  if (it.isPartial) notes.push({ key: "partial", words: <b>{sources.partial}</b> })
  if (it.before) notes.push({ key: "before", words: sources.before(thousands(it.before.value), it.before.revision) })
  for (const text of [it.breakNote, it.note]) if (text) notes.push({ key: text, words: <English text={text} /> })
  return notes.map(({ key, words }) => (
    <span key={key} className="block">
      {words}
    </span>
  ))
}

/** Notes and titles are kept in the language they were written in. */
function English({ text }: { text: string }) {
  return (
    <span lang="en" dir="ltr">
      {text}
    </span>
  )
}

function SourceCell({ locale, source }: { locale: Locale; source: FigureSource | null }) {
  if (!source) return <span className="muted">{messages(locale).outcomes.sources.none}</span>
  const words = <English text={source.title} />
  return (
    <>
      {source.href ? (
        <a href={source.href} rel="noopener noreferrer">
          {words}
        </a>
      ) : (
        words
      )}{" "}
      <span className="muted small" dir="ltr">
        {source.href ? `(${new URL(source.href).host.replace(/^www\./, "")})` : null}
      </span>
    </>
  )
}
