import { type Day, dayOf, type Instant } from "@/lib/domain/date"
import type { Language } from "@/lib/domain/account"
import type { Notice } from "@/lib/domain/notice"

/** What one person's daily mail says: the newest notices they have neither read nor been mailed, and how many in all. */
export type Digest = { to: string; language: Language; notices: Notice[]; count: number }

/** The most notices one mail tells of; the rest it counts. */
export const MOST_IN_DIGEST = 30

/** Mails go out from seven in the morning, Pakistan's time. */
const FIRST_HOUR = 7
const PAKISTAN_OFFSET_MS = 5 * 3_600_000

/** The day whose mail may go out at a moment; null before seven in the morning there. */
export function digestDay(now: Instant): Day | null {
  const hour = new Date(Date.parse(now) + PAKISTAN_OFFSET_MS).getUTCHours()
  return hour >= FIRST_HOUR ? dayOf(now) : null
}
