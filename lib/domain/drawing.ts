/** Drawings that stand in a page as such: a picture of one is taken out of the page. */
const DRAWN_IN_PAGE = [
  ...(["trend", "imbalance", "strand-kinetic", "strand-non-kinetic", "evidence"] as const),
  ...(["core-kinetic", "core-non-kinetic", "lanes-kinetic", "lanes-non-kinetic"] as const),
  ...(["outcomes", "steps", "composition", "methods"] as const),
] as const

/**
 * Charts that a page sets in text and boxes, so that they fit a phone, can be read aloud and lead on, by screen. A picture
 * of one is drawn apart, from the same View.
 */
const DRAWN_APART = {
  overview: ["stand", "butterfly", "claims", "stale", "silences", "sectors"],
  compare: ["sides", "moved", "claims"],
  momentum: ["stale", "promises", "leads", "provinces"],
  point: ["provinces", "crosswalk"],
} as const

export type DrawingApart = (typeof DRAWN_APART)[keyof typeof DRAWN_APART][number]
/** The names under which drawings can be had as pictures: "…/en/trend.svg", "…/en/momentum/leads.png". */
export type DrawingName = (typeof DRAWN_IN_PAGE)[number] | DrawingApart

/** The charts of a screen that are drawn apart, in their order on it. */
export const drawnApartOf = (screen: string): readonly DrawingApart[] =>
  screen in DRAWN_APART ? DRAWN_APART[screen as keyof typeof DRAWN_APART] : []

const ALL_APART = [...new Set(Object.keys(DRAWN_APART).flatMap(drawnApartOf))]
export const DRAWINGS: readonly DrawingName[] = [...DRAWN_IN_PAGE, ...ALL_APART]

export const isDrawnApart = (name: unknown): name is DrawingApart => (ALL_APART as readonly unknown[]).includes(name)

/** Whether the page's own parameters make its grid show how far claim and finding lie apart, in place of one lane. */
export const isGapGrid = (extra: readonly (readonly [string, string])[]): boolean =>
  extra.some(([name, value]) => name === "grid" && value === "gap")
