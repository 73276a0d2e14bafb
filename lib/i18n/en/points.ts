import type { Track } from "@/lib/domain/scale"
import type { PointOrder } from "@/lib/domain/views/points"

const some = (count: number) => (count === 0 ? "none" : String(count))

/** Words of the list of points. */
export const points = {
  title: "Points",
  heading: (count: number, year: number) =>
    count === 1 ? `1 point of the ${year} plan` : `${count} points of the ${year} plan`,
  pageTitle: (heading: string, rated: number, all: number) =>
    `${heading}, ${rated} of ${all === 1 ? "1 commitment" : `${all} commitments`} rated`,
  /** What the list shows, in one or two sentences. */
  both: (both: number, certain: Record<Track, number>) => {
    if (both === 0) return "None promises both kinds of work."
    const [kinetic, other] = [certain.kinetic, certain["non-kinetic"]]
    if (both === 1) {
      const half = kinetic > 0 ? "kinetic" : "non-kinetic"
      return `One promises both kinds of work; ${kinetic + other > 0 ? `there the ${half} half is certainly ahead.` : "it cannot be told which half is ahead there."}`
    }
    if (kinetic + other === 0)
      return `${both} promise both kinds of work; on none of these can it be told which half is ahead.`
    const halves = [`the non-kinetic half is certainly ahead on ${some(other)}`, `the kinetic half on ${some(kinetic)}`]
    const rest = kinetic + other === both ? "" : "; on the rest it cannot be told"
    return `${both} promise both kinds of work; of these ${halves.join(", ")}${rest}.`
  },
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
    "last-checked": "Last fact or check, oldest first",
  } satisfies Record<PointOrder, string>,
  columns: {
    number: "No.",
    point: "Point",
    rated: "Rated",
    gap: "Claim − finding",
    lastChecked: "Last fact or check",
  },
  sortBy: (column: string) => `${column}: order by this`,
  noPair: "no pair to compare",
  never: "never",
  stale: (month: string) => `${month}, stale`,
  silences: (count: number) => (count === 1 ? "1 silence" : `${count} silences`),
  source: "Source: NAP Tracker, from the evidence listed on each point’s page.",
}
