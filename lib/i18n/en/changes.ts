import type { Act, RevisionKind } from "@/lib/domain/ledger"
import type { Track } from "@/lib/domain/scale"
import { plural } from "@/lib/i18n/format"

type Heading = { title: string; lede: string }

/** Words of the page of changes and corrections. */
export const changes = {
  headings: {
    all: {
      title: "What was published, when and why",
      lede: "Every change to the record, newest first: what changed in the world is told from what we got wrong. Nothing published is overwritten; frozen links keep their figures and say how much changed since.",
    },
    "world-changed": {
      title: "What changed in the world",
      lede: "New facts, added beside the older ones. Mistakes of ours are not listed here.",
    },
    correction: {
      title: "What we got wrong, and what it changed",
      lede: "A change in the world is not listed here. Frozen links keep the old figure and say how much changed since.",
    },
    "re-check": {
      title: "What was looked at again and stood",
      lede: "Somebody consulted a source and nothing had changed. A re-check moves no number.",
    },
    redaction: {
      title: "What was removed by law",
      lede: "The text is gone from every version; that it was removed, when and on what ground stays here for good.",
    },
    dataset: {
      title: "What the record began with",
      lede: "The starting data, coded by the project from published pages.",
    },
  } satisfies Record<RevisionKind | "all", Heading>,
  one: (number: number) => ({
    title: `Revision ${number}`,
    lede: "One publication, whole. This address stays the same.",
  }),
  filter: "Which changes",
  kinds: {
    all: "All",
    "world-changed": "World changed",
    correction: "Corrections",
    "re-check": "Re-checks",
    redaction: "Removals by law",
    dataset: "Starting data",
  } satisfies Record<RevisionKind | "all", string>,
  edition: "Edition",
  bothPlans: "Both plans",
  point: "Point",
  allPoints: "All points",
  after: (revision: number) => `after revision ${revision}`,
  show: "Show",
  everything: "All changes",
  shown: (from: number, to: number, total: number) =>
    total === 0
      ? "No revision"
      : from === to && total === 1
        ? "1 revision"
        : `${from === to ? from : `${from}–${to}`} of ${plural(total, "1 revision", `${total} revisions`)}`,
  none: "Nothing of this kind has been published.",
  columns: { published: "Published", changed: "What changed", effect: "Effect on the index" },
  pill: {
    dataset: "Starting data",
    "world-changed": "World changed",
    correction: "Correction",
    "re-check": "Re-check",
    redaction: "Removed by law",
  } satisfies Record<RevisionKind, string>,
  revision: (number: number) => `Revision ${number}`,
  because: "Reason:",
  lane: (lane: string) => `${lane}:`,
  first: "first assessed:",
  again: "assessed anew, still",
  corrected: "corrected:",
  was: "was",
  withdrawn: "withdrawn:",
  standsAgain: "again",
  nothingStands: "nothing stands in its place",
  from: "from",
  to: "to",
  since: (day: string) => `since ${day}`,
  on: (day: string) => `on ${day}`,
  rechecked: "re-checked, nothing changed",
  act: {
    add: "added",
    change: "changed",
    withdraw: "withdrawn",
    redact: "text removed by law",
  } satisfies Record<Act, string>,
  record: (kind: string, act: string) => `${kind} ${act}:`,
  differing: (count: number) => plural(count, "1 other field differs", `${count} fields differ`),
  gone: "Struck out: before.",
  fresh: "Underlined: after.",
  partsDiffer: "its parts differ",
  empty: "not given",
  more: (count: number) => plural(count, "and 1 more record", `and ${count} more records`),
  reasonsRemoved: (count: number) =>
    plural(
      count,
      "The reason given for 1 revision was blanked:",
      `The reasons given for ${count} revisions were blanked:`,
    ),
  notPublished: "What was removed had not been published.",
  whole: "See the whole revision",
  counted: (count: number, kind: string, act: string) => `${count} ${kind.toLowerCase()} ${act}`,
  noEffect: "None",
  noEffectYet: "Before it there was nothing to compare with",
  index: (track: Track, year: number) => `${track === "kinetic" ? "Kinetic" : "Non-kinetic"} index, ${year} plan`,
  range: (before: string, after: string) => `range ${before}, then ${after}`,
  reachOnly: (before: string, after: string) => `same index; range ${before}, then ${after}`,
  unrated: "not rated",
  effectNote: (day: string) => `Whole country, finding, as of ${day}.`,
  asKnown: "The overview as known then",
  hash: "Hash",
  newer: "Newer",
  older: "Older",
  pages: "Pages of changes",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  source: "From the ledger itself: every revision carries the hash of the one before.",
  all: "All changes and corrections",
  ofPoint: "All changes to this point",
}
