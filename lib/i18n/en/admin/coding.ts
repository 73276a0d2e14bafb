/** Blind second coding by a reviewer. */
export const coding = {
  title: "Blind coding",
  intro:
    "Give your own level before you see the author’s: only the promise, what each level asks for, the day and the evidence are shown here. Once sent it cannot be changed.",
  published:
    "Finding, whole territory: your level, certainty and reason are published with the change, without your name, and count for the agreement on the Method page.",
  kept: "A claim or a single region: your coding is kept for the team and is not published.",
  count: (count: number) => (count === 1 ? "One assessment to code" : `${count} assessments to code`),
  step: (number: number, all: number) => `${number} of ${all}`,
  plan: (year: number) => `Plan of ${year}`,
  on: (day: string) => `As of ${day}`,
  evidence: "Evidence",
  level: "Your level",
  reason: "Why this level",
  reasonHint: "A sentence or two. Name no person.",
  certainty: "How certain",
  missing: {
    level: "Choose a level, or say why it cannot be rated.",
    certainty: "Say how certain you are.",
    reason: "Say why.",
  },
  allOrSome: "Leave out what you do not want to code: a step without a level is not sent.",
  nothing: "Code at least one assessment.",
  send: (count: number) =>
    count === 1 ? "Send my coding and open the review" : `Send ${count} codings and open the review`,
  back: "Back to the list",
  beside: "Blind second coding",
  author: "Author",
  coder: (name: string) => `${name}, blind`,
  same: "Same level",
  differs: (steps: number) => (steps === 1 ? "One level apart" : `${steps} levels apart`),
  unlike: "One rates it, the other does not",
  earlier: "of an earlier version: it is not published",
}
