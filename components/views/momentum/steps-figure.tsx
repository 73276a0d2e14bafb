import { ChartTable, Figure } from "@/components/charts/figure"
import { KeyList } from "@/components/charts/key-list"
import { StepsDrawing, stepLook } from "@/components/charts/steps-drawing"
import { tracksShown } from "@/components/views/overview/words"
import type { Hrefs } from "@/components/views/hrefs"
import { addDays } from "@/lib/domain/date"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { formatDay, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { SIZES } from "./sizes"
import { stepsFinding } from "./words"

const KINDS = ["up", "down", "newlyRated", "unrated"] as const

/** How many commitments moved up and down each year, what was newly rated told apart. */
export function StepsFigure({ locale, view, hrefs }: { locale: Locale; view: MomentumView; hrefs: Hrefs }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.steps
  const tracks = tracksShown(view)
  const items = KINDS.map((kind) => ({ look: stepLook(tracks[0] ?? "kinetic", kind), words: words.key[kind] }))
  const finding = stepsFinding(locale, view)
  return (
    <Figure
      locale={locale}
      id="steps"
      title={words.title}
      finding={finding}
      note={words.note}
      className="col-span-6"
      table={
        <ChartTable
          caption={words.caption}
          head={[charts.year, words.track, ...KINDS.map((kind) => words.key[kind]), words.levels]}
          rows={view.steps.map((it) => ({
            key: `${it.year}${it.track}`,
            head: <Year {...{ locale, hrefs, it }} />,
            cells: [terms.track[it.track], ...KINDS.map((kind) => it[kind]), signed(locale, it.change)],
          }))}
        />
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <KeyList items={items} />
      {SIZES.map(({ size, only }) => (
        <div key={size} className={only} dir="ltr">
          <StepsDrawing {...{ locale, tracks, size, items }} steps={view.steps} label={words.label(finding)} />
        </div>
      ))}
    </Figure>
  )
}

/** The year, leading to the assessments that moved a level in it. What held on its first day is no step of the plan. */
function Year({ locale, hrefs, it }: { locale: Locale; hrefs: Hrefs; it: MomentumView["steps"][number] }) {
  const words = messages(locale).momentum.steps
  const text = it.to.endsWith("-12-31") ? it.year : `${it.year} (${words.cut(formatDay(locale, it.to))})`
  const href = hrefs.between(it.from.endsWith("-01-01") ? addDays(it.from, -1) : it.from, it.to)
  if (href === null) return text
  return (
    <a href={href} title={words.which}>
      {text}
    </a>
  )
}
