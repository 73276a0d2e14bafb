import { adminWords } from "@/components/admin/words"
import { Select, TextInput } from "@/components/form/inputs"
import type { Evidence } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"

const BEARINGS: Evidence["bearing"][] = ["supports", "contradicts", "context"]

/** How a source bears on what it is cited for. Empty text stands for null. */
export type Citation = { bearing: Evidence["bearing"]; quote: string; note: string }

/** Bearing, quotation and note of one citation. */
export function CitationFields({
  locale,
  id,
  citation,
  onChange,
}: {
  locale: Locale
  id: string
  citation: Citation
  onChange: (change: Partial<Citation>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  return (
    <div className="[display:grid] grid-cols-[150px_minmax(0,1fr)_minmax(0,1fr)] gap-3 max-[820px]:grid-cols-1">
      <Select
        id={`${id}-bearing`}
        label={words.bearing}
        value={citation.bearing}
        onChange={(bearing) => onChange({ bearing })}
        options={BEARINGS.map((bearing) => [bearing, terms.bearing[bearing]])}
      />
      <TextInput
        id={`${id}-quote`}
        label={words.quote}
        maxLength={4000}
        placeholder={words.quoteHint}
        value={citation.quote}
        onChange={(quote) => onChange({ quote })}
      />
      <TextInput
        id={`${id}-note`}
        label={words.evidenceNote}
        maxLength={4000}
        value={citation.note}
        onChange={(note) => onChange({ note })}
      />
    </div>
  )
}
