import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import { fileSize, formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** Whether an archived copy of a source is kept, and whether its page is gone. */
export function SourceState({ locale, source }: { locale: Locale; source: Pick<SourceChoice, "copy" | "goneOn"> }) {
  const words = adminWords(locale).admin.evidence
  const { copy, goneOn } = source
  if (!copy && !goneOn) return null
  return (
    <span className="small flex flex-wrap items-center gap-x-3">
      {copy ? (
        <span title={`${words.hash} ${copy.sha256}`}>
          <Icon name="check" className="inline align-[-3px]" />{" "}
          {words.hasCopy(words.type[copy.mediaType], fileSize(locale, copy.size))}
        </span>
      ) : null}
      {goneOn ? (
        <span className="text-alert">
          <Icon name="warning" className="inline align-[-3px]" /> {words.goneSince(formatDay(locale, goneOn))}
        </span>
      ) : null}
    </span>
  )
}

/** Leads to the editor of the source itself, in a tab of its own so that nothing typed here is left. */
export function CorrectSource({ locale, source }: { locale: Locale; source: Pick<SourceChoice, "id" | "title"> }) {
  const words = adminWords(locale).admin.evidence
  return (
    <a
      className="small block w-fit"
      href={`/${locale}/admin/records/source/${encodeURIComponent(source.id)}`}
      target="_blank"
      rel="noopener"
    >
      {words.pageGone}
      <span className="vh"> {words.pageGoneHint(source.title)}</span>
    </a>
  )
}
