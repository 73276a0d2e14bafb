import type { LiveDrawing, LiveStep, LiveView } from "@/components/charts/live-data"

/** A day number and, by series, a height or the two ends of a band; null or absent interrupts the series. */
export type Row = Record<string, number | null | [number, number]> & { day: number }

/**
 * Two rows per change, as it was and as it is, so that what ends there reaches that day; and one at the
 * end. Where the plan was superseded a row without values interrupts every line, and one with the values
 * then in force starts it again.
 */
export function rowsOf(drawing: LiveDrawing): Row[] {
  const { box, gap } = drawing
  const { steps, cut, end, days } = drawing.view
  const row = (day: number, step: LiveStep): Row =>
    drawing.kind === "strand" ? strandRow(day, step) : viewRow(drawing.view, day, step)
  const half = (gap * (days[1] - days[0])) / (box.plot.right - box.plot.left)
  const inForce = (day: number) => steps.findLast((step) => step[0] <= day)
  const part = (from: number, to: number): Row[] => {
    const rows: Row[] = []
    const changes = steps.filter((step) => step[0] > from && step[0] < to)
    let before = inForce(from) ?? changes[0]
    if (!before) return rows
    rows.push(row(Math.max(from, before[0]), before))
    for (const step of changes) {
      rows.push(row(step[0], before), row(step[0], step))
      before = step
    }
    rows.push(row(to, inForce(to) ?? before))
    return rows
  }
  if (cut === null) return part(days[0], end)
  return [...part(days[0], cut - half), { day: cut }, ...part(Math.min(cut + half, end), end)]
}

const range = (low: number | null | undefined, high: number | null | undefined): [number, number] | null =>
  low == null || high == null ? null : [low, high]

function viewRow({ from }: LiveView, day: number, [since, ...values]: LiveStep): Row {
  const [k, kl, kh, n, nl, nh] = values
  const [low, high] = [(kl ?? 0) - (nh ?? 0), (kh ?? 0) - (nl ?? 0)]
  const hasBoth = kl != null && nl != null
  const isTold = hasBoth && k != null && n != null && (low > 0 || high < 0)
  return {
    day,
    k: from.kinetic !== null && since >= from.kinetic ? (k ?? null) : null,
    n: from["non-kinetic"] !== null && since >= from["non-kinetic"] ? (n ?? null) : null,
    kBand: range(kl, kh),
    nBand: range(nl, nh),
    told: isTold ? [low, high] : null,
    open: hasBoth && !isTold ? [low, high] : null,
    gap: isTold ? k - n : null,
  }
}

function strandRow(day: number, [, index, low, high, , finding, claim]: LiveStep): Row {
  const isOpen = low != null && high != null && high > low
  return {
    day,
    finding: finding ?? null,
    claim: claim ?? null,
    band: isOpen && index != null ? [low, high] : null,
    open: isOpen && index == null ? [low, high] : null,
  }
}
