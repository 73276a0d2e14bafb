import { notAdoptedWords } from "@/components/views/not-adopted"
import { headlineOf, scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { OverviewView } from "@/lib/domain/views/overview"
import { formatDay, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What a preview says of the overview: the finding, then each track's index with its range, then the day. */
export function descriptionOf(locale: Locale, view: OverviewView): string {
  const { embedding } = messages(locale)
  const untimely = notAdoptedWords(locale, view)
  if (untimely !== null) return embedding.asOf(untimely, formatDay(locale, view.asOf))
  const halves = tracksShown(view).flatMap((track) => {
    const { index, low, high, commitments } = scoreOfTrack(view, track)
    if (commitments === 0) return []
    if (index === null || low === null || high === null) return [embedding.halfUnrated(track, commitments)]
    return [embedding.half(track, wholeNumber(index), range(locale, low, high))]
  })
  return embedding.description(headlineOf(locale, view), halves, formatDay(locale, view.asOf))
}
