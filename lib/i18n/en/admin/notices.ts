import type { NoticeKind } from "@/lib/domain/notice"
import { plural } from "@/lib/i18n/format"

/** What a notice's sentence is made from; `code` and `day` are empty where it has none. */
export type NoticeFacts = { code: string; day: string; count: number; revision: string }

/** Words of a person's own notices and of their daily mail. */
export const notices = {
  title: "Notices",
  intro: (unread: number) =>
    unread === 0 ? "You have read everything." : plural(unread, "1 not read yet.", `${unread} not read yet.`),
  none: "Nothing yet. Here you are told when work is given to you, when you are asked to review, and what became of your proposals.",
  noneUnread: "You have read everything.",
  filter: "Which notices",
  all: "All",
  onlyUnread: "Not read",
  isNew: "new",
  markAll: "Mark all as read",
  markOne: "Mark as read",
  marked: "Marked as read.",
  older: "Older",
  newest: "Newest",
  daily: "Daily mail",
  dailyText: "One mail in the morning, from 7:00 in Pakistan, and only when something here is new.",
  dailyOff: "No mail server is set on this site, so no mail goes out.",
  on: "On",
  off: "Off",
  saved: "Saved.",
  sentence: {
    assigned: ({ code, day, count }: NoticeFacts) =>
      count > 1
        ? `${count} commitments are yours to re-check, the first by ${day}`
        : `${code} is yours to re-check by ${day}`,
    "review-asked": () => "A proposal waits for your review",
    "changes-requested": () => "A reviewer asks for changes to your proposal",
    rejected: () => "A reviewer rejected your proposal",
    published: ({ revision }: NoticeFacts) => `Your proposal was published as revision ${revision}`,
    "recheck-due": ({ code, day }: NoticeFacts) => `Your re-check of ${code} is due by ${day}`,
    "recheck-missed": ({ code, day }: NoticeFacts) => `Your re-check of ${code} was due by ${day} and was missed`,
    "second-factor-reset": () =>
      "An administrator reset your second factor. If you did not ask for that, tell them now",
  } satisfies Record<NoticeKind, (facts: NoticeFacts) => string>,
  mail: {
    subject: (count: number) => `NAP Tracker: ${plural(count, "1 new notice", `${count} new notices`)}`,
    opening: (count: number) =>
      plural(count, "There is 1 new notice for you:", `There are ${count} new notices for you:`),
    more: (count: number) => plural(count, "And 1 more.", `And ${count} more.`),
    seeAll: "All your notices:",
    turnOff: "You get this mail at most once a day. Turn it off on the same page.",
  },
}
