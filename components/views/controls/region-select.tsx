import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Text } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** The regions to choose from in a form, the whole country first. */
export function RegionSelect({
  locale,
  id,
  regions,
  chosen,
}: {
  locale: Locale
  id: string
  regions: readonly { id: string; name: Text }[]
  chosen: string | null
}) {
  return (
    <select className="in" id={id} name="region" defaultValue={chosen ?? WHOLE_COUNTRY}>
      <option value={WHOLE_COUNTRY}>{messages(locale).controls.anyRegion}</option>
      {regions.map((region) => (
        <option key={region.id} value={region.id}>
          {inLocale(locale, region.name).text}
        </option>
      ))}
    </select>
  )
}
