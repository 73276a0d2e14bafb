import { thousands } from "@/lib/i18n/format"
import type { Track } from "@/lib/domain/scale"
import type { CompareKind, CompareRows } from "@/lib/domain/views/compare/sides"
import type { DifferenceVerdict, Movement } from "@/lib/domain/views/compare/difference"

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
const days = (count: number) => plural(count, "1 day", `${thousands(count)} days`)
const ago = (count: number | null) => (count === null ? "" : `; ${days(count)} ago`)
const commitments = (count: number) => plural(count, "1\u00a0commitment", `${count}\u00a0commitments`)
const some = (count: number) => (count === 0 ? "none" : String(count))
const someCommitments = (count: number) => (count === 0 ? "no\u00a0commitment" : commitments(count))
/** A difference that rounds to nothing is still one. */
const byPoints = (by: string) => (by === "0" ? "less than 1 point" : by === "1" ? "1 point" : `${by} points`)
const SIDE = { a: "A", b: "B" }
type Side = keyof typeof SIDE
type Names = Record<Side, string>
type Tally = Record<"higher" | "lower" | "unchanged" | "untold", number>

/** Words of the comparison of two sides. Days, numbers and ranges come in already written in the language. */
export const compare = {
  title: "Compare",
  bar: "What is compared",
  kind: {
    dates: "Two dates",
    lanes: "Claim and finding",
    tracks: "Two tracks",
    regions: "Two regions",
    plans: "Two plans",
  } satisfies Record<CompareKind, string>,
  field: {
    dates: { a: "A, day", b: "B, day" },
    regions: { a: "A, region", b: "B, region" },
    plans: { a: "A, plan", b: "B, plan" },
  },
  then: "A, day",
  show: "Compare",
  swap: "Swap",
  since: (day: string) => `Compare with ${day}`,
  side: SIDE,
  sides: "Both sides, level by level",
  named: (side: string, name: string) => `${side}. ${name}`,
  planOn: (plan: string, day: string) => `${plan}, ${day}`,
  reach: (points: number, count: number) => `${plural(points, "1 point", `${points} points`)}, ${commitments(count)}`,
  coreOnly: "comparable core only",
  sharedOnly: "only what applies on both sides",

  headline: {
    dates: (from: string, to: string, up: number, down: number) =>
      up + down === 0
        ? `Between ${from} and ${to} no rated commitment changed its level`
        : `Between ${from} and ${to}, ${someCommitments(up)} moved up and ${some(down)} moved down`,
    datesBack: (later: string, day: string, higher: number, lower: number) =>
      higher + lower === 0
        ? `On ${day} no rated commitment stood at another level than on a later day, ${later}`
        : `On ${day}, against a later day, ${later}, ${someCommitments(higher)} stood higher and ${some(lower)} lower`,
    notAdopted: (year: number, day: string) =>
      `On ${day} the ${year} plan had not been adopted, so there is nothing to compare`,
    lanes: (above: number, below: number, pairs: number) =>
      pairs === 0
        ? "No commitment is rated both by claim and by finding"
        : pairs === 1
          ? `On the one commitment rated both ways the official claim ${above > 0 ? "stands above" : below > 0 ? "stands below" : "agrees with"} the evidence`
          : `Official claims stand above the evidence on ${above} of the ${pairs} commitments rated both ways, and below it on ${some(below)}`,
    tracks: (ahead: Record<Track, number>, all: number) => {
      const [kinetic, other] = [ahead.kinetic, ahead["non-kinetic"]]
      const half = kinetic > 0 ? "kinetic" : "non-kinetic"
      if (all === 0) return "No point of the selection has both kinds of work"
      if (all === 1) {
        return `On the one point with both kinds of work ${kinetic + other === 0 ? "it cannot be told which half is ahead" : `the ${half} half is certainly ahead`}`
      }
      return kinetic + other === 0
        ? `On none of ${all} points with both kinds of work can it be told which half is ahead`
        : `Of ${all} points with both kinds of work the non-kinetic half is certainly ahead on ${some(other)}, the kinetic half on ${some(kinetic)}`
    },
    regions: (a: string, b: string, pairs: number, shared: number) =>
      shared === 0
        ? `${a} and ${b}: no commitment of the selection applies in both`
        : shared === 1
          ? `${a} and ${b}: the one commitment that applies in both ${pairs === 1 ? "can" : "cannot"} be rated in both`
          : `${a} and ${b}: ${pairs} of the ${commitments(shared)} that apply in both can be rated in both`,
    plans: (year: number, kept: number, of: number, dropped: number, added: number) =>
      `By our reading the ${year} plan carries on ${kept} of ${of} points; ${dropped} ended and ${added} ${plural(added, "is", "are")} new`,
    plansBack: (a: number, b: number, kept: number, of: number) =>
      `By our reading ${kept} of ${of} points of the ${a} plan are linked with the ${b} plan`,
  },
  lede: {
    pairs: (count: number, a: string, b: string) =>
      `Over the ${commitments(count)} rated on both sides the index is ${a} at A and ${b} at B.`,
    noPairs: "No commitment is rated on both sides.",
    continued: (count: number, a: string, b: string) =>
      `Over the ${plural(count, "1 pair", `${count} pairs`)} in which a commitment continues an older one and both are rated, the index is ${a} at A and ${b} at B.`,
    noneContinued: "In no pair in which a commitment continues an older one are both rated.",
    oneDay: (a: number, b: number, day: string) => `A is the ${a} plan and B the ${b} plan, both on ${day}.`,
    apart: (a: number, dayA: string, b: number, dayB: string) =>
      `A is the ${a} plan on ${dayA}, B the ${b} plan on ${dayB}: the time between these days may be what differs, and not the edition.`,
    core: (halves: string[]) => `On what both plans promise, ${halves.join("; ")}.`,
    half: (track: Track, a: string, b: string) => `the ${track} index is ${a} and ${b}`,
    at: {
      index: (side: Side, index: string) => `${index} at ${SIDE[side]}`,
      unrated: (side: Side) => `missing at ${SIDE[side]} (nothing there can be rated)`,
      nothing: (side: Side) => `missing at ${SIDE[side]} (nothing is promised there)`,
    },
    track: {
      index: (side: Side, track: Track, index: string, rated: number, all: number) =>
        `The ${track} index (${SIDE[side]}) is ${index}, on ${rated} rated of ${commitments(all)}.`,
      unrated: (side: Side, track: Track, all: number) =>
        all === 1
          ? `The one ${track} commitment (${SIDE[side]}) cannot be rated.`
          : `None of the ${all} ${track} commitments (${SIDE[side]}) can be rated.`,
      nothing: (side: Side, track: Track) => `Nothing ${track} (${SIDE[side]}) is promised in this selection.`,
    },
    between: (unrated: number) =>
      `Between them ${plural(unrated, "stands", "stand")} ${commitments(unrated)} that cannot be rated.`,
    all: {
      higher: (by: string) => `Counting the unrated either way, B is higher, by ${byPoints(by)}.`,
      lower: (by: string) => `Counting the unrated either way, B is lower, by ${byPoints(by)}.`,
      unchanged: () => "Counting the unrated either way, B stands where A stands.",
      "cannot-be-told": () =>
        "Counting what cannot be rated on either side, it cannot be told which of the two is higher.",
    } satisfies Record<DifferenceVerdict, (by: string) => string>,
    knownAt: (revision: number, day: string) => `This is what revision ${revision} held, published on ${day}.`,
  },

  basket: {
    title: {
      same: "Same commitments",
      overlap: "What both have",
      apart: "Two different sets",
      core: "Comparable core",
    },
    both: (count: number) => `${count} in both`,
    overlap: (a: number, b: number) =>
      `${commitments(a)} ${plural(a, "applies", "apply")} only at A and ${b} only at B. The baskets differ, so the whole indices are not set against each other: everything below counts only what applies on both sides.`,
    tracks: (a: number, b: number) =>
      `The two tracks share no commitment: ${a} at A, ${b} at B. Their difference is the imbalance; nothing moves from one side to the other.`,
    core: (a: string, b: string) =>
      `The core covers ${a} and ${b}. The baskets differ, so the whole plans are not drawn against each other: outside the core figures differ because the plan did.`,
    cover: (points: number, ofPoints: number, count: number, of: number, year: number) =>
      `${points} of ${plural(ofPoints, "1 point", `${ofPoints} points`)} and ${count} of ${commitments(of)} of the ${year} plan`,
    partly: (numbers: string, count: number) =>
      `${plural(count, `Point ${numbers} is`, `Points ${numbers} are`)} carried on only in part; all ${plural(count, "its", "their")} commitments are counted, since a link joins points, not sentences.`,
    changed: (revision: number, day: string) =>
      `The core was last changed in revision ${revision} (${day}). It changes only when a link in it does.`,
    noLinks: "No link joins the two plans, so nothing can be compared.",
    whole: "The whole plans, not like for like",
    wholeNote: "Printed for reference. These figures must not be set against each other.",
  },
  nothing: "no commitment here",

  moved: {
    title: "What moved most",
    differs: "What differs most",
    byTrack: "Points with both kinds of work",
    note: "Strand index at A (outlined) and at B (filled), 0 to 100. The thin lines are the ranges: A above, B below.",
    noteLanes:
      "Index of the finding (filled) and of the claim (hollow square), 0 to 100. The thin lines are the ranges.",
    noteTracks:
      "Non-kinetic (circle) and kinetic (square) index of each point, 0 to 100. The number is B minus A. The thin lines are the ranges.",
    notePlans:
      "Each point of B with the points of A it is linked with. Index at A (outlined) and at B (filled); the thin lines are the ranges.",
    /** On how many rows which side is higher; `names` are the sides as the chart calls them. */
    finding: (what: "strand" | "point", all: number, { higher, lower, unchanged, untold }: Tally, names: Names) => {
      const told = (count: number, words: string) => (count === 0 ? [] : [all === 1 ? words : `${words} on ${count}`])
      const each = [
        ...told(higher, `${names.b} is higher`),
        ...told(lower, `${names.a} is higher`),
        ...told(unchanged, "both sides stand alike"),
        ...told(untold, "it cannot be told which is higher"),
      ]
      return `${all === 1 ? `On the only ${what}` : `Of ${all} ${what}s:`} ${each.join("; ")}.`
    },
    findingCommitments: (rated: number, all: number) => `${rated} of ${all} can be rated on both sides.`,
    none: "Nothing can be compared here.",
    noneByTrack: "No point of the selection has both kinds of work.",
    all: (count: number) => plural(count, "The only row", `All ${count} rows`),
    pairs: (change: string, pairs: number, all: number) => `${change} on ${pairs} of ${all} rated on both`,
    bare: (count: number) =>
      `On ${plural(count, "1 strand", `${count} strands`)} nothing is rated on either side; ${plural(count, "it stands", "they stand")} in the table.`,
    noPairs: "none rated on both",
    unchanged: "no change",
    spoken: (a: string, b: string, verdict: string) => `A ${a}, B ${b}: ${verdict}`,
    rows: { points: "By point", commitments: "By commitment" } satisfies Record<CompareRows, string>,
    rowsLabel: "Rows",
    from: (titles: string) => `from ${titles}`,
    strand: "Strand",
    difference: "Difference",
    why: "Why, with the evidence",
    notAssessed: "Nobody has assessed it",
    rest: (count: number) => `${count} more`,
    alike: (count: number) => `${count} more, with no difference`,
    rangeOf: (side: string) => `Range of ${side}`,
    notDrawn: (counts: string) => `Not drawn: ${counts}.`,
    steps: (steps: string) => `${steps} levels`,
    oneStep: (steps: string) => `${steps} level`,
  },
  movement: {
    up: "higher at B",
    down: "lower at B",
    same: "same level",
    "newly-rated": "rated only at B",
    "unrated-since": "rated only at A",
    unrated: "rated on neither side",
  } satisfies Record<Movement, string>,
  movementDated: {
    up: "moved up",
    down: "moved down",
    same: "unchanged",
    "newly-rated": "newly rated",
    "unrated-since": "no longer rated",
    unrated: "unrated at both",
  } satisfies Record<Movement, string>,
  counts: "What became of each commitment",
  inBetween: (moves: number) =>
    `${plural(moves, "1 assessment", `${moves} assessments`)} gave or changed a level in between; a level may have moved and come back.`,

  reasons: {
    title: "Why: assessments in between",
    note: "By the day the facts changed, newest first. Each leads to its commitment; its evidence opens below.",
    none: "No assessment between the two days changed a level.",
    first: "first rated",
    events: "Events in between",
    eventsNote: "What happened at the time; not evidence of cause.",
    noEvents: "No event is recorded between the two days.",
    day: "Day",
    event: "Event",
    kind: "Kind",
  },

  core: {
    title: { kinetic: "The core, kinetic track", "non-kinetic": "The core, non-kinetic track" },
    finding: (day: string, indices: string) => `On ${day} the index of the core is ${indices}.`,
    stands: (year: number, index: string) => `${index} by the ${year} wording`,
    untold: (year: number) => `By the ${year} wording none of it can be rated.`,
    atA: (day: string, index: string) => `On ${day}, the day of A, it is ${index}.`,
    note: "Index 0 to 100 of the core’s commitments, each plan its own line; nothing joins across the revision. Shaded: the range.",
    wording: (year: number) => `${year} wording`,
    nothing: "Neither plan promises anything here.",
    unrated: "no index",
  },
  links: {
    title: (from: number, to: number) => `From ${from} points to ${to}`,
    note: "Our reading of the revision, link by link. Titles and numbers of 2021 are ours; the official wording has not been found.",
    counts: (text: string) => `${text}.`,
    relation: "Relation",
    basis: "Note and status",
    commonBasis: "Basis of every link:",
    reasoned: "Our reading; no published crosswalk was found. Shares are judgements, not measurements.",
    nothing: "nothing",
    share: (share: string) => `${share} of the point`,
    provisional: (count: number, all: number) =>
      count === all
        ? `${plural(all, "The link is", `All ${all} links are`)} provisional, reviewed by nobody yet.`
        : `${count} of ${all} links ${plural(count, "is", "are")} provisional, reviewed by nobody yet; the others name their revision.`,
    revision: (revision: number) => `Revision ${revision}.`,
  },

  claims: {
    title: "Claims beyond evidence",
    finding: (ahead: number, all: number, certain: number) =>
      `On ${ahead} of ${plural(all, "1 point", `${all} points`)} official claims stand above the findings where both are known; on ${some(certain)} this holds whatever the unrated turn out to be.`,
    note: "Widest gap first, over the commitments rated both ways. A rank is given only where no other point’s range overlaps; else it cannot be told.",
    none: "No point has both a claim and a finding.",
    rank: (rank: number) => `Rank ${rank}`,
    onPairs: (gap: string, pairs: number, all: number) => `${gap} on ${pairs} of ${all} rated both ways`,
    noPairs: (all: number) => `none of ${all} rated both ways`,
    range: (range: string) => `range ${range}`,
    verdict: {
      higher: "claims certainly ahead",
      lower: "findings certainly ahead",
      unchanged: "no gap",
      "cannot-be-told": "cannot be told",
    } satisfies Record<DifferenceVerdict, string>,
    overTime: (title: string, claim: string, finding: string) =>
      `${title} over time: claim now ${claim}, finding now ${finding}`,
    unknown: "unknown",
    lastOfficial: "Last official word",
    claimOn: (day: string, count: number | null) => `${day}, a claim on record${ago(count)}`,
    ratingOn: (day: string, publisher: string, count: number | null) => `${day}, ${publisher}${ago(count)}`,
    noOfficial: "No official word found",
    silences: (count: number) => plural(count, "1 silence", `${count} silences`),
    noSilence: "no silence recorded",
    silence: {
      due: (what: string, count: number) => `${what}: not found, ${days(count)} since due`,
      promised: (what: string, count: number) => `${what}: not found, ${days(count)} since promised; no date was set`,
      ended: (what: string, count: number) => `${what}: ended ${days(count)} ago`,
      plain: (what: string, status: string) => `${what}: ${status}`,
    },
    open: (count: number, ratings: number) =>
      `${commitments(count)} year by year, ${plural(ratings, "1 outside verdict", `${ratings} outside verdicts`)}`,
    ratings: "Others, in their own words",
    noRatings: "No outside verdict on this point was found.",
    planSilences: "Promised for the plan as a whole",
    table: "Every point, both lanes",
    columns: {
      point: "Point",
      claim: "Claim",
      finding: "Finding",
      gap: "Gap on pairs",
      range: "Range of the gap",
      rank: "Rank",
    },
    lanesTitle: { kinetic: "Claim and finding, kinetic", "non-kinetic": "Claim and finding, non-kinetic" },
    lanesFinding: (claim: string, finding: string) => `Claims stand at ${claim}, findings at ${finding}.`,
    lanesNote: "Index 0 to 100. Dashed: what the state says; solid: what the evidence shows. Shaded: the ranges.",
    year: "Year",
  },
}
