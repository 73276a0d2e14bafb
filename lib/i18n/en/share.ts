import type { Role } from "@/lib/domain/policy"
import type { ShareScreen, ShareState } from "@/lib/domain/share"

/** Words of the share dialog and of shared views. Days, regions and revisions come in already written. */
export const share = {
  open: "Share",
  title: "Share this view",
  close: "Close",
  cancel: "Cancel",
  wait: "One moment…",
  newLink: "New link",
  existing: "Existing links",

  anybody: {
    text: "The address of this page opens for everybody.",
    copy: "Copy address",
    send: "Send with another app",
  },
  signIn: {
    text: "A link of its own, which can be limited, frozen and revoked, needs sign-in, so that somebody answers for it.",
    action: "Sign in",
  },

  kind: "Kind of link",
  live: "Live",
  liveText: "Follows every later finding and correction. What readers see tomorrow may differ from today.",
  frozen: "Frozen",
  frozenText: "Stays exactly as it is now. Later changes show as a notice, never as changed numbers.",

  opens: "What the link opens",
  enforced:
    "Enforced on the server: nothing outside this opens through the link. To share less, narrow the view first.",
  scope: {
    screen: "Screen",
    comparison: "Compared",
    panels: "Counts",
    plan: "Plan",
    points: "Points",
    track: "Track",
    region: "Region",
    lane: "Lane",
    asOf: "As of",
  },
  screen: {
    overview: "Overview",
    points: "Points",
    point: "One point",
    compare: "Comparison",
    outcomes: "Outcomes",
    momentum: "Momentum",
  } satisfies Record<ShareScreen, string>,
  sides: (a: string, b: string) => `A: ${a}; B: ${b}`,
  yearBefore: "a year before B",
  on: (side: string, day: string) => `${side}, ${day}`,
  panels: (count: number) => (count === 1 ? "1 count" : `${count} counts`),
  noPanels: "None, the index alone",
  planOf: (year: number) => `${year} plan`,
  all: "All",
  both: "Both",
  wholeCountry: "Whole country",
  lane: { finding: "Finding, claim beside it", claim: "Claim, finding beside it" },
  everyDay: "always today",

  label: "For whom",
  labelHint: "Shown only in your list and to administrators.",
  labelExample: "e.g. Senate committee briefing",
  expires: "Expires",
  expiresHint: "90 days from today unless you choose otherwise.",
  expiry: (day: string, days: number) => `${day} (${days} days)`,
  never: "Never",
  create: "Create link",

  made: "The link is ready",
  madeText: "Copy it now: the address is shown this once and kept nowhere.",
  address: "Address",
  copy: "Copy",
  copied: "Copied",
  another: "Make another link",
  done: "Done",

  none: "You have made no link yet.",
  frozenAt: (revision: number) => `Frozen at revision ${revision}`,
  state: { active: "Active", paused: "Paused", expired: "Expired", revoked: "Revoked" } satisfies Record<
    ShareState,
    string
  >,
  ends: (day: string) => `ends ${day}`,
  ended: (day: string) => `ended ${day}`,
  endless: "no expiry",
  pause: "Pause",
  resume: "Resume",
  revoke: "Revoke",

  page: {
    live: "Live view.",
    liveText: "It follows every later finding and correction.",
    frozen: "Frozen copy.",
    clocks: (asOf: string, revision: number, published: string) =>
      `As of ${asOf}, revision ${revision} (published ${published}).`,
    changes: (count: number) =>
      count === 0
        ? "No change since it was frozen."
        : count === 1
          ? "1 change since this was frozen."
          : `${count} changes since this was frozen.`,
    publishedBy: "Figures and words by NAP Tracker",
    sharedBy: {
      analyst: "shared by an analyst.",
      editor: "shared by an editor.",
      reviewer: "shared by a reviewer.",
      admin: "shared by an administrator.",
    } satisfies Record<Role, string>,
    sharedByOperator: "shared by the people who run this site.",
  },
  embed: {
    live: (day: string, revision: number) => `As of ${day}, live, revision ${revision}.`,
    frozen: (day: string, revision: number, published: string) =>
      `Frozen: as of ${day}, revision ${revision} (published ${published}).`,
  },
  locked: {
    title: "This view needs a password",
    text: "Whoever sent you the link has it.",
    password: "Password",
    open: "Open",
    wrong: "This password does not fit. After thirty tries in an hour the link takes no more for a while.",
  },
  closed: {
    title: "This link opens nothing",
    text: "It may have ended, been withdrawn by the person who shared it, or lost a letter on its way. Ask them for a new one.",
  },
  unavailable: {
    title: "This link cannot be checked at the moment",
    text: "Whether it is still valid could not be read, so nothing is shown. Please try again in a minute.",
  },
}
