import type { SilenceView } from "@/lib/domain/views/rankings"

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Words of the Momentum screen. */
export const momentum = {
  title: "Momentum",
  heading: "What moved, when, and what the headline stands on",
  lede: {
    moved: (track: string, by: string, since: string) => `Since ${since} the ${track} index has moved by ${by} points`,
    still: (track: string, since: string) => `Since ${since} the ${track} index has not moved`,
    unknown: (track: string) => `The ${track} index of a year ago cannot be told`,
    join: (sentences: string[]) => `${sentences.join("; ")}.`,
  },
  steps: {
    title: "Steps up and down, by year",
    total: (track: string, up: number, down: number, busiest: string) =>
      `${track}: ${plural(up, "1 step", `${up} steps`)} up, ${down} down${busiest}`,
    busiest: (year: number, moves: number) => `, most of them in ${year} (${moves})`,
    join: (totals: string[]) => `${totals.join("; ")}.`,
    none: "No level has moved since the plan was adopted.",
    note: "One step is one commitment whose level changed. A first level is no step: it is told apart, and so is a level that could no longer be given. What held on the day of adoption is the baseline.",
    key: { up: "level rose", down: "level fell", newlyRated: "newly rated", unrated: "no longer rated" },
    track: "Track",
    levels: "Change of the sum of levels",
    caption: "Commitments that moved, by year and track",
    which: "Which commitments moved, and why",
    label: (finding: string) => `Steps up and down by year and track. ${finding}`,
    cut: (day: string) => `until ${day}`,
  },
  composition: {
    title: "Composition over time",
    finding: (track: string, y0: string, from: number, y1: string, to: number, unrated: number) =>
      `${track}: ${from} % complete at the end of ${y0}, ${to} % ${y1}; ${unrated} % cannot be rated`,
    now: (day: string) => `on ${day}`,
    note: "Share of all commitments of the track at each level, at the end of each year. Whole percent that total 100.",
    caption: "Percent of commitments at each level, by year’s end and track",
    commitments: "Commitments",
    label: (finding: string) => `Composition by year’s end and track. ${finding}`,
  },
  stale: {
    title: "How much of the headline is old",
    finding: (stale: number, rated: number, share: string, months: number) =>
      `${stale} of ${plural(rated, "1 rated commitment", `${rated} rated commitments`)} behind the headline (${share}) ${plural(stale, "was", "were")} last looked at more than ${months} months before.`,
    none: "Nothing is rated in this view, so nothing can be old.",
    note: "Without them the headline rests on what was looked at since. Those left out count as unrated, so the range holds whatever they may have become. The score itself never decays by formula.",
    basis: "Headline",
    whole: "As it stands",
    without: (months: number) => `Without those unchecked for over ${months} months`,
    left: "Left out",
    leftOut: (stale: number, rated: number) => `${stale} of ${rated}`,
    caption: "The headline with and without what has not been looked at",
  },
  promises: {
    title: "Promised dates and actual ones",
    finding: (due: number, kept: number, open: number) =>
      `Of ${plural(due, "1 date", `${due} dates`)} that ${plural(due, "has", "have")} passed, ${kept === 0 ? "none" : kept} ${plural(kept, "was", "were")} followed by completion on time; ${open} ${plural(open, "is", "are")} still not complete or never found.`,
    none: "No commitment or report in this view was given a date.",
    undated: (commitments: number, all: number, reports: number) =>
      `${commitments} of ${plural(all, "1 commitment", `${all} commitments`)} and ${plural(reports, "1 promised report", `${reports} promised reports`)} never had a date, so nothing there can be late.`,
    note: "Of reports the record keeps whether they came, not the day; the note tells what was found.",
    promised: (day: string) => `promised for ${day}`,
    notDue: "not yet due on this day",
    atDue: (level: string) => `on that day: ${level}`,
    onTime: (day: string) => `complete since ${day}, on time`,
    late: (day: string, days: string) => `complete since ${day}, ${days} late`,
    open: (level: string, days: string) => `now: ${level}, ${days} after the date`,
    days: (count: string, isOne: boolean) => (isOne ? "1 day" : `${count} days`),
    report: {
      "not-found": (days: string) => `never found, ${days} after the date`,
      late: (_days: string) => "came late",
      closed: (_days: string) => "closed to the public",
      ended: (_days: string) => "ended",
      "not-known": (_days: string) => "not known by then",
    } satisfies Record<SilenceView["status"], (days: string) => string>,
    unrated: "cannot be rated",
    what: "What was promised",
    by: "Promised for",
    outcome: "What became of it",
    caption: "Promised dates and what became of them",
    commitment: (code: string) => `Commitment ${code}`,
    reportWord: "Report or step",
  },
  leads: {
    title: "Who leads",
    finding: (kind: string, count: number, all: number, shared: number) =>
      `${kind} are named for ${count} of ${plural(all, "1 commitment", `${all} commitments`)}; ${shared} of these name another kind as well.`,
    none: "No body is named in this view.",
    note: "A commitment that names several bodies counts in each of them, so the columns do not add up. Ordered by how many commitments name them, not by score. Solid to the lowest reading, hatched to the highest; the number is the index.",
    kind: "Kind of body",
    body: "Body",
    commitments: "Commitments",
    shared: "Shared",
    bodies: (count: number) => plural(count, "1 body", `${count} bodies`),
    captionKinds: "Indices by kind of body",
    captionBodies: "Indices by body",
    nobody: (count: number) => `${plural(count, "1 commitment names", `${count} commitments name`)} nobody.`,
  },
  provinces: {
    title: "Provinces and points",
    finding: (rated: number, unrated: number, notApplicable: number) =>
      `Of ${rated + unrated + notApplicable} pairs of a province and a point, ${rated} ${plural(rated, "has", "have")} a rating of its own, ${unrated} cannot be rated, and in ${notApplicable} nothing is promised there.`,
    note: "Only ratings made for one province count. Tiles stand roughly where the provinces are and show no boundaries.",
    key: {
      "not-applicable": "nothing promised there",
      unrated: "cannot be rated",
      rated: "nearest level",
      thin: "under half rated",
    },
    cell: (point: number, words: string) => `Point ${point}: ${words}`,
    thin: (rated: number, all: number) => `${rated} of ${all} rated, too few for a level`,
    level: (level: string, rated: number, all: number) => `${level}, ${rated} of ${all} rated`,
    caption: "Each point in each province or territory",
    point: "Point",
  },
  ladder: {
    title: "Outputs and outcomes",
    text: "The record does not tell outputs from outcomes within a commitment: each has one level, by its kind of promise. So no ladder from output to outcome is drawn; none is invented.",
    types: "Levels by kind of promise, on the Method page",
    outcomes: "What publishers counted, on the Outcomes page",
  },
}
