import type { LiveDrawing, LiveStep } from "@/components/charts/live-data"
import { px } from "@/components/charts/scales"
import type { Track } from "@/lib/domain/scale"
import { formatDay, range, signed, signedRange, wholeNumber } from "@/lib/i18n/format"

type Value = number | null | undefined

/** Where no script runs: over each stretch in which nothing changed lies a clear field whose title tells its figures. */
export function StepTitles({ drawing }: { drawing: LiveDrawing }) {
  const { plot } = drawing.box
  const { locale, steps, days, end } = drawing.view
  const x = (day: number) => plot.left + ((day - days[0]) / (days[1] - days[0])) * (plot.right - plot.left)
  return steps.map((step, at) => {
    const [from, to] = [x(step[0]), x(steps[at + 1]?.[0] ?? end)]
    const day = new Date(step[0] * 86_400_000).toISOString().slice(0, 10)
    return (
      <rect
        key={step[0]}
        className="hov"
        x={px(from)}
        y={plot.top}
        width={px(to - from)}
        height={plot.bottom - plot.top}
      >
        <title>{[formatDay(locale, day), ...figures(drawing, step)].join("\n")}</title>
      </rect>
    )
  })
}

/** What stood on that day, a line a series. */
function figures(drawing: LiveDrawing, [, a, b, c, d, e, f]: LiveStep): string[] {
  const { locale } = drawing.view
  const { words } = drawing.view
  const line = (name: string, index: Value, low: Value, high: Value) => {
    const open = low == null || high == null || high <= low ? "" : ` (${words.range} ${range(locale, low, high)})`
    return `${name}: ${index == null ? words.unrated : wholeNumber(index)}${open}`
  }
  if (drawing.kind === "strand") {
    const { finding, claim } = drawing.view.words
    return [line(finding, a, b, c), line(claim, d, null, null)]
  }
  const { words: names, from } = drawing.view
  if (drawing.kind === "trend") {
    const tracks: [Track, Value, Value, Value][] = [
      ["kinetic", a, b, c],
      ["non-kinetic", d, e, f],
    ]
    return tracks.flatMap(([track, ...of]) => (from[track] === null ? [] : [line(names[track], ...of)]))
  }
  if (b == null || c == null || e == null || f == null) return [names.unrated]
  const [low, high] = [b - f, c - e]
  const isTold = a != null && d != null && (low > 0 || high < 0)
  return [
    `${names.imbalance}: ${isTold ? signed(locale, a - d) : names.cannotBeTold}`,
    `${names.range}: ${signedRange(locale, low, high)}`,
  ]
}
