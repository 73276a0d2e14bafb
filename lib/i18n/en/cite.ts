import type { CitedScreen } from "@/lib/domain/citation"
import type { CiteStyle } from "@/lib/domain/citation-style"
import type { Track } from "@/lib/domain/scale"

/** Words of citations, of the panel that offers them and of the page that their permanent address opens. */
export const cite = {
  label: "Cite",
  sub: "This address pins the day, the revision and the view: it will always show this answer.",
  author: "NAP Tracker",
  screen: {
    overview: (year: number) => `How far Pakistan’s National Action Plan of ${year} has been carried out`,
    points: (year: number) => `The points of Pakistan’s National Action Plan of ${year}`,
    point: (year: number) => `A point of Pakistan’s National Action Plan of ${year}`,
    compare: () => "Pakistan’s National Action Plan: two answers compared",
    outcomes: () => "Pakistan’s National Action Plan and the outcomes beside it",
    momentum: (year: number) => `Momentum of Pakistan’s National Action Plan of ${year}`,
    claims: (year: number) => `Claims beyond evidence on Pakistan’s National Action Plan of ${year}`,
    explore: (year: number) => `The commitments of Pakistan’s National Action Plan of ${year}`,
    sandbox: (year: number) => `Pakistan’s National Action Plan of ${year} by a reader’s own method`,
    changes: () => "Changes and corrections to the record of Pakistan’s National Action Plan",
    record: () => "One record of Pakistan’s National Action Plan, two revisions compared",
    method: () => "How Pakistan’s National Action Plan is coded",
    data: () => "Data on Pakistan’s National Action Plan",
  } satisfies Record<CitedScreen, (year: number) => string>,
  pointTitle: (point: string, year: number) => `${point} (National Action Plan of ${year})`,
  version: (revision: number, narrowed: string[], day: string) =>
    [`Data set, revision ${revision}`, ...narrowed, `as of ${day}`].join("; "),
  lane: { finding: "findings", claim: "official claims" },
  track: { kinetic: "kinetic track", "non-kinetic": "non-kinetic track" } satisfies Record<Track, string>,
  points: (numbers: string) => `points ${numbers}`,
  style: { text: "Text", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" } satisfies Record<CiteStyle, string>,
  id: "Id",
  permanent: "Permanent address",
  page: {
    title: (id: string) => `Citation ${id}`,
    lede: "What stood here when it was cited, worked out again from the record.",
    holds: "The answer is the one that was cited.",
    holdsText: (digits: string) => `Worked out again today, it has the same digest (${digits}).`,
    differs: "This is not the answer that was cited.",
    differsText: (cited: string, now: string) =>
      `The address names the digest ${cited}; the same question about the same revision gives ${now} today. Either the address was altered or the method has changed since. The method page says how numbers are made now.`,
    unchanged: "Nothing on this has been published since.",
    changed: (count: number) =>
      count === 1
        ? "1 change on this has been published since."
        : `${count} changes on this have been published since.`,
    seeChanges: "See what changed",
    open: "Open the page as cited",
    openNow: "Open it as it stands today",
    answer: "The answer",
    answerNote: (revision: number, day: string, asOf: string) =>
      `As known in revision ${revision} (${day}), true on ${asOf}.`,
    columns: { track: "Track", index: "Index", range: "Range", rated: "Rated" },
    all: "Both tracks",
    how: "To cite it",
    whatIsDigested:
      "The digest is taken of the numbers and of what they rest on: indices, ranges, and each commitment’s level, day, certainty and sources. Parameters of one screen alone are carried in the address.",
  },
}
