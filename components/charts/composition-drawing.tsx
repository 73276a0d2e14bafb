import { linear } from "@/components/charts/scales"
import { type Column, Piece, YearPlots, type YearPlotsProps } from "@/components/charts/year-plots"
import { type Band, BANDS } from "@/lib/domain/indices"
import type { YearComposition } from "@/lib/domain/views/momentum/composition"

export const BAND_LOOK: Record<Band, { fill: string; on: string }> = {
  complete: { fill: "var(--l3)", on: "var(--on-l3)" },
  intermediate: { fill: "var(--l2)", on: "var(--on-l2)" },
  minimum: { fill: "var(--l1)", on: "var(--on-l1)" },
  notInitiated: { fill: "var(--l0)", on: "var(--on-l0)" },
  unrated: { fill: "url(#hx)", on: "var(--ink)" },
}

/** Smaller shares have no room for their number. */
const LEAST_WITH_NUMBER = 9

/** The share of each level at every year's end, complete at the foot and what cannot be rated on top. */
export function CompositionDrawing({
  compositions,
  ...asked
}: YearPlotsProps & { compositions: readonly YearComposition[] }) {
  return (
    <YearPlots
      {...asked}
      name="composition"
      values={compositions}
      scaleOf={({ top, bottom }) => linear([0, 100], [bottom, top])}
      ticks={[0, 50, 100]}
      column={(column) => <Stack {...column} />}
    />
  )
}

function Stack({ it, y, middle, width, isWide }: Column<YearComposition>) {
  const feet = it.shares.map((_, at) => it.shares.slice(0, at).reduce((sum, share) => sum + share, 0))
  return BANDS.map((band, at) => {
    const share = it.shares[at]!
    if (share === 0) return null
    const [top, bottom] = [y(feet[at]! + share), y(feet[at]!)]
    return (
      <Piece
        key={band}
        {...{ middle, width, top, bottom }}
        look={{ fill: BAND_LOOK[band].fill, stroke: "var(--paper)", strokeWidth: 1 }}
        number={isWide && share >= LEAST_WITH_NUMBER ? share : null}
        className={band === "unrated" ? "xs paperstroke" : "xs"}
        fill={BAND_LOOK[band].on}
      />
    )
  })
}
