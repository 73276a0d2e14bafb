import { BREAK_GAP } from "@/components/charts/plot"
import { px, type Scale, type TimeScale } from "@/components/charts/scales"
import type { Day } from "@/lib/domain/date"
import type { PlanHead } from "@/lib/domain/views/scope"

/**
 * Paths made of steps: a value holds until the next one. Values that draw the same pixel are one run, and a
 * null interrupts the path. `start` and `end` are the pixels between which the path stays.
 */
type Dated = { on: Day }
type Reach = { start: number; end: number }

/** The line of one series. */
export function stepLine(
  points: readonly (Dated & { value: number | null })[],
  x: TimeScale,
  y: Scale,
  { start, end }: Reach,
): string {
  return runs(points, (it) => (it.value === null ? null : [px(y(it.value))]), x, start, end)
    .map(
      (run) =>
        run.steps
          .map(({ at, values: [value] }, index) => (index === 0 ? `M${at},${value}` : `H${at}V${value}`))
          .join("") + `H${run.end}`,
    )
    .join("")
}

/** The area between low and high. */
export function stepBand(
  points: readonly (Dated & { low: number | null; high: number | null })[],
  x: TimeScale,
  y: Scale,
  { start, end }: Reach,
): string {
  const ends = (it: { low: number | null; high: number | null }) =>
    it.low === null || it.high === null ? null : [px(y(it.high)), px(y(it.low))]
  return runs(points, ends, x, start, end)
    .map((run) => {
      const there = run.steps.map(({ at, values: [top] }, index) => (index === 0 ? `M${at},${top}` : `H${at}V${top}`))
      const back = run.steps.map(({ at, values: [, bottom] }) => `V${bottom}H${at}`).reverse()
      return `${there.join("")}H${run.end}${back.join("")}Z`
    })
    .join("")
}

type Run = { steps: { at: number; values: number[] }[]; end: number }

function runs<T extends Dated>(
  points: readonly T[],
  pixels: (point: T) => number[] | null,
  x: TimeScale,
  start: number,
  end: number,
): Run[] {
  const found: Run[] = []
  let isOpen = false
  for (const point of points) {
    const at = px(Math.min(Math.max(x(point.on), start), end))
    const values = pixels(point)
    const run = isOpen ? found.at(-1) : undefined
    const last = run?.steps.at(-1)
    isOpen = values !== null
    if (values === null) {
      if (run) run.end = at
    } else if (!run || !last) found.push({ steps: [{ at, values }], end: px(end) })
    else if (last.values.every((value, index) => value === values[index])) continue
    else if (last.at === at) last.values = values
    else run.steps.push({ at, values })
  }
  return found
}

/**
 * Cuts a series in two where a plan was superseded, so that nothing joins across. The second part begins on
 * that day with the value then in force. One part where the break is null or outside the series.
 */
export function cutAt<T extends Dated>(points: readonly T[], on: Day | null): T[][] {
  const first = points[0]
  const last = points.at(-1)
  if (on === null || !first || !last || on <= first.on || on >= last.on) return [[...points]]
  const before = points.filter((point) => point.on < on)
  return [before, [{ ...before.at(-1)!, on }, ...points.filter((point) => point.on >= on)]]
}

/** A plan's series before and after it was superseded, each with its reach; `cut` is the pixel between, null for one part. */
export function partsOf<T extends Dated>(
  series: readonly T[],
  { adoptedOn, supersededOn }: Pick<PlanHead, "adoptedOn" | "supersededOn">,
  x: TimeScale,
  end: number,
): { cut: number | null; parts: { points: T[]; reach: Reach }[] } {
  const parts = cutAt(series, supersededOn)
  const cut = parts.length > 1 && supersededOn !== null ? x(supersededOn) : null
  const reachOf = (part: number) => ({
    start: part === 0 ? x(adoptedOn) : (cut ?? 0) + BREAK_GAP,
    end: cut !== null && part === 0 ? cut - BREAK_GAP : end,
  })
  return { cut, parts: parts.map((points, at) => ({ points, reach: reachOf(at) })) }
}

/** Only the points at which something changed, and the first. `same` compares two neighbours. */
export function changesOnly<T>(points: readonly T[], same: (a: T, b: T) => boolean): T[] {
  return points.filter((point, index) => index === 0 || !same(points[index - 1]!, point))
}
