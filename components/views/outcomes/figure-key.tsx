import { FIGURE_LOOK, isRemembered } from "@/components/charts/count-panel"
import type { PlainItem } from "@/components/charts/drawing-key"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import type { Figure } from "@/lib/domain/views/outcomes/panels"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What the marks of the panels mean; only those that are drawn. */
export function figureKey(locale: Locale, view: OutcomesView): PlainItem[] {
  const { key } = messages(locale).outcomes
  const all = view.panels.flatMap((panel) => panel.figures)
  const has = (is: (it: Figure) => boolean) => all.some(is)
  return [
    ...(has((it) => it.isMain && !it.isPartial && !isRemembered(it))
      ? [{ look: FIGURE_LOOK.main, words: key.bar }]
      : []),
    ...(has((it) => !it.isMain && !it.isPartial && !isRemembered(it))
      ? [{ look: FIGURE_LOOK.other, words: key.other }]
      : []),
    ...(has((it) => it.isPartial) ? [{ look: FIGURE_LOOK.partial, words: key.partial }] : []),
    ...(has(isRemembered) ? [{ look: FIGURE_LOOK.memory, words: `§ ${key.memory}` }] : []),
    ...(has((it) => it.isBreak) ? [{ sign: "//", words: key.break }] : []),
    ...(has((it) => it.before !== null) ? [{ sign: "*", words: key.revised }] : []),
  ]
}
