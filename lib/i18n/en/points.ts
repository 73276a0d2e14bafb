import type { PointOrder } from "@/lib/domain/views/points"

/** Words of the list of points. */
export const points = {
  title: "Points",
  heading: (count: number, year: number) =>
    count === 1 ? `1 point of the ${year} plan` : `${count} points of the ${year} plan`,
  pageTitle: (heading: string, rated: number, all: number) =>
    `${heading}, ${rated} of ${all === 1 ? "1 commitment" : `${all} commitments`} rated`,
  /** What the list shows, in one or two sentences. */
  both: (both: number, told: number) =>
    both === 0
      ? "None promises both kinds of work."
      : both === 1
        ? `One promises both kinds of work; ${told === 1 ? "there one kind is certainly ahead." : "it cannot be told which kind is ahead there."}`
        : told === 0
          ? `${both} promise both kinds of work; on none of these can it be told which kind is ahead.`
          : told === both
            ? `${both} promise both kinds of work; on each of these one kind is certainly ahead.`
            : `${both} promise both kinds of work; on ${told} of these one kind is certainly ahead, on the rest it cannot be told.`,
  reach: (rated: number, all: number) =>
    all === 0
      ? "There is no commitment here."
      : all === 1
        ? `The only commitment ${rated === 1 ? "can" : "cannot"} be rated.`
        : `${rated === 0 ? "None" : rated} of ${all} commitments can be rated.`,
  unit: "Index 0 to 100. Solid to the lowest reading, hatched to the highest; the number is the index of what is rated.",
  filter: "Filter and order",
  sort: "Order",
  find: "Find in titles and bodies",
  findExample: "e.g. seminaries, NACTA",
  apply: "Show",
  clear: "Clear",
  shown: (shown: number, all: number) => `${shown} of ${all === 1 ? "1 point" : `${all} points`}`,
  none: "No point matches.",
  noneHint: "Try another word, or clear the filter.",
  order: {
    number: "Plan order",
    kinetic: "Kinetic, lowest first",
    "non-kinetic": "Non-kinetic, lowest first",
    coverage: "Coverage, lowest first",
    gap: "Claim above finding, widest first",
    "last-checked": "Last checked, oldest first",
  } satisfies Record<PointOrder, string>,
  columns: {
    number: "No.",
    point: "Point",
    rated: "Rated",
    gap: "Claim − finding",
    lastChecked: "Last checked",
  },
  sortBy: (column: string) => `${column}: order by this`,
  noPair: "no pair to compare",
  never: "never",
  stale: (month: string) => `${month}, stale`,
  silences: (count: number) => (count === 1 ? "1 silence" : `${count} silences`),
  dropped: "dropped in 2021, wholly or in part",
  source: "Source: NAP Tracker, from the evidence listed on each point’s page.",
}
