/** Drawings that stand in a page as such: a picture of one is taken out of the page. */
export const DRAWN_IN_PAGE = [
  ...(["trend", "imbalance", "strand-kinetic", "strand-non-kinetic", "evidence"] as const),
  ...(["core-kinetic", "core-non-kinetic", "lanes-kinetic", "lanes-non-kinetic"] as const),
  ...(["outcomes", "steps", "composition", "methods"] as const),
] as const

/**
 * Charts that a page sets in text and boxes, so that they fit a phone, can be read aloud and lead on. A picture of one is
 * drawn apart, from the same View.
 */
export const DRAWN_APART = [
  ...(["stand", "butterfly", "claims", "stale", "silences", "sectors"] as const),
  ...(["sides", "moved", "promises", "leads", "provinces", "crosswalk"] as const),
] as const

/** The names under which drawings can be had as pictures: "…/en/trend.svg", "…/en/momentum/leads.png". */
export type DrawingApart = (typeof DRAWN_APART)[number]
export type DrawingName = (typeof DRAWN_IN_PAGE)[number] | DrawingApart
export const DRAWINGS: readonly DrawingName[] = [...DRAWN_IN_PAGE, ...DRAWN_APART]

export const isDrawnApart = (name: unknown): name is DrawingApart => (DRAWN_APART as readonly unknown[]).includes(name)

/** Whether the page's own parameters make its grid show how far claim and finding lie apart, in place of one lane. */
export const isGapGrid = (extra: readonly (readonly [string, string])[]): boolean =>
  extra.some(([name, value]) => name === "grid" && value === "gap")
