/** Words of the two clocks: stopping at a year or an event, and what had been published by then. */
export const timeline = {
  years: "End of a year",
  events: "Events",
  at: (day: string, event: string) => `${day}: ${event}`,
  near: (day: string, event: string, on: string) => `${day}. Nearest event: ${event}, ${on}`,
  keys: "Arrow keys go from stop to stop, Page Up and Page Down from year to year.",
  showThen: (day: string) => `Show what had been published by ${day}`,
  thenIs: (revision: number, day: string) => `That was revision ${revision}, of ${day}.`,
  nothingThen: (day: string, first: string) =>
    `Nothing had been published by ${day}: this record begins on ${first}. What you see of that day was found out later.`,
  allThen: (day: string) => `Everything shown here had been published by ${day}.`,
  looked: {
    title: "Since you last looked",
    changed: "{count} revisions have been published since {day}.",
    changedOne: "One revision has been published since {day}.",
    see: "See what changed",
    kept: "Kept on this device only; nothing is sent.",
    forget: "Do not remember",
    off: "This device does not remember when you last looked.",
    on: "Remember",
  },
}
