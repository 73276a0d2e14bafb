import type { Track } from "@/lib/domain/scale"

const half = { kinetic: "Kinetic", "non-kinetic": "Non-kinetic" } satisfies Record<Track, string>

/** Words of views inside other sites' pages, of the code that puts them there, and of previews. */
export const embedding = {
  open: "Embed",
  hint: "Paste this into a page of yours. It follows this site; choose a day and a revision first to keep it still.",
  code: "Code to paste",
  frameTitle: (title: string) => `${title} (NAP Tracker)`,
  pinned: (day: string, revision: number, published: string) =>
    `As of ${day}, always revision ${revision} (published ${published}).`,

  /** Descriptions, as chat apps and search engines show them. */
  description: (finding: string, halves: string[], day: string) =>
    `${finding}.${halves.map((half) => ` ${half}`).join("")} As of ${day}.`,
  half: (track: Track, index: string, range: string) => `${half[track]} index ${index} of 100 (range ${range}).`,
  halfUnrated: (track: Track, all: number) =>
    `${half[track]} index: none of ${all === 1 ? "1 commitment" : `${all} commitments`} rated.`,
  asOf: (text: string, day: string) => `${text} As of ${day}.`,
  picture: (finding: string) => `The finding in words: ${finding}`,
  genericPicture: "The name of the site, NAP Tracker, and what it asks",
}
