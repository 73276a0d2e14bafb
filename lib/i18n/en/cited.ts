import { plural } from "@/lib/i18n/format"

/** Words of what a permanent address shows: the finding of the screen cited, its main numbers, and what holds. */
export const cited = {
  lede: "What stood here when it was cited, worked out again from the record.",
  holds: "Every figure is the one that was cited.",
  holdsText: (digits: string) => `Worked out again today, this screen’s figures have the same digest (${digits}).`,
  /** Of a screen that was cited when it still told more than it does. */
  later:
    "It was cited when a screen also told some of what lies beyond its day or its region. This is left out now; taken together with it, the figures are the same.",
  digested:
    "The digest is taken of the page, of its parameters, of the hash of the revision, into which every word of the record is chained, and of every figure that this screen shows: numbers, levels, days and what they rest on.",
  finding: "What it found",
  newest: {
    same: "The newest revision gives the same figures for this question.",
    other: "The newest revision gives other figures for this question.",
  },
  columns: {
    side: "Side",
    series: "Series",
    at: "Year or day",
    value: "Value",
    level: "Level",
    count: "Commitments",
    revision: "Revision",
    published: "Published",
    kind: "Kind",
    records: "Records",
    list: "List",
    figure: "Figure",
  },
  index: (track: string) => `Index, ${track}`,
  figures: {
    commitments: "Commitments of the plan",
    assessments: "Assessments in the record",
    sources: "Sources in the record",
    neverRated: "Commitments never rated",
    both: "Judgements rated by both coders",
    same: "Of them at the same level",
  },
  found: (found: number, all: number) => `${found} of ${plural(all, "1 commitment", `${all} commitments`)}.`,
  outcomesBy: (publishers: string) => `outcomes as counted by ${publishers}`,
  records: (count: number, lists: number) => `${plural(count, "1 record", `${count} records`)} in ${lists} lists.`,
}
