import type { SourceChoice } from "@/lib/domain/views/proposing"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "./words"

/** "Dawn · Press · 12 Mar 2019", for lists of sources. */
export function sourceLine(
  locale: Locale,
  source: Pick<SourceChoice, "publisher" | "kind" | "publishedOn" | "precision">,
): string {
  const { admin, terms } = adminWords(locale)
  const day = source.publishedOn
    ? formatDay(locale, source.publishedOn, source.precision ?? "day")
    : admin.proposal.undated
  return [source.publisher, terms.sourceKind[source.kind], day].join(" · ")
}
