import type { Flat } from "@/lib/domain/import/cells"
import type { Score } from "@/lib/domain/indices"
import type { ShareChart } from "@/lib/domain/share"
import { comparedLines } from "@/lib/domain/views/compare/lines"
import type { Strand } from "@/lib/domain/views/grid"
import { stepLines } from "@/lib/domain/views/momentum/lines"
import { outcomeLines } from "@/lib/domain/views/outcomes/lines"
import type { Frame, OverviewView } from "@/lib/domain/views/overview"
import type { PointView } from "@/lib/domain/views/point"
import type { PointsView } from "@/lib/domain/views/points"
import type { SharedView } from "@/lib/domain/views/shared"

/** The lines of a link's table, in every form it is taken away in: those of its one chart, or of its screen. */
export function sharedRows(shared: SharedView, chart: ShareChart | null): Flat[] {
  if (shared.screen === "points") return pointRows(shared.view)
  if (shared.screen === "compare") return comparedLines(shared.view)
  if (shared.screen === "outcomes") return outcomeLines(shared.view)
  if (shared.screen === "momentum") return stepLines(shared.view)
  if (shared.screen === "overview") {
    if (chart === "butterfly") return gridRows(shared.view)
    if (chart === "imbalance") return imbalanceRows(shared.view)
    const rows = seriesRows(shared.view)
    return chart === "trend" ? rows.filter(({ track }) => track !== "all") : rows
  }
  const rows = commitmentRows(shared.view)
  if (chart === "evidence") return evidenceRows(shared.view)
  return chart === null ? rows : rows.filter((row) => `strand-${row.track}` === chart)
}

/** A plan's indices over time: one line a month and track. */
export function seriesRows(view: OverviewView): Flat[] {
  return view.series.flatMap((at) =>
    tracksIn(view, ["kinetic", "nonKinetic", "all"]).map((track) => ({
      plan: view.plan,
      lane: view.lane,
      region: view.region?.id ?? null,
      asOf: view.asOf,
      revision: view.revision,
      on: at.on,
      track: track === "nonKinetic" ? "non-kinetic" : track,
      ...at[track],
    })),
  )
}

/** The commitments of a point with both lanes: one line each. */
export function commitmentRows(view: PointView): Flat[] {
  return view.strands.flatMap((strand) =>
    strand.commitments.map((it) => {
      const lane = (name: "finding" | "claim") => {
        const inForce = it.lanes[name].inForce
        return {
          [`${name}Level`]: inForce?.level ?? null,
          [`${name}Unrated`]: inForce?.unratedReason ?? (inForce ? null : "not-assessed"),
          [`${name}Since`]: inForce?.effectiveOn ?? null,
          [`${name}LastChecked`]: it.lanes[name].lastChecked,
        }
      }
      return {
        plan: view.plan,
        point: view.point.number,
        commitment: it.id,
        track: strand.track,
        type: it.type,
        textEn: it.text.en,
        textUr: it.text.ur,
        ...lane("finding"),
        ...lane("claim"),
        asOf: view.asOf,
        revision: view.revision,
      }
    }),
  )
}

/** The points of a plan with the indices of their two strands: one line each. */
function pointRows(view: PointsView): Flat[] {
  return view.rows.map((row) => ({
    ...framed(view),
    point: row.point.number,
    titleEn: row.point.title.en,
    titleUr: row.point.title.ur,
    ...(view.track !== "non-kinetic" && scored("kinetic", row.kinetic)),
    ...(view.track !== "kinetic" && scored("nonKinetic", row.nonKinetic)),
    gap: row.gap,
    lastChecked: row.lastChecked,
    silences: row.silences,
  }))
}

/** Points by years: the level nearest to each strand's mean at the year's end; nothing where under half was rated. */
function gridRows(view: OverviewView): Flat[] {
  const { years, rows } = view.grid
  return rows.flatMap((row) =>
    ([row.kinetic, row.nonKinetic] as const).map((strand, at) => ({
      ...framed(view),
      point: row.point.number,
      titleEn: row.point.title.en,
      titleUr: row.point.title.ur,
      track: at === 0 ? "kinetic" : "non-kinetic",
      state: strand.state,
      ...(strand.state === "scored" && scored("", strand.score[view.lane])),
      ...Object.fromEntries(years.map(({ year }, column) => [`at${year}`, levelIn(strand, view.lane, column)])),
    })),
  )
}

/** Kinetic minus non-kinetic over time; there is none where one track is out of view. */
function imbalanceRows(view: OverviewView): Flat[] {
  if (view.track !== null) return []
  return view.series.map(({ on, imbalance: { value, low, high, verdict } }) => ({
    ...framed(view),
    on,
    imbalance: value,
    low,
    high,
    verdict,
  }))
}

const levelIn = (strand: Strand, lane: Frame["lane"], column: number) =>
  strand.state === "scored" ? (strand.cells[lane][column] ?? null) : null

/** What each assessment of a point rests on: one line a source. */
function evidenceRows(view: PointView): Flat[] {
  return view.strands.flatMap((strand) =>
    strand.commitments.flatMap((commitment) =>
      (["finding", "claim"] as const).flatMap((lane) =>
        commitment.lanes[lane].history.flatMap((assessment) =>
          assessment.evidence.map(({ source, bearing }) => ({
            ...framed(view),
            point: view.point.number,
            commitment: commitment.id,
            track: strand.track,
            assessedLane: lane,
            effectiveOn: assessment.effectiveOn,
            bearing,
            publisher: source.publisher,
            title: source.title,
            publishedOn: source.publishedOn,
            href: source.href,
          })),
        ),
      ),
    ),
  )
}

/** What is out of view has no line, or nothing would tell it from what promised nothing. */
const tracksIn = <T extends "kinetic" | "nonKinetic" | "all">({ track }: Frame, all: readonly T[]): T[] =>
  all.filter((each) => each === "all" || track === null || (each === "nonKinetic" ? "non-kinetic" : each) === track)

const framed = (view: Frame) => ({
  plan: view.plan,
  lane: view.lane,
  region: view.region?.id ?? null,
  asOf: view.asOf,
  revision: view.revision,
})

/** An index with its range, coverage and count, under names of their own where several stand on one line. */
function scored(of: string, { index, low, high, coverage, commitments, rated }: Score): Flat {
  const name = (word: string) => (of === "" ? word : of + word[0]!.toUpperCase() + word.slice(1))
  return Object.fromEntries(
    Object.entries({ index, low, high, coverage, commitments, rated }).map(([word, value]) => [name(word), value]),
  )
}
