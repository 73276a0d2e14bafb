import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** All words of the table as plain text, since they travel to the browser. */
export function exploreWords(locale: Locale) {
  const { explore, terms } = messages(locale)
  const { level, unrated, unratedReason, track, commitmentType, restsOn, sector } = terms
  return { ...explore.live, level, unrated, unratedReason, track, commitmentType, restsOn, sector }
}
export type ExploreWords = ReturnType<typeof exploreWords>
