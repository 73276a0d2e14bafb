import { tracksShown } from "@/components/views/overview/words"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { formatDay, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How far each index has moved within a year. */
export function ledeOf(locale: Locale, view: MomentumView): string {
  const { momentum, terms } = messages(locale)
  const { lede } = momentum
  const since = formatDay(locale, view.momentum.since)
  return lede.join(
    tracksShown(view).map((track, at) => {
      const by = track === "kinetic" ? view.momentum.kinetic : view.momentum.nonKinetic
      const name = terms.track[track].toLowerCase()
      const sentence =
        by === null
          ? lede.unknown(name)
          : Math.abs(by) < 0.05
            ? lede.still(name, since)
            : lede.moved(name, signed(locale, by, 1), since)
      return at === 0 ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
    }),
  )
}

/** How many steps up and down there were, and when most. */
export function stepsFinding(locale: Locale, view: MomentumView): string {
  const { momentum, terms } = messages(locale)
  const words = momentum.steps
  if (!view.totals.some((it) => it.up + it.down > 0)) return words.none
  return words.join(
    view.totals.map((it) =>
      words.total(
        terms.track[it.track],
        it.up,
        it.down,
        it.busiest ? words.busiest(it.busiest.year, it.busiest.moves) : "",
      ),
    ),
  )
}
