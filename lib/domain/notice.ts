import { z } from "zod"
import { type Looks, progressOf, type Task } from "@/lib/domain/assignment"
import { addDays, type Day, type Instant } from "@/lib/domain/date"

/** Why a person is told something. */
export const NoticeKind = z.enum([
  "assigned",
  "review-asked",
  "changes-requested",
  "rejected",
  "published",
  "recheck-due",
  "recheck-missed",
  "second-factor-reset",
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** A notice as its person sees it. `subject` is "proposal:…", "revision:…", "assignment:…" or "person:…". */
export type Notice = {
  id: string
  kind: NoticeKind
  subject: string
  detail: Record<string, string | number | null>
  at: Instant
  read: boolean
}

/** Where a notice leads, as what follows the language in an address: the proposal, the revision, the work. */
export function pathOf({ kind, subject, detail }: Pick<Notice, "kind" | "subject" | "detail">): string {
  const id = encodeURIComponent(subject.slice(subject.indexOf(":") + 1))
  if (kind === "published" && typeof detail.revision === "number") return `/changes?revision=${detail.revision}`
  if (subject.startsWith("proposal:")) return `/admin/proposals/${id}`
  if (subject.startsWith("revision:")) return `/changes?revision=${id}`
  if (subject.startsWith("assignment:")) return kind === "recheck-missed" ? "/admin?list=missed" : "/admin?list=mine"
  return "/admin/account"
}

export const NOTICES_PER_PAGE = 50

/** Which of one's own notices one has read: these, or every one up to now. */
export const NoticesRead = z
  .union([
    z.strictObject({
      ids: z
        .array(z.string().regex(/^\d{1,18}$/, "There is no such notice."))
        .min(1)
        .max(200),
    }),
    z.strictObject({ all: z.literal(true) }),
  ])
  .meta({ id: "NoticesRead" })
export type NoticesRead = z.infer<typeof NoticesRead>

/** Whether a person wants the daily mail. */
export const NoticeSettings = z.strictObject({ mail: z.boolean() }).meta({ id: "NoticeSettings" })
export type NoticeSettings = z.infer<typeof NoticeSettings>

/** A reminder is given this many days before the last day of a re-check. */
export const REMIND_BEFORE = 3

/** Of what a person is to be reminded on a day: what is due within three days, what was missed; null for neither. */
export function reminderOf(task: Task, looks: Looks, today: Day): "recheck-due" | "recheck-missed" | null {
  const { state } = progressOf(task, looks, today)
  if (state === "missed") return "recheck-missed"
  return state === "open" && task.dueOn <= addDays(today, REMIND_BEFORE) ? "recheck-due" : null
}
