import type { ExploreNames, ExploreRow } from "@/lib/domain/views/explore"

/** Checked within a year, two years, longer ago: units are whole months before the as-of day. */
const CHECKED_GROUPS = { fresh: 12, ageing: 24 } as const
const LEVELS = ["3", "2", "1", "0", "unrated"]

/** By what the table of commitments can be narrowed, with the values of those that have a fixed list, in its order. */
export const FACETS = {
  track: ["kinetic", "non-kinetic"],
  points: null,
  finding: LEVELS,
  claim: LEVELS,
  gap: ["claim-ahead", "equal", "finding-ahead", "no-pair"],
  reason: ["no-public-evidence", "secret", "too-vague", "not-yet-due", "conflicting", "not-assessed"],
  certainty: ["high", "medium", "low"],
  checked: ["fresh", "ageing", "stale", "never"],
  where: null,
  body: null,
  named: null,
  sector: ["federal-civilian", "provincial", "security-forces", "regulator", "parliament", "judiciary"],
  type: ["law", "institution", "force", "enforcement", "financing", "process", "admin-programme"],
  basis: ["plan-text", "topic", "follow-up-decision", "reporting-line", "speech-variant"],
  promise: ["due", "kept", "missed", "untold", "none"],
  rival: ["yes", "no"],
  silent: ["yes", "no"],
} as const satisfies Record<string, readonly string[] | null>
export type ExploreFacet = keyof typeof FACETS

export const FACET_NAMES = Object.keys(FACETS) as ExploreFacet[]

/** The facets that only this table has; the question itself knows track and points. */
export const OWN_FACETS = FACET_NAMES.filter((facet) => facet !== "track" && facet !== "points")

const levelWord = (level: number | null) => (level === null ? "unrated" : String(level))
const yesNo = (is: boolean) => (is ? "yes" : "no")

const VALUES: Record<ExploreFacet, (row: ExploreRow, names: ExploreNames) => readonly string[]> = {
  track: (row) => [row.track],
  points: (row) => [String(row.point)],
  finding: (row) => [levelWord(row.finding)],
  claim: (row) => [levelWord(row.claim)],
  gap: ({ gap }) => [gap === null ? "no-pair" : gap > 0 ? "claim-ahead" : gap < 0 ? "finding-ahead" : "equal"],
  reason: (row) => (row.reason === null ? [] : [row.reason]),
  certainty: (row) => (row.certainty === null ? [] : [row.certainty]),
  checked: ({ months }) => [
    months === null
      ? "never"
      : months <= CHECKED_GROUPS.fresh
        ? "fresh"
        : months <= CHECKED_GROUPS.ageing
          ? "ageing"
          : "stale",
  ],
  where: (row) => row.regions,
  // Of the commitment itself or of its point.
  body: (row, { points }) => [...new Set([...row.bodies, ...points[row.point]!.leads])],
  named: (row) => row.bodies,
  sector: (row, { bodies }) => [...new Set(row.bodies.map((id) => bodies[id]!.sector))],
  type: (row) => [row.type],
  basis: (row) => [row.basis],
  promise: (row) => [row.promise ?? "none"],
  rival: (row, { points }) => [yesNo(points[row.point]!.ratings > 0)],
  silent: (row, { points }) => [yesNo(points[row.point]!.silences > 0)],
}

/** The values a row has in a facet; none where there is nothing to tell. */
export const facetValues = (facet: ExploreFacet, row: ExploreRow, names: ExploreNames) => VALUES[facet](row, names)
