import { Field } from "@/components/form/field"
import { adminWords } from "@/components/admin/words"
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
      <Field id={`${id}-bearing`} label={words.bearing}>
        {(described) => (
          <select
            {...described}
            className="in"
            value={citation.bearing}
            onChange={(event) => onChange({ bearing: event.target.value as Evidence["bearing"] })}
          >
            {BEARINGS.map((bearing) => (
              <option key={bearing} value={bearing}>
                {terms.bearing[bearing]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`${id}-quote`} label={words.quote}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={4000}
            placeholder={words.quoteHint}
            value={citation.quote}
            onChange={(event) => onChange({ quote: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-note`} label={words.evidenceNote}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={4000}
            value={citation.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
