import type { CitedScreen } from "@/lib/domain/citation"
import type { CiteStyle } from "@/lib/domain/citation-style"
import type { Track } from "@/lib/domain/scale"
import { plural } from "@/lib/i18n/format"

/** Words of citations, of the panel that offers them and of the page that their permanent address opens. */
export const cite = {
  label: "Cite",
  sub: "This address pins the day, the revision and the view.",
  /** Where the choice changes in the browser, under a citation that the server has made of another. */
  moved: "What is chosen here has changed since its citation was made.",
  again: "Reload to cite this choice",
  author: "NAP Tracker",
  screen: {
    overview: (year: number) => `How far Pakistan’s National Action Plan of ${year} has been carried out`,
    points: (year: number) => `The points of Pakistan’s National Action Plan of ${year}`,
    point: (year: number) => `A point of Pakistan’s National Action Plan of ${year}`,
    compare: () => "Pakistan’s National Action Plan: two answers compared",
    outcomes: (year: number) => `Pakistan’s National Action Plan of ${year} and the outcomes beside it`,
    momentum: (year: number) => `Momentum of Pakistan’s National Action Plan of ${year}`,
    explore: (year: number) => `The commitments of Pakistan’s National Action Plan of ${year}`,
    sandbox: (year: number) => `Pakistan’s National Action Plan of ${year} by a reader’s own method`,
    changes: () => "Changes and corrections to the record of Pakistan’s National Action Plan",
    record: () => "One record of Pakistan’s National Action Plan, two revisions compared",
    method: () => "How Pakistan’s National Action Plan is coded",
    data: () => "Data on Pakistan’s National Action Plan",
  } satisfies Record<CitedScreen, (year: number) => string>,
  /** A comparison of two plans is of neither year. */
  compared: (year: number | null, sides: string) =>
    `Pakistan’s National Action Plan${year === null ? "" : ` of ${year}`}: ${sides} compared`,
  both: (a: string, b: string) => `${a} (A) and ${b} (B)`,
  pointTitle: (point: string, year: number) => `${point} (National Action Plan of ${year})`,
  version: (revision: number, narrowed: string[], day: string) =>
    [`Data set, revision ${revision}`, ...narrowed, `as of ${day}`].join("; "),
  lane: { finding: "findings", claim: "official claims" },
  track: { kinetic: "kinetic track", "non-kinetic": "non-kinetic track" } satisfies Record<Track, string>,
  points: (numbers: string, count: number) => `${plural(count, "point", "points")} ${numbers}`,
  style: { text: "Text", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" } satisfies Record<CiteStyle, string>,
  id: "Id",
  permanent: "Permanent address",
  page: {
    title: (id: string) => `Citation ${id}`,
    /** Of a screen that shows the numbers of the answer itself. */
    answering: {
      lede: "What stood here when it was cited, worked out again from the record.",
      holds: "The answer is the one that was cited.",
      holdsText: (digits: string) => `Worked out again today, it has the same digest (${digits}).`,
      digested:
        "The digest is taken of the page, of its parameters, and of the numbers and what they rest on: indices, ranges, and each commitment’s level, day, certainty and sources.",
    },
    /** Of a screen that shows more than the answer: what the digest covers, and no more. */
    pinning: {
      lede: "This address pins the revision, the day and the parameters of one screen, which works out its numbers from them again.",
      holds: "The address is as it was made.",
      holdsText: (digits: string) =>
        `The index of its question, with these parameters, has the same digest today (${digits}).`,
      digested:
        "The digest covers the index of the question and these parameters. It does not cover every number that the screen shows.",
    },
    differs: "This is not the answer that was cited.",
    differsText: (cited: string, now: string) =>
      `The address names the digest ${cited}; the same question about the same revision gives ${now} today. Either the address was altered or the method has changed since. The method page says how numbers are made now.`,
    /** Revisions after the one cited: on what the screen shows, or, where that is not counted, on anything. */
    since: {
      screen: (count: number) =>
        count === 0
          ? "Nothing on this has been published since."
          : count === 1
            ? "1 change on this has been published since."
            : `${count} changes on this have been published since.`,
      record: (count: number) =>
        count === 0
          ? "This is the newest revision."
          : count === 1
            ? "1 revision of the record has been published since."
            : `${count} revisions of the record have been published since.`,
    },
    seeChanges: "See what changed",
    open: "Open the page as cited",
    openNow: "Open it as it stands today",
    answerNote: (revision: number, day: string, asOf: string) =>
      `As known in revision ${revision} (${day}), true on ${asOf}.`,
    columns: { track: "Track", index: "Index", range: "Range", rated: "Rated" },
    all: "Both tracks",
    how: "To cite it",
  },
}
