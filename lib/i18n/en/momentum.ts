import type { Movement } from "@/lib/domain/views/compare/difference"
import type { SilenceView } from "@/lib/domain/views/rankings"
import { list } from "@/lib/i18n/format"

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

type Movements = Record<Movement, number>

/** What moved an index: levels, or commitments that came to be rated or no longer are; then no level need have changed. */
function because({ up, down, same, "newly-rated": found, "unrated-since": lost }: Movements): string {
  const counted = (count: number, rest: string) =>
    count === 0 ? [] : [`${plural(count, "1 commitment is", `${count} commitments are`)} ${rest}`]
  const ratings = [...counted(found, "newly rated"), ...counted(lost, "no longer rated")]
  if (up + down === 0 && ratings.length > 0) {
    const others = same > 0 ? ", while no level changed among those rated on both days" : ""
    return `, because ${ratings.join(" and ")}${others}`
  }
  const levels = (count: number, what: string) =>
    count === 0 ? [] : [`${plural(count, "1 level", `${count} levels`)} ${what}`]
  const told = [...levels(up, "rose"), ...levels(down, "fell"), ...ratings]
  return told.length === 0 ? "" : `: ${told.join(", ")}`
}

/** Words of the Momentum screen. */
export const momentum = {
  title: "Momentum",
  heading: "What moved, when, and what the headline stands on",
  lede: {
    moved: (track: string, by: string, since: string, movements: Movements) =>
      `Since ${since} the ${track} index has moved by ${by} points${because(movements)}`,
    still: (track: string, since: string) => `Since ${since} the ${track} index has not moved`,
    unknown: (track: string, since: string) => `How far the ${track} index has moved since ${since} cannot be told`,
    nothing: (track: string) => `No ${track} commitment is in this view`,
    notYet: (since: string) =>
      `On ${since}, 12 months before, the plan had not been adopted, so there is no change over 12 months to tell`,
    join: (sentences: string[]) => `${sentences.join("; ")}.`,
  },
  steps: {
    title: "Steps up and down, by year",
    total: (track: string, up: number, down: number, busiest: string) =>
      `${track}: ${plural(up, "1 step", `${up} steps`)} up, ${down} down${busiest}`,
    busiest: (years: string, count: number, moves: number) =>
      plural(
        count,
        `, the busiest year being ${years} (${moves})`,
        `, the busiest years being ${years} (${moves} each)`,
      ),
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
    /** Within the first year there is nothing to set the day against. */
    findingOne: (track: string, y1: string, to: number, unrated: number) =>
      `${track}: ${to} % complete ${y1}; ${unrated} % cannot be rated`,
    now: (day: string) => `on ${day}`,
    note: "Share of all commitments of the track at each level, at the end of each year. Whole percent that total 100.",
    caption: "Percent of commitments at each level, by year’s end and track",
    commitments: "Commitments",
    label: (finding: string) => `Composition by year’s end and track. ${finding}`,
  },
  stale: {
    title: "How much of the headline is old",
    finding: (stale: number, rated: number, share: string, months: number) =>
      rated === 1
        ? `The newest fact or recorded re-check of the one rated commitment behind the headline is ${stale === 1 ? "more" : "no more"} than ${months} months old.`
        : stale === 0
          ? `None of the ${rated} rated commitments behind the headline rests on facts and recorded re-checks all more than ${months} months old.`
          : `${stale} of ${rated} rated commitments behind the headline (${share}) ${plural(stale, "rests", "rest")} on facts and recorded re-checks more than ${months} months old.`,
    none: "Nothing is rated in this view, so nothing can be old.",
    note: "Without them the headline rests on newer facts and re-checks. Those left out count as unrated, so the range holds whatever they may have become. The score itself never decays by formula.",
    basis: "Headline",
    whole: "As it stands",
    without: (months: number) => `Without facts and checks over ${months} months old`,
    left: "Left out",
    leftOut: (stale: number, rated: number) => `${stale} of ${rated}`,
    caption: "The headline with and without what rests on old facts and checks",
  },
  promises: {
    title: "Promised dates and actual ones",
    finding: (due: number, kept: number, open: number) =>
      due === 0
        ? "None of the dates given has passed yet."
        : due === 1
          ? `The one date that has passed was ${kept === 1 ? "" : "not "}followed by completion on time${open === 1 ? "; what was promised is still not complete or was never found" : ""}.`
          : `Of ${due} dates that have passed, ${kept === 0 ? "none" : kept} ${kept <= 1 ? "was" : "were"} followed by completion on time${open === 0 ? "" : `; ${open} ${plural(open, "is", "are")} still not complete or never found`}.`,
    none: "No commitment or report in this view was given a date.",
    undated: (commitments: number, all: number, reports: number) =>
      commitments + reports === 0
        ? "All that is promised here was given a date."
        : `${[
            ...(commitments === 0 ? [] : [`${commitments} of ${plural(all, "1 commitment", `${all} commitments`)}`]),
            ...(reports === 0
              ? []
              : [plural(reports, "1 promised report or step", `${reports} promised reports and steps`)]),
          ].join(" and ")} never had a date, so nothing there can be late.`,
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
      `${kind} are named for ${all === 1 ? "the one commitment" : `${count} of ${all} commitments`}; ${count === 1 ? (shared === 1 ? "it names another kind as well" : "it names no other kind") : `${shared === 0 ? "none" : shared} of these ${shared <= 1 ? "names" : "name"} another kind as well`}.`,
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
    finding: (rated: number, unrated: number, notApplicable: number) => {
      const all = rated + unrated + notApplicable
      if (all === 0) return "No point is in this view."
      const told = [
        `${rated === 0 ? "none" : rated} ${rated <= 1 ? "has a rating of its own" : "have ratings of their own"}`,
        ...(unrated === 0 ? [] : [`${unrated} cannot be rated`]),
        ...(notApplicable === 0 ? [] : [`in ${notApplicable} nothing is promised there`]),
      ]
      return `Of ${plural(all, "1 pair", `${all} pairs`)} of a province and a point, ${list("en", told)}.`
    },
    note: "Only ratings made for one province count. Tiles stand roughly where the provinces are and show no boundaries.",
    key: {
      "not-applicable": "nothing promised there",
      unrated: "cannot be rated",
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
