import type { ShareScreen, ShareState } from "@/lib/domain/share"

export const links = {
  title: "Share links",
  intro: (count: number) =>
    count === 0
      ? "No links yet. Every reader’s screen has a Share button."
      : count === 1
        ? "One link. No address of a reader is kept."
        : `${count} links. No address of a reader is kept.`,
  onceOnly: "The address itself was shown once, when the link was made; only its fingerprint is kept.",
  filter: "Show",
  all: "All",
  live: "Live",
  frozen: "Frozen",
  states: { active: "Active", paused: "Paused", expired: "Expired", revoked: "Revoked" } satisfies Record<
    ShareState,
    string
  >,
  ended: "Ended links",
  frozenAt: (revision: number) => `Frozen at revision ${revision}`,
  screens: { overview: "Overview", points: "List of points", point: "One point" } satisfies Record<ShareScreen, string>,
  point: (number: number) => `Point ${number}`,
  scopePoints: (numbers: string) => `points ${numbers}`,
  plan: (year: string) => `${year} plan`,
  asOf: (day: string) => `as of ${day}`,
  until: (day: string) => `ends ${day}`,
  endedOn: (day: string) => `ended ${day}`,
  noExpiry: "never ends",
  madeBy: (name: string, day: string) => `made by ${name} on ${day}`,
  madeByYou: (day: string) => `made by you on ${day}`,
  commandLine: "the command line",
  pause: "Pause",
  resume: "Resume",
  rename: "Rename",
  shorten: "Shorten",
  revoke: "Revoke",
  label: "Label",
  lastDay: "Ends on",
  lastDayHint: "A link can be shortened, not prolonged.",
  save: "Save",
  cancel: "Cancel",
  actsFor: (label: string) => `Acts on ${label}`,
  revokeTitle: (label: string) => `Revoke “${label}”?`,
  revokeText: "The link stops on the next request, everywhere, for good. Whoever holds it sees that there is nothing.",
  revokeYes: "Revoke for good",
  done: {
    paused: (label: string) => `“${label}” is paused.`,
    resumed: (label: string) => `“${label}” works again.`,
    renamed: (label: string) => `Now called “${label}”.`,
    shortened: (label: string, day: string) => `“${label}” ends on ${day}.`,
    revoked: (label: string) => `“${label}” is revoked.`,
  },
  empty: "No link matches.",
}

export const people = {
  title: "People and roles",
  intro: (count: number) =>
    count === 1 ? "One person. Names are never public." : `${count} people. Names are never public.`,
  person: "Person",
  role: "Role",
  since: "Here since",
  disabled: "Shut out",
  active: "Active",
  state: "State",
  rights: "What each role may do",
  may: "may",
  mayNot: "may not",
  permissions: {
    recheck: "Re-check",
    propose: "Propose",
    approve: "Approve others’ work",
    own: "Approve own work",
    share: "Share links",
    people: "People and roles",
  },
  nobody: "Nobody may approve their own work, administrators included.",
  oneTeam: "This installation has a one-person team: own work may be published. The method page says so.",
  howTo: "People are added and shut out at the command line:",
}
