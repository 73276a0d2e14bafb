/** Words of the frame around every screen. */
export const site = {
  name: "NAP Tracker",
  titleOf: (page: string) => `${page} · NAP Tracker`,
  description:
    "Has Pakistan’s National Action Plan been carried out as promised, and does its non-kinetic half lag behind its kinetic half?",
  skip: "Skip to content",
  nav: {
    label: "Main",
    overview: "Overview",
    points: "Points",
    compare: "Compare",
    explore: "Explore",
    changes: "Changes",
    outcomes: "Outcomes",
    momentum: "Momentum",
    method: "Method",
    data: "Data",
  },
  menu: "Menu",
  theme: "Switch between light and dark",
  otherLanguage: "This page in Urdu",
  footer: {
    label: "About this site",
    independence:
      "NAP Tracker follows Pakistan’s National Action Plan, adopted in December 2014 with 20 points and revised in 2021 to 14. It is independent of any government body.",
    method: "Method",
    data: "Data and API",
    signIn: "Editors: sign in",
  },
  provisional: {
    title: "Provisional coding",
    text: "Coded by the project, not yet reviewed by a country expert.",
    link: "How it was coded",
  },
  notLive: {
    title: "Not live.",
    /** Side A and side B of a comparison. */
    days: (a: string, b: string) => `${a} (A) and ${b} (B)`,
    asOf: (day: string) => `True on ${day}.`,
    known: (day: string, revision: number) => `Only what revision ${revision} held, published on ${day}.`,
    asOfAndKnown: (asOf: string, known: string, revision: number) =>
      `True on ${asOf}, and only what revision ${revision} held, published on ${known}.`,
    back: "Back to live",
  },
  ignored: (names: string) => `Not understood and left out of this view: ${names}.`,
  databaseUnreachable: (day: string) =>
    `The database cannot be reached. You see what was published up to ${day}; nothing newer can be shown or saved now.`,
  notFound: {
    title: "There is no page at this address",
    text: "The address may be mistyped, or the page may never have existed.",
    example: "Points have addresses such as",
    home: "Go to the overview",
  },
  copy: "Copy",
  copied: "Copied",
  close: "Close",
}
