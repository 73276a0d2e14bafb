import type { Above, Treatment, Weighting } from "@/lib/domain/own-method"
import type { Track } from "@/lib/domain/scale"
import type { Conclusion } from "@/lib/domain/views/sandbox"

/** Words of the screen where readers add the levels up in a way of their own. */
export const sandbox = {
  title: "Your own method",
  headline: {
    first: "Kinetic work stands above non-kinetic work however it is added up",
    second: "Non-kinetic work stands above kinetic work however it is added up",
    equal: "Kinetic and non-kinetic work stand equal however they are added up",
    "cannot-be-told": "Which kind of work leads cannot be told, however it is added up",
    differs: "Which kind of work leads depends on how it is added up",
    neither: "No way of adding up puts either kind of work ahead",
    onlyFirst: "Some ways of adding up put kinetic work ahead, none puts non-kinetic work ahead",
    onlySecond: "Some ways of adding up put non-kinetic work ahead, none puts kinetic work ahead",
  } satisfies Record<Above | "differs" | "neither" | "onlyFirst" | "onlySecond", string>,
  oneTrack: {
    kinetic: "Only kinetic commitments are in this view, so there is nothing to compare them with",
    "non-kinetic": "Only non-kinetic commitments are in this view, so there is nothing to compare them with",
  } satisfies Record<Track, string>,
  noneRated: "No commitment in this view can be rated, so there is nothing to compare",
  empty: "There is no commitment in this view",
  lede: (ways: number) =>
    `The levels stay as they are; only the way of adding them up changes. What holds under all ${ways} ways rests on the evidence, what does not rests on the method.`,
  mark: "Reader’s own method.",
  markText: (weights: string, unrated: string) =>
    `${weights.charAt(0).toUpperCase()}${weights.slice(1)}; ${unrated}. These are not the figures that this site publishes.`,
  back: "Back to the published method",

  form: "Choose a method",
  weightsLabel: "Weights",
  weights: {
    commitment: "commitments weigh the same",
    point: "points weigh the same",
    track: "tracks weigh the same",
    own: "reader’s own weights",
  } satisfies Record<Weighting, string>,
  unratedLabel: "Unrated commitments",
  unrated: {
    range: "unrated left open, as a range",
    excluded: "unrated left out",
    zero: "unrated counted as not initiated",
  } satisfies Record<Treatment, string>,
  own: "Weights by point",
  ownHint: "1 unless you choose otherwise. They count with “reader’s own weights”.",
  weightOf: (number: number) => `Weight of point ${number}`,
  apply: "Add up",

  result: "Under this method",
  chart: "The two tracks under every method",
  chartNote: "Square: kinetic, circle: non-kinetic, bar: the range left open. The chosen method is marked.",
  holds: "What holds under every method",
  /** Of the tracks against each other, each of which is added up for itself. */
  sameWeights:
    "Between the tracks “tracks weigh the same” comes to the same as “commitments weigh the same”: one answer, counted twice.",
  conclusion: {
    lead: "Kinetic against non-kinetic",
    rise: "The whole plan against twelve months before",
    claim: "The state’s claim against the evidence",
  } satisfies Record<Conclusion, string>,
  answer: {
    lead: {
      first: "kinetic above",
      second: "non-kinetic above",
      equal: "equal",
      "cannot-be-told": "cannot be told",
    },
    rise: { first: "risen", second: "fallen", equal: "unchanged", "cannot-be-told": "cannot be told" },
    claim: { first: "claim above", second: "finding above", equal: "equal", "cannot-be-told": "cannot be told" },
  } satisfies Record<Conclusion, Record<Above, string>>,
  always: (answer: string, ways: number) => `${answer}, under all ${ways} methods`,
  sometimes: (answer: string, count: number, ways: number) => `${answer} under ${count} of ${ways}`,
  method: "Method",
  noWeight: "no weight left",
  whole: "Whole plan",
  weight: "Weight",
  points: "Points under this method",
  combinations: "Every method",
  source: (lane: "finding" | "claim", revision: number, day: string) =>
    `Source: NAP Tracker ${lane === "finding" ? "findings" : "claims"}, revision ${revision}, as of ${day}, added up by reader’s own method`,
  link: "Add it up your own way",
}
