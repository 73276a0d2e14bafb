/** Words around and inside the charts. */
export const charts = {
  viewAsTable: "View as table",
  source: (lane: "finding" | "claim", revision: number, day: string) =>
    `Source: NAP Tracker ${lane === "finding" ? "findings" : "record of official claims"}, revision ${revision}, as of ${day}`,
  range: (text: string) => `range ${text}`,
  year: "Year",
  date: "Date",
  rangeWord: "range",
  cannotBeRated: "cannot be rated",
  planInForce: (year: number) => `${year} plan in force`,
  planInForceShort: (year: number) => `${year} plan`,
  stillJudged: (year: number) => `still judged on the ${year} wording`,
  stillJudgedShort: (year: number) => `${year} wording`,
  planRevised: (points: number) => `Plan revised: ${points} points`,
  kineticAhead: "kinetic ahead",
  nonKineticAhead: "non-kinetic ahead",
  explore: "Values at each change: arrow keys step, Home and End jump, Escape leaves",
}
