import type { Track } from "@/lib/domain/scale"
import type { Kept } from "@/lib/domain/views/compare/core"
import type { Movement } from "@/lib/domain/views/compare/difference"
import type { ChangeCounts, SilenceView } from "@/lib/domain/views/rankings"

type Halves = { k: string; n: string }

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
/** Of a number already written: "1 point", "27 points". */
const inPoints = (by: string) => (/^[+−]?1$/.test(by) ? `${by} point` : `${by} points`)

/** Words of the overview. In sentences <k> and <n> mark what is printed in a track's own ink. */
export const overview = {
  title: "Overview",

  subject: {
    plan: "the plan",
    point: (number: number) => `point ${number}`,
    points: (numbers: string) => `points ${numbers}`,
    inRegion: (subject: string, region: string) => `${subject} in ${region}`,
    half: (subject: string, track: Track) => `the ${track} half of ${subject}`,
  },
  headline: {
    opening: (day: string | null, claimed: boolean, rest: string) => {
      const opening = [day && `On ${day}`, claimed && "by official claims"].filter(Boolean).join(", ")
      const words = opening ? `${opening}${claimed ? "," : ""} ${rest}` : rest
      return words.charAt(0).toUpperCase() + words.slice(1)
    },
    bothHalves: (subject: string, { k, n }: Halves, past: boolean) =>
      `the kinetic half of ${subject} ${past ? "stood" : "stands"} at ${k} of 100, the non-kinetic half at ${n}`,
    cannotBeTold: (subject: string, past: boolean) =>
      `which half of ${subject} ${past ? "led" : "leads"} cannot be told`,
    mostlyUnrated: (subject: string, past: boolean) => `most of ${subject} ${past ? "could not" : "cannot"} be rated`,
    oneHalf: (half: string, index: string, past: boolean) => `${half} ${past ? "stood" : "stands"} at ${index} of 100`,
    otherEmpty: (sentence: string, track: Track) => `${sentence}; it has no ${track} commitment`,
    empty: (subject: string) => `there is no commitment of ${subject} in this view`,
  },
  lede: {
    elapsed: (years: number, months: number) =>
      years > 0
        ? `After ${plural(years, "1 year", `${years} years`)}`
        : months > 0
          ? `After ${plural(months, "1 month", `${months} months`)}`
          : "In its first month",
    composition: (elapsed: string, complete: number, notInitiated: number, all: number, past: boolean) => {
      const [is, are, has] = past ? ["was", "were", "had"] : ["is", "are", plural(notInitiated, "has", "have")]
      if (all === 1) {
        const state = complete === 1 ? "complete" : notInitiated === 1 ? "not started" : "not complete"
        return `${elapsed}, the only commitment ${is} ${state}.`
      }
      const rest =
        notInitiated === 0
          ? `none ${past ? "stood" : "stands"} at “not initiated”`
          : `${notInitiated} ${has} not been started`
      return `${elapsed}, ${complete === 0 ? "none" : complete} of ${all} commitments ${complete <= 1 ? is : are} complete and ${rest}.`
    },
    half: (track: Track, index: string, rated: number, all: number, past: boolean) =>
      track === "kinetic"
        ? `The <k>kinetic</k> half (military and law enforcement) ${past ? "stood" : "stands"} at <k>${index}</k>, on ${rated} rated of ${plural(all, "1 commitment", `${all} commitments`)}`
        : `The <n>non-kinetic</n> half (political, social, economic, justice and governance) ${past ? "stood" : "stands"} at <n>${index}</n>, on ${rated} rated of ${plural(all, "1 commitment", `${all} commitments`)}`,
    halfUnrated: (track: Track, all: number, past: boolean) =>
      track === "kinetic"
        ? `None of the ${plural(all, "one <k>kinetic</k> commitment", `${all} <k>kinetic</k> commitments`)} (military and law enforcement) ${past ? "could" : "can"} be rated`
        : `None of the ${plural(all, "one <n>non-kinetic</n> commitment", `${all} <n>non-kinetic</n> commitments`)} (political, social, economic, justice and governance) ${past ? "could" : "can"} be rated`,
    join: (kinetic: string, nonKinetic: string) =>
      `${kinetic}; ${nonKinetic.charAt(0).toLowerCase()}${nonKinetic.slice(1)}.`,
    alone: (half: string) => `${half}.`,
    between: (unrated: number, behind: string, ahead: string) =>
      `Between them stand ${plural(unrated, "1 commitment", `${unrated} commitments`)} that cannot be rated: depending on ${plural(unrated, "it", "these")}, the <k>kinetic</k> half could be anywhere from ${inPoints(behind)} behind to ${ahead} ahead.`,
    kineticLeads: (by: string, atLeast: string) =>
      `The <k>kinetic</k> half leads by ${inPoints(by)}, and would still lead by ${atLeast} if everything that cannot be rated went the other way.`,
    nonKineticLeads: (by: string, atLeast: string) =>
      `The <n>non-kinetic</n> half leads by ${inPoints(by)}, and would still lead by ${atLeast} if everything that cannot be rated went the other way.`,
    noneRated: (all: number, past: boolean) =>
      `${all === 1 ? "The only commitment" : `None of the ${all} commitments`} ${past ? "could" : "can"}${all === 1 ? "not" : ""} be rated, so there is no index.`,
    mostlyUnrated: (rated: number, all: number, past: boolean) =>
      `Only ${rated} of ${plural(all, "1 commitment", `${all} commitments`)} ${past ? "could" : "can"} be rated, too few for a verdict.`,
  },

  /** Of a day before the plan: nothing of it is judged then, on whatever screen. */
  notAdopted: {
    headline: (year: number, day: string) => `On ${day} the ${year} plan had not been adopted`,
    lede: (day: string) => `It was adopted on ${day}. Nothing of it is judged on a day before that.`,
    see: (day: string) => `Show ${day}`,
  },

  stand: {
    title: (all: number) => (all === 1 ? "Where 1 commitment stands" : `Where ${all} commitments stand`),
    index: "index",
    unchanged: "unchanged in 12 months",
    /** Why an index moved: also where a commitment comes to be rated, or no longer is, and no level has changed. */
    moved: (by: string, { up, down, "newly-rated": found, "unrated-since": lost }: Record<Movement, number>) => {
      const told = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`])
      const levels = up + down === 0 ? ["no level changed"] : [...told(up, "up"), ...told(down, "down")]
      const why = [...told(found, "newly rated"), ...told(lost, "no longer rated"), ...levels].join(", ")
      return `${inPoints(by)} in 12 months: ${why}`
    },
    notRated: "cannot be rated",
    nothing: "No commitment in this view",
    /** Of commitments: to be coded as one that cannot be rated is provisional too. */
    provisional: (count: number, all: number) =>
      count === all
        ? plural(all, "Provisionally coded", "All provisionally coded")
        : `${count} of ${all} provisionally coded`,
  },
  imbalance: {
    title: "Imbalance",
    points: { "kinetic-ahead": "points, kinetic ahead", "non-kinetic-ahead": "points, non-kinetic ahead" },
    certain: (range: string) => `range ${range}: the lead is certain`,
    spansZero: (range: string) => `range ${range}: it spans zero, so no single figure is given`,
    spoken: (range: string) => `Imbalance, kinetic minus non-kinetic: cannot be told, range ${range}`,
    spokenTold: (value: string, range: string) => `Imbalance, kinetic minus non-kinetic: ${value}, range ${range}`,
  },

  trend: {
    title: (year: number) => `Two tracks since ${year}`,
    titleOne: {
      kinetic: (year: number) => `The kinetic track since ${year}`,
      "non-kinetic": (year: number) => `The non-kinetic track since ${year}`,
    },
    both: (day: string, k0: string, k1: string, n0: string, n1: string) =>
      `Since ${day} the kinetic index has gone from ${k0} to ${k1}, the non-kinetic from ${n0} to ${n1}.`,
    one: (day: string, from: string, to: string) => `Since ${day} the index has gone from ${from} to ${to}.`,
    same: (day: string, index: string) => `The index stands where it stood on ${day}, at ${index}.`,
    little: "Too little can be rated for a line.",
    note: "Index 0 to 100. Shaded: the range left open by what cannot be rated.",
    events: (count: number) => plural(count, "1 event", `${count} events`),
    event: "Event",
    kind: "Kind",
    atEnd: "at the end of the year, and on the day asked about",
  },
  imbalanceChart: {
    title: "Imbalance: kinetic minus non-kinetic, in points",
    note: "Filled: the lead is certain. Hatched: the range spans zero, so no figure is given.",
    oneTrack: "Only one track is in view, so there is nothing to compare.",
    never: (year: number) =>
      `At no time since ${year} could it be told which half leads: the range has always spanned zero.`,
    notNow: (range: string) => `Which half leads cannot be told: the range runs from ${range}.`,
    told: {
      "kinetic-ahead": (by: string) => `Kinetic leads by ${inPoints(by)}.`,
      "non-kinetic-ahead": (by: string) => `Non-kinetic leads by ${inPoints(by)}.`,
    },
  },

  grid: {
    title: "Each point has two halves",
    finding: (strands: number, complete: number, intermediate: number, low: number, unrated: number) =>
      `Of ${plural(strands, "1 strand", `${strands} strands`)}, ${complete} ${plural(complete, "stands", "stand")} at complete, ${intermediate} at intermediate, ${low} at minimum or not initiated; ${unrated} cannot be rated.`,
    note: "Cells: nearest level at each year’s end; a number marks a change. Bars: index on the as-of day, hatched where commitments cannot be rated. Where fewer than half are rated, their count (1/3) takes its place.",
    noteGap:
      "Cells: claimed level minus found level at each year’s end. Numbers: the same in index points on the as-of day, over commitments rated both ways, bold where they go the same way whatever the unrated turn out to be.",
    gap: "Claim minus finding",
    lane: "Lane",
    show: "Show",
    both: "Both",
    now: "Now",
    point: "Point",
    byYear: (track: string) => `${track}, by year`,
    indexNow: (track: string) => `${track}, index now`,
    indexOn: (track: string, day: string) => `${track}, index on ${day}`,
    count: (shown: number, all: number) => `${shown} of ${plural(all, "1 point", `${all} points`)}`,
    summary: (commitments: string, index: string) => `${commitments}, index ${index}`,
    summaryUnrated: (commitments: string) => `${commitments}, cannot be rated`,
    notInView: "not in this view",
    unrated: "unrated",
    few: (range: string, rated: number, all: number) => `${range}, cannot be rated: ${rated} of ${all} rated`,
    noPair: "not comparable",
    from: (level: string, year: number) => `${level} from ${year}`,
    /** What the newer plan left out: all of a point, or a part. */
    leftOut: {
      not: "not carried into 2021",
      partly: "carried into 2021 only in part",
    } satisfies Record<Exclude<Kept, "whole">, string>,
    cut: (day: string) => `to ${day}`,
    gapKey: {
      same: "claim and finding agree",
      more: "levels claimed beyond the finding",
      less: "levels found beyond the claim",
      unknown: "not comparable",
    },
  },

  claims: {
    title: "Claims beyond evidence",
    finding: (ahead: number, strands: number, certain: number) => {
      const rest =
        ahead === 0
          ? "."
          : certain === ahead
            ? ", whatever the unrated turn out to be."
            : `; ${certain === 0 ? "in none does this hold" : `in ${certain} this holds`} whatever the unrated turn out to be.`
      return strands === 1
        ? `Official claims ${ahead === 1 ? "stand" : "do not stand"} above the findings in the only strand where both are known${rest}`
        : `Official claims stand above the findings in ${ahead === 0 ? "none" : ahead} of ${strands} strands where both are known${rest}`
    },
    none: "No strand has both a claim and a finding that can be compared.",
    note: "Index 0 to 100, over the commitments rated in both lanes; widest gap first. A range takes in all commitments, also those rated in one lane. Bold: it goes the same way whatever the unrated turn out to be.",
    onPairs: (pairs: number, all: number) => `${pairs} of ${all} rated both ways`,
    all: (count: number) => plural(count, "The only strand", `All ${count} strands`),
    strand: "Strand",
    claim: "Claim",
    findingWord: "Finding",
    difference: "Difference",
    pairs: "Pairs",
    spoken: (claim: string, finding: string) => `claim ${claim}, finding ${finding}`,
  },
  changes: {
    title: "What changed lately",
    finding: (recent: string, ever: string) => `In the last 12 months ${recent}; since the plan was adopted ${ever}.`,
    /** A rating that is new, or could no longer be given, is no change of level. */
    counted: ({ levels, found, lost }: ChangeCounts) =>
      [
        levels === 0 ? "no level changed" : `${plural(levels, "1 level", `${levels} levels`)} changed`,
        ...(found === 0 ? [] : [`${found} newly rated`]),
        ...(lost === 0 ? [] : [`${lost} no longer rated`]),
      ].join(", "),
    note: "By the date the facts changed.",
    none: "No level has changed and nothing has been newly rated yet.",
    fromTo: (from: string, to: string) => `${from} → ${to}`,
  },
  stale: {
    title: "Oldest facts and checks",
    finding: (old: number, all: number) =>
      all === 1
        ? `The newest fact or recorded re-check of the only rated commitment is ${old === 1 ? "over" : "no more than"} 12 months old.`
        : old === 0
          ? `Each of ${all} rated commitments has a fact or a recorded re-check of the last 12 months.`
          : `For ${old} of ${all} rated commitments the newest fact or recorded re-check is over 12 months old.`,
    note: "Months since the newest re-check, or since the fact itself where none is recorded; the starting data record none, though its pages were read up to March 2026. The line marks 12 months.",
    none: "Nothing here has been rated yet.",
  },
  silences: {
    title: "Silences",
    /** `ended`: those in the list that nobody had promised. */
    finding: (missing: number, all: number, dated: number, ended: number) =>
      `Of ${plural(all, "1 report or step", `${all} reports and steps`)} promised or expected, ${missing === 0 ? "none" : missing} ${plural(missing, "was", "were")} never found; ${dated === 0 ? "none" : dated} had a date.${ended === 0 ? "" : ` ${ended} more, promised by nobody, ended.`}`,
    note: "The bar runs from the day it was promised, due or last seen.",
    none: "No silence is recorded here.",
    sources: (count: number) => plural(count, "1 source", `${count} sources`),
    promised: (day: string) => `promised ${day}`,
    due: (day: string) => `due ${day}`,
    undated: "no date given",
    lastSeen: (day: string) => `last seen ${day}`,
    /** Of a promise that is also a commitment, whose level says more than that something came. */
    notComplete: (months: string) => `not complete after ${months}`,
    notCompletePlain: "not complete",
    rest: (count: number) => `${count} more`,
    status: {
      "not-found": (months: string) => `not found after ${months}`,
      late: (_months: string) => "came late",
      closed: (_months: string) => "closed to the public",
      ended: (months: string) => `ended ${months} ago`,
      "not-known": (_months: string) => "not known by then",
    } satisfies Record<SilenceView["status"], (months: string) => string>,
    plain: {
      "not-found": "not found",
      late: "came late",
      closed: "closed to the public",
      ended: "ended",
      "not-known": "not known by then",
    } satisfies Record<SilenceView["status"], string>,
  },
  sectors: {
    title: "Who leads",
    finding: (sector: string, count: number, all: number) =>
      `${sector} are named for ${all === 1 ? "the only commitment" : `${count} of ${all} commitments`}.`,
    note: "A commitment that names two kinds of body counts in both. Numbers: index per track.",
    sector: "Kind of body",
  },
}
