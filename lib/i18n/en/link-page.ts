import { plural } from "@/lib/i18n/format"

/** Words of a shared view around its figures, and of the page that verifies a digest. */
export const linkPage = {
  pinned: "View of an earlier revision.",
  pinnedText: "Later findings and corrections do not change it.",
  pinnedChanges: (count: number) =>
    count === 0 ? "No change since." : plural(count, "1 change since.", `${count} changes since.`),
  seeChanges: {
    plan: (revision: number) => `See everything published on this plan after revision ${revision}`,
    points: (revision: number) => `See everything published on these points after revision ${revision}`,
    point: (revision: number) => `See everything published on this point after revision ${revision}`,
  },

  broken: {
    title: "These are not the frozen numbers.",
    text: "They were computed anew, by the method as this site has it today, and no longer match the digest that was stored when this copy was frozen. Do not cite them as the frozen answer.",
  },
  controls: {
    label: "What is shown",
    lastDay: "The latest day",
    until: (day: string) => `Any day up to ${day}.`,
  },

  downloads: {
    title: "Take it with you",
    data: (format: string) => `Table (${format})`,
    raw: "Data (JSON)",
  },

  sources: {
    title: (count: number) => plural(count, "1 source behind these levels", `${count} sources behind these levels`),
    sub: "What the levels in force rest on.",
  },

  method: {
    title: "How these numbers are made",
    scale: "Levels",
    formula: "Index",
    reach: "Range and coverage",
    imbalance: "Imbalance",
    state: "State of the coding",
    coverage: (track: string, words: string) => `${track}: ${words}`,
  },

  about: {
    title: "About this link",
    who: "Whom to ask",
    whoText: (maker: string, host: string) =>
      `About the link: whoever sent it to you. It was ${maker} About a figure or a source: the editors of NAP Tracker, at ${host}.`,
    madeBy: {
      analyst: "made by an analyst of NAP Tracker.",
      editor: "made by an editor of NAP Tracker.",
      reviewer: "made by a reviewer of NAP Tracker.",
      admin: "made by an administrator of NAP Tracker.",
      operator: "made by the people who run NAP Tracker.",
    },
    digest: "Digest of the frozen answer",
    digestText:
      "SHA-256 of the question as it was frozen and of its answer: every level, what it rests on, and the indices that follow. Whoever has it can check that this was said here.",
    turned: "It is of the view as it was frozen; the controls above have changed it since.",
    whole: "The whole digest",
    verify: "Verify it",
  },

  verify: {
    title: "Was this answer published here?",
    text: "A frozen view carries a digest of its answer. Paste one to learn whether this site ever froze an answer with it. Nothing is told of who shared it, or whether the link is still open.",
    digest: "Digest",
    hint: "64 characters, 0 to 9 and a to f.",
    check: "Check",
    malformed: "This is no digest: it takes 64 characters, 0 to 9 and a to f.",
    known: "Yes, this answer was published here.",
    knownText: (revision: number, day: string) =>
      `The answer with this digest was frozen on ${day}, from revision ${revision} of the record.`,
    unknown: "No answer with this digest was ever frozen here.",
    unknownText: "A letter may be missing, or the answer comes from elsewhere or was changed on its way.",
    another: "Check another digest",
  },
}
