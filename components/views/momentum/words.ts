import { notAdoptedWords } from "@/components/views/not-adopted"
import { changeOf, isUnchanged, scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { busiestYears } from "@/lib/domain/views/momentum/steps"
import { formatDay, list, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How far each index has moved within a year. */
export function ledeOf(locale: Locale, view: MomentumView): string {
  const untimely = notAdoptedWords(locale, view)
  if (untimely !== null) return untimely
  const { momentum, terms } = messages(locale)
  const { lede } = momentum
  const since = formatDay(locale, view.momentum.since)
  const { adoptedOn } = view.plans.find((it) => it.id === view.plan)!
  if (view.momentum.since < adoptedOn) return lede.join([lede.notYet(since)])
  return lede.join(
    tracksShown(view).map((track, at) => {
      const { change, movements } = changeOf(view, track)
      const name = terms.track[track].toLowerCase()
      const sentence =
        scoreOfTrack(view, track).commitments === 0
          ? lede.nothing(name)
          : change === null
            ? lede.unknown(name, since)
            : isUnchanged(change)
              ? lede.still(name, since)
              : lede.moved(name, signed(locale, change, 1), since, movements)
      return at === 0 ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
    }),
  )
}

/** More years than these that tie for the busiest say nothing of any. */
const MOST_BUSIEST = 3

/** How many steps up and down there were, and when most, where a year stands out. */
export function stepsFinding(locale: Locale, view: MomentumView): string {
  const { momentum, terms } = messages(locale)
  const words = momentum.steps
  if (!view.totals.some((it) => it.up + it.down > 0)) return words.none
  return words.join(
    view.totals.map((it) => {
      const years = busiestYears(view.steps, it)
      const moves = it.busiest?.moves ?? 0
      const isTold = moves > 1 && years.length <= MOST_BUSIEST
      const busiest = isTold ? words.busiest(list(locale, years.map(String)), years.length, moves) : ""
      return words.total(terms.track[it.track], it.up, it.down, busiest)
    }),
  )
}
