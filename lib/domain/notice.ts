import { z } from "zod"
import type { Instant } from "@/lib/domain/date"

/** Why a person is told something. */
export const NoticeKind = z.enum([
  "assigned",
  "review-asked",
  "changes-requested",
  "rejected",
  "published",
  "recheck-due",
  "recheck-missed",
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** A notice as its person sees it. `subject` is "proposal:…", "revision:…" or "assignment:…". */
export type Notice = {
  id: string
  kind: NoticeKind
  subject: string
  detail: Record<string, string | number | null>
  at: Instant
  read: boolean
}
