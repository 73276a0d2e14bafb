import type { ClaimRow, ClaimsView } from "@/lib/domain/views/compare/claims"
import type { Difference } from "@/lib/domain/views/compare/difference"
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

/** The place among all points; null where it cannot be told, which the note says once of all. */
export const rankWords = (locale: Locale, { rank: { best, worst } }: ClaimRow): string | null =>
  best === worst ? messages(locale).compare.claims.rank(best) : null

/** The gap over the commitments rated in both lanes. */
export function onPairsWords(locale: Locale, { pairs, claim }: ClaimRow): string {
  const words = messages(locale).compare.claims
  return pairs.change === null
    ? words.noPairs(claim.commitments)
    : words.onPairs(signed(locale, pairs.change), pairs.pairs, claim.commitments)
}

/** Whether a gap is told, so that its figure may stand out: by any reading of the unrated it goes the same way. */
export const isGapTold = ({ verdict }: Difference) => verdict !== "cannot-be-told"

/** The gap over all commitments, with its range: "cannot be told · range −33 to +67". */
export function gapWords(locale: Locale, { verdict, low, high }: Difference): string {
  const words = messages(locale).compare.claims
  const isOpen = low !== null && high !== null && low !== high
  return isOpen ? `${words.verdict[verdict]} · ${words.range(signedRange(locale, low, high))}` : words.verdict[verdict]
}
