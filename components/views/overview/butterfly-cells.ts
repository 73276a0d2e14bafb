import type { Score } from "@/lib/domain/indices"
import type { Lane, Level } from "@/lib/domain/scale"
import type { GridRow, Strand } from "@/lib/domain/views/grid"
import type { Gap } from "@/lib/domain/views/rankings"
import { signed } from "@/lib/i18n/format"

/** What a strand's cells show: one lane's levels, or how far the claim stands above the finding. */
export type GridLook = Lane | "gap"

/** The grid's box; its columns follow from how many years it has. */
export const FRAME =
  "bf relative [--cell:calc(var(--side)/var(--years))] [--side:312px] max-[1240px]:[--side:240px] max-[980px]:[--side:204px] [&_.bf-c:not(.none)]:grid-cols-[repeat(var(--years),var(--cell))] max-[820px]:[&_.bf-c:not(.none)]:grid-cols-[repeat(var(--years),minmax(0,1fr))]"

/** One year of a strand. `value` is null where it cannot be rated or compared. */
export type Cell = { value: number | null; digit: string; isChange: boolean; isFall: boolean }

export type StrandCells = { cells: Cell[]; score: Score | null; gap: Gap | null }

/** The cells of one half of a point, or null where it has none. */
export function cellsOf(strand: Strand, look: GridLook, gap: Gap | null): StrandCells | null {
  if (strand.state !== "scored") return null
  const values = look === "gap" ? differences(strand.cells.claim, strand.cells.finding) : strand.cells[look]
  const cells = values.map((value, at): Cell => {
    const before = values.slice(0, at).findLast((each) => each !== null) ?? null
    const isChange = value !== null && value !== (values[at - 1] ?? null)
    return {
      value,
      digit: value === null ? "" : look === "gap" ? signed("en", value) : String(value),
      isChange,
      isFall: isChange && before !== null && value < before && look !== "gap",
    }
  })
  return { cells, score: look === "gap" ? null : strand.score[look], gap: look === "gap" ? gap : null }
}

const differences = (claim: (Level | null)[], finding: (Level | null)[]) =>
  claim.map((level, at) => {
    const found = finding[at] ?? null
    return level === null || found === null ? null : level - found
  })

/** How many strands stand where now, for the sentence above the grid. */
export function tally(rows: readonly GridRow[], lane: Lane) {
  const now = rows
    .flatMap((row) => [row.kinetic, row.nonKinetic])
    .flatMap((strand) => (strand.state === "scored" ? [strand.cells[lane].at(-1) ?? null] : []))
  const count = (test: (level: Level | null) => boolean) => now.filter(test).length
  return {
    strands: now.length,
    complete: count((level) => level === 3),
    intermediate: count((level) => level === 2),
    low: count((level) => level === 1 || level === 0),
    unrated: count((level) => level === null),
  }
}
