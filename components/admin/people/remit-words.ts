import type { Remit } from "@/lib/domain/policy"
import { list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** A plan as a person chooses it. */
export type PlanChoice = { id: string; label: string }

/** What somebody works on: "2021 plan · Non-kinetic", or `everything`. */
export function remitWords(
  locale: Locale,
  remit: Remit | null,
  plans: PlanChoice[],
  words: { everything: string; track: Record<"kinetic" | "non-kinetic", string> },
): string {
  const named = remit?.plans?.map((id) => plans.find((plan) => plan.id === id)?.label ?? id)
  // Both tracks are no limit.
  const track = remit?.tracks?.length === 1 ? words.track[remit.tracks[0]!] : null
  return [named ? list(locale, named) : null, track].filter((it) => it !== null).join(" · ") || words.everything
}
