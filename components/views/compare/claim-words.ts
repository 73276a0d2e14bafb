import type { ClaimRow, ClaimsView } from "@/lib/domain/views/compare/claims"
import { signed, signedRange } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** On how many points claims stand above the findings, and on how many for certain. */
export function claimsFinding(locale: Locale, { rows }: ClaimsView): string {
  const words = messages(locale).compare.claims
  const compared = rows.filter((row) => row.pairs.change !== null)
  const ahead = compared.filter((row) => row.pairs.change! > 0).length
  const certain = rows.filter((row) => row.gap.verdict === "higher").length
  return compared.length === 0 ? words.none : words.finding(ahead, compared.length, certain)
}

/** The place among all points, or the places it may take. */
export function rankWords(locale: Locale, { rank: { best, worst } }: ClaimRow): string {
  const words = messages(locale).compare.claims
  return best === worst ? words.rank(best) : words.rankUntold(best, worst)
}

/** The gap over the commitments rated in both lanes. */
export function onPairsWords(locale: Locale, { pairs, claim }: ClaimRow): string {
  const words = messages(locale).compare.claims
  return pairs.change === null
    ? words.noPairs(claim.commitments)
    : words.onPairs(signed(locale, pairs.change), pairs.pairs, claim.commitments)
}

/** The gap over all commitments of the point, with its range. */
export function gapWords(locale: Locale, { gap: { verdict, low, high } }: ClaimRow): string {
  const words = messages(locale).compare.claims
  const isOpen = low !== null && high !== null && low !== high
  return isOpen ? `${words.verdict[verdict]} · ${words.range(signedRange(locale, low, high))}` : words.verdict[verdict]
}
