import type { KeptCopy } from "@/lib/domain/copy-type"
import type { Act, RevisionKind } from "@/lib/domain/ledger"
import type { Rule } from "@/lib/domain/scale"

const times = (count: number) => (count === 0 ? "never" : count === 1 ? "once" : `${count} times`)

/** Words of one point’s page. Days, numbers and ranges come in already written in the language. */
export const point = {
  /** The rules of the coding method by name; the Method page explains each. */
  rules: {
    "r-law": "Law",
    "r-inst": "Institution",
    "r-force": "Force",
    "r-enf": "Enforcement",
    "r-fin": "Financing",
    "r-proc": "Process",
    "r-admin": "Administrative programme",
    "r-base": "Baseline",
    "r-claim": "Claim at face value",
    "r-words": "Official words",
    "r-term": "Expiry by plan",
    "r-fall": "Fall",
    "r-region": "One province",
    "r-unrated": "Not rated",
  } satisfies Record<Rule, string>,

  title: (number: number, title: string) => `Point ${number}: ${title}`,
  ofHundred: (track: string, index: string) => `${track} ${index} of 100`,
  /** Of a strand of which too few commitments are rated for one figure. */
  fewOfHundred: (track: string, range: string, rated: number, all: number) =>
    `${track} ${range} of 100, cannot be rated (${rated} of ${all})`,
  crumb: "Breadcrumb",
  planOf: (year: number) => `${year} plan`,

  text: {
    verbatim: (sources: string) => `Verbatim, English. ${sources}.`,
    topic: (sources: string) => `Topic as reported, in our words; the official text has not been found. ${sources}.`,
    ourUrdu: "Our Urdu translation. The official Urdu wording has not been found.",
    officialUrdu: "Official Urdu wording.",
    variants: (count: number) => (count === 1 ? "1 wording variant" : `${count} wording variants`),
    wordingSources: "Sources of the wording",
    numberOurs: "Number and order are ours.",
    publishedTrack: (track: string) => `Said to be ${track} in the 2021 count of 5 and 9`,
    leads: "Named for it",
  },

  stands: {
    title: "Where it stands",
    past: (day: string) => `Where it stood on ${day}`,
    range: (range: string) => `range ${range}`,
    noClaim: "No claim that can be rated",
    imbalance: "Imbalance",
    points: (signed: string, ahead: string) =>
      `${signed} ${/^[+−]?1$/.test(signed) ? "point" : "points"}, ${ahead} ahead`,
    untold: (range: string) => `cannot be told (from ${range})`,
    oneSided: (track: string) => `No imbalance: nothing is promised on the ${track} side.`,
    oneTrack: "One track is in view, so there is no imbalance to show.",
  },

  strands: {
    named: { kinetic: "Kinetic strand", "non-kinetic": "Non-kinetic strand" },
    title: "Two strands of one point",
    one: "One strand of this point",
    sub: "Index 0 to 100, finding against claim. A level holds until someone looks again; no line where fewer than half are rated.",
    breaks: "The line breaks where the plan was revised.",
    stopped: (day: string) => `The chart stops on ${day}, the day asked for.`,
    /** The finding in one sentence per strand. */
    emptyWhy: "Nothing in view is promised on this track, so there is nothing to rate. That is not a zero.",
    empty: (track: string) => `${track}: nothing promised in this point.`,
    unrated: (track: string, count: number) =>
      count === 1
        ? `${track}: the one commitment cannot be rated on public evidence.`
        : `${track}: none of the ${count} commitments can be rated on public evidence.`,
    stands: (track: string, index: string, rated: number, all: number, now: boolean) =>
      `${track}: ${now ? "stands" : "stood"} at ${index} of 100 on ${rated} of ${all === 1 ? "1 commitment" : `${all} commitments`} rated.`,
    few: (track: string, low: string, high: string, rated: number, all: number, now: boolean) =>
      `${track}: ${now ? "lies" : "lay"} between ${low} and ${high} of 100; it ${now ? "cannot" : "could not"} be rated, with only ${rated} of ${all === 1 ? "1 commitment" : `${all} commitments`} rated.`,
    between: (low: string, high: string) => `With the unrated ones it lies between ${low} and ${high}.`,
    claims: (claim: string, now: boolean) => `The state’s own claims ${now ? "come" : "came"} to ${claim}.`,
    claimsFew: (low: string, high: string, rated: number, all: number, now: boolean) =>
      `The state’s own claims ${now ? "come" : "came"} to between ${low} and ${high}, with ${rated} of ${all} rated.`,
    noClaim: "No claim of the state stands that can be rated.",
    key: {
      finding: "Finding",
      claim: "Claim",
      band: "range left open by unrated commitments",
      hatch: "nothing rated yet",
    },
    source: "Source: NAP Tracker findings and claims, from the evidence listed below.",
    date: "From",
    range: "Range",
    events: "Events tied to this point",
  },

  commitments: {
    title: "Commitments",
    sub: "The scored units. A strand’s index is the mean of its commitments.",
    number: "Number",
    lastChecked: "Last fact or check",
    sources: "Sources",
    deadline: "Deadline",
    never: "never",
    stale: (months: number) => (months === 1 ? "1 month ago" : `${months} months ago`),
    staleSince: (month: string) => `${month}, stale`,
    noDeadline: "none promised",
    kept: (day: string) => `kept, ${day}`,
    missed: (day: string) => `missed, ${day}`,
    due: (day: string) => `due ${day}`,
    untold: (day: string) => `${day}, cannot be told`,
    more: "Reasons, evidence, history",
    noClaim: "No claim recorded",
    noFinding: "No finding recorded",
    lead: "Carries official words on the whole point",
    provisional: "provisional",
    differs: "second coder differs",
  },

  detail: {
    since: (day: string) => `since ${day}`,
    until: (from: string) => `from ${from}`,
    earlier: (count: number) => (count === 1 ? "1 earlier assessment" : `${count} earlier assessments`),
    rule: (name: string) => `Rule: ${name}`,
    revision: (number: number) => `revision ${number}`,
    anchors: "What each level asks for",
    ownAnchors: "Anchors drawn for this commitment.",
    typeAnchors: (type: string) => `Anchors for: ${type}.`,
    restsOn: "What it rests on",
    trackBasis: "Why this track",
    bodies: "Bodies named",
    deadline: "Promised date",
    quote: (text: string) => `“${text}”`,
    undated: "undated",
    noAddress: "no public address",
    gone: (day: string) => `page gone since ${day}`,
    copy: (type: string, size: string) => `Archived copy: ${type}, ${size}`,
    copyType: {
      "application/pdf": "PDF",
      "image/png": "PNG",
      "image/jpeg": "JPEG",
      "text/plain": "text",
    } satisfies Record<KeptCopy["mediaType"], string>,
    copyHash: (hash: string, day: string) => `Archived on ${day}. SHA-256 ${hash}`,
    describes: "title in our words",
    evidence: "Evidence",
    second: (day: string, first: string, second: string) =>
      `The second coder, working blind, judged it otherwise for ${day}: ${second}, where the level in force was ${first}. The first coder’s level stands.`,
    english: "Reasons and quotations are in English.",
  },

  evidence: {
    title: "Evidence",
    sub: "Each citation counts for one lane, on the day its source was published.",
    summary: (publications: number, finding: number, claim: number, contradicts: number) =>
      `${publications === 1 ? "1 publication" : `${publications} publications`}, cited ${times(finding)} in the finding lane and ${times(claim)} in the claim lane; ${contradicts === 0 ? "none speaks" : contradicts === 1 ? "1 citation speaks" : `${contradicts} citations speak`} against the level given.`,
    searches: (count: number) =>
      count === 1
        ? "Beside these stands 1 record of a search that found nothing."
        : `Beside these stand ${count} records of searches that found nothing.`,
    none: "No publication as evidence up to this day.",
    undated: (count: number) => (count === 1 ? "1 publication has no date." : `${count} publications have no date.`),
    about: (bearing: string, code: string, lane: string) => `${bearing} ${code}, ${lane} lane`,
    columns: {
      id: "Item",
      date: "Published",
      lane: "Lane",
      commitment: "Commitment",
      bearing: "Bearing",
      source: "Source",
    },
    source: "Source: the publications listed, each linked where it has a public address.",
  },

  provinces: {
    title: "By province",
    sub: "Ratings made for one province. National ratings do not count here. Tiles stand roughly where the provinces are; they show no boundaries.",
    none: "No province has a rating of its own on this point.",
    some: (rated: number, all: number) =>
      all === 1
        ? `The one it applies to has ${rated === 1 ? "a" : "no"} rating of its own.`
        : rated === 1
          ? `1 of the ${all} it applies to has a rating of its own.`
          : `${rated} of the ${all} it applies to have ratings of their own.`,
    notApplicable: "does not apply",
    unrated: "unrated",
  },

  ratings: {
    title: "Rival ratings",
    sub: "Published verdicts on this point, in their own words. We never convert them.",
    none: "No published verdict on this point up to this day.",
    noneOf: (region: string) =>
      `No published verdict on this point, in ${region} or in the whole country, up to this day.`,
    paraphrase: "our paraphrase",
    direction: "direction only",
    in: "in",
  },

  history: {
    title: "History and corrections",
    sub: "Nothing is overwritten.",
    kind: {
      dataset: "Starting data",
      "world-changed": "The world changed",
      correction: "Correction",
      "re-check": "Re-check",
      redaction: "Removal by law",
    } satisfies Record<RevisionKind, string>,
    starting: (commitments: string, assessments: number) =>
      `${commitments} and ${assessments === 1 ? "1 assessment" : `${assessments} assessments`}, as first published.`,
    rechecked: (code: string) => `${code} re-checked, nothing changed`,
    act: { add: "added", change: "changed", withdraw: "withdrawn", redact: "removed by law" } satisfies Record<
      Act,
      string
    >,
    point: (act: string) => `The point’s record was ${act}`,
    commitment: (code: string, act: string) => `${code}: the commitment was ${act}`,
    assessment: (code: string, act: string) => `${code}: an assessment was ${act}`,
    none: "Nothing has been published on this point yet.",
    ofRegion: (region: string) => `Of levels and re-checks, only those of ${region}.`,
  },

  crosswalk: {
    in: (year: number) => `In the ${year} plan`,
    sub: "Our reading; no official crosswalk was found.",
    none: "No link to the other edition has been drawn.",
    dropped: (year: number) => `Not carried into the ${year} plan`,
    new: (year: number) => `New in ${year}`,
    provisional: "The 2021 numbers and titles are ours: the official wording and numbering have not been found.",
    weak: "Thick: this point. Dashed: a weak link.",
    columns: { from: "2014", relation: "Relation", share: "Share", to: "2021", note: "Note" },
    noShare: "not stated",
  },

  silences: {
    title: "Silences",
    sub: "Reports and steps on this point that were promised or expected, and were not found or came late.",
    none: "No silence is recorded for this point.",
    notKnown: "Not known by then",
    notComplete: "Not complete",
    by: (body: string) => `promised by ${body}`,
    of: (body: string) => `expected of ${body}`,
    lastSeen: (day: string) => `last seen ${day}`,
    on: (day: string) => `promised ${day}`,
    due: (day: string) => `due ${day}`,
    waited: (months: number) =>
      months === 0 ? "less than a month ago" : months === 1 ? "1 month ago" : `${months} months ago`,
  },

  brief: {
    label: "One-page brief",
    strand: "Strand",
    rated: "Rated",
    claims: "Index by claims",
    newest: (shown: number, all: number) =>
      shown === all ? (all === 1 ? "The source:" : "The sources:") : `The newest ${shown} of ${all} sources:`,
    provisional: "Levels of the starting data were coded by the project and not yet reviewed by a country expert.",
  },

  citation: {
    title: "Cite this page",
    text: (number: number, title: string, plan: string, revision: number, published: string, asOf: string) =>
      `NAP Tracker. “Point ${number}: ${title}.” ${plan}. Revision ${revision}, published ${published}; true on ${asOf}.`,
  },

  neighbours: { label: "Other points", previous: "Previous", next: "Next" },
}
