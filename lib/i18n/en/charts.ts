/** Words around and inside the charts. */
export const charts = {
  viewAsTable: "View as table",
  /** `both` where the two lanes stand beside each other. */
  source: (lane: "finding" | "claim" | "both" | "neither", revision: number, day: string) => {
    const lanes = {
      finding: " findings",
      claim: " record of official claims",
      both: " findings and record of official claims",
      neither: "",
    }
    return `Source: NAP Tracker${lanes[lane]}, revision ${revision}, as of ${day}`
  },
  range: (text: string) => `range ${text}`,
  year: "Year",
  date: "Date",
  rangeWord: "range",
  cannotBeRated: "cannot be rated",
  planInForce: (year: number) => `${year} plan in force`,
  planInForceShort: (year: number) => `${year} plan`,
  stillJudged: (year: number) => `still judged on the ${year} wording`,
  stillJudgedShort: (year: number) => `${year} wording`,
  planRevised: (points: number | null) => (points === null ? "Plan revised" : `Plan revised: ${points} points`),
  kineticAhead: "kinetic ahead",
  nonKineticAhead: "non-kinetic ahead",
  explore: "Values at each change: arrow keys step, Home and End jump, Escape leaves",
}
