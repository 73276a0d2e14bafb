import type { FreeControl, ShareChart } from "@/lib/domain/share"

/** Words for whoever makes links and looks after them: the dialog's settings, the list and the register. */
export const links = {
  openChart: "Share this chart",
  chartTitle: "Share one chart",
  shows: "What it shows",
  wholeScreen: "The whole screen",
  charts: {
    trend: "Both tracks over time",
    butterfly: "Every point, year by year",
    imbalance: "Imbalance over time",
    "strand-kinetic": "Kinetic strand",
    "strand-non-kinetic": "Non-kinetic strand",
    evidence: "Evidence by date",
  } satisfies Record<ShareChart, string>,

  preview: {
    title: "What the visitor will see",
    live: (day: string) => `Today, ${day}; later whatever has been published by then.`,
    frozen: (day: string, revision: number) => `As of ${day}, revision ${revision}, for good.`,
    locked: "Before the password is given, visitors and chat apps see only that there is a view.",
    picture: "The picture that chat apps show",
    chart: "The chart",
    wait: "Fetching the page…",
    failed: "The page could not be fetched just now. The link can be made all the same.",
  },

  free: {
    title: "Visitors may change",
    hint: "Only these, and only within what the link opens.",
    lane: "Finding or claim",
    track: "Both tracks or one",
    asOf: "The day, backwards",
  } satisfies Record<FreeControl | "title" | "hint", string>,
  freeMark: (names: string) => `Visitors may change: ${names}`,

  language: {
    title: "Language",
    hint: "Visitors can always switch.",
    own: "The reader’s own",
    en: "English",
    ur: "اردو",
  },
  expiry: {
    left: "A link can be ended earlier, never prolonged.",
    lastDay: "It opens until the end of that day in Pakistan.",
  },
  password: {
    title: "Password",
    hint: "Asked once per browser, for half a day. We keep only its hash.",
    kind: "Which password",
    made: "Made for you",
    own: "Your own",
    keep: "As it is",
    none: "None",
    change: "A change shuts out at once whoever unlocked with the old one.",
    text: "Your own password",
    atLeast: "At least 10 characters.",
  },
  downloads: { title: "Downloads", hint: "Tables as CSV, XLSX and JSON." },
  sites: {
    title: "Embedding",
    hint: "Only in pages of the sites you list.",
    site: "Site",
    example: "https://example.org",
    add: "Add the site",
    remove: (site: string) => `Remove ${site}`,
    locked: "A frame cannot ask for a password: while the link has one, these pages show nothing.",
    missing: "List at least one site, or switch embedding off.",
  },
  wrong: {
    label: "Say whom or what it is for.",
    password: "At least 10 characters.",
    site: (site: string) => `“${site}” is no site. Write one like https://example.org.`,
    tooMany: "At most 20 sites.",
    expiresOn: "Choose an earlier day: a link can be shortened, not prolonged.",
    expiresInDays: "Only an administrator may make a link that never ends.",
    scope: "This view does not exist any more. Close this, reload the page and try again.",
  },

  told: {
    password: "Password",
    passwordText: "Send it another way than the address. It is shown this once; a forgotten one can only be replaced.",
    qr: "QR code of the address",
    saveSvg: "Save QR as SVG",
    savePng: "Save QR as PNG",
    embed: "Embed code",
    embedText: (sites: string) => `For pages of ${sites}. Without the script the frame keeps the height written in it.`,
    embedTitle: (view: string) => `NAP Tracker: ${view}`,
    direct: "Direct addresses",
    directText: "For machines and spreadsheets. They end when the link does.",
    picture: "Preview picture",
    cached:
      "Chat apps copy the preview when the address is pasted. Ending the link later cannot take those copies back.",
    addressReady: "The new address is ready; the old one opens nothing any more.",
    passwordReady: "The new password is set; whoever unlocked with the old one is shut out.",
    close: "I have copied it",
  },

  marks: {
    password: "Password",
    embeds: (count: number) => (count === 1 ? "1 site" : `${count} sites`),
    noDownloads: "No downloads",
  },
  counts: (people: number, previews: number, embeds: number) =>
    [
      people === 1 ? "1 person" : `${people} people`,
      previews === 1 ? "1 preview bot" : `${previews} preview bots`,
      ...(embeds === 0 ? [] : [`${embeds} times in other pages`]),
    ].join(", "),
  seen: (day: string, counts: string) => `Last seen ${day}: ${counts}`,
  unseen: "Not opened yet",
  botsNote:
    "Preview bots are the fetches that chat apps make when a link is pasted; they are never counted as people. A new address keeps the settings and shuts the old one at once.",
  madeBy: (name: string, day: string) => `made by ${name} on ${day}`,
  madeByYou: (day: string) => `made by you on ${day}`,
  operator: "the command line",
  actsFor: (label: string) => `Acts on ${label}`,
  change: "Change",
  endsOn: "Ends on",
  save: "Save",
  cancel: "Cancel",
  changed: (label: string) => `“${label}” is changed.`,
  paused: (label: string) => `“${label}” is paused: it opens nothing until you resume it.`,
  resumed: (label: string) => `“${label}” works again.`,
  revoked: (label: string) => `“${label}” is revoked.`,
  conflict: "This link was changed meanwhile. Here is how it stands now; please look again.",

  newAddress: "New address",
  newAddressTitle: (label: string) => `Give “${label}” a new address?`,
  newAddressText: "The old address opens nothing from the next request on. Settings and counts stay.",
  newAddressYes: "Make the new address",

  revokeTitle: (label: string) => `Revoke “${label}”?`,
  revokeText: "The link stops on the next request, everywhere, for good. Whoever holds it sees that there is nothing.",
  revokeEmbeds: (count: number) =>
    count === 1
      ? "Pages of 1 site embed it and will show nothing:"
      : `Pages of ${count} sites embed it and will show nothing:`,
  revokeCached: "Previews that chat apps have copied already cannot be recalled.",
  revokeYes: "Revoke for good",

  register: {
    title: "Share links",
    intro: (count: number, people: number) =>
      count === 0
        ? "No links yet. The overview, the points, Compare, Outcomes and Momentum have a Share button."
        : `${count === 1 ? "One link" : `${count} links`}${people > 1 ? ` by ${people} people` : ""}. People and preview bots are counted apart, without cookies; no address of a reader is kept.`,
    onceOnly: "The address itself was shown once, when the link was made; only its fingerprint is kept.",
    soon: "end within a week",
    endless: "no expiry",
    kind: "Live or frozen",
    all: "All",
    state: "State",
    anyState: "Any state",
    person: "Person",
    anyone: "Anyone",
    search: "Search labels",
    more: (count: number) => `Show ${count} more`,
    found: (shown: number, all: number) => `${shown} of ${all}`,
    ended: "Ended links",
    empty: "No link matches.",
    revokeAll: (name: string, count: number) => `Revoke all open links of ${name} (${count})`,
    revokeMine: (count: number) => `Revoke all my open links (${count})`,
    revokeAllTitle: (name: string, count: number) =>
      count === 1 ? `Revoke the one open link of ${name}?` : `Revoke all ${count} open links of ${name}?`,
    revokeMineTitle: (count: number) =>
      count === 1 ? "Revoke your one open link?" : `Revoke all your ${count} open links?`,
    revokeAllText: "Every one of them stops on the next request, everywhere, for good.",
    revokedAll: (count: number) => (count === 1 ? "One link is revoked." : `${count} links are revoked.`),
  },
}
