import { adminWords } from "@/components/admin/words"
import type { Gap } from "@/lib/domain/form/typed"
import type { Kind } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import { isolate } from "@/lib/i18n/format"

/** What a rule says of a field, in the words of the page; the API says it in English. */
export function sentenceOf(locale: Locale, said: string): string {
  const { records } = adminWords(locale).admin
  const known = (records.set.problem as Record<string, string | undefined>)[said]
  if (known !== undefined) return known
  const [, kind, id] = /^There is no (\w+) (\S+)\.$/.exec(said) ?? []
  if (kind !== undefined && kind in records.kind) {
    return records.set.thereIsNo(records.kind[kind as Kind], isolate(locale, id!))
  }
  return records.set.otherProblem
}

export const gapSentence = (locale: Locale, gap: Gap["what"]): string => adminWords(locale).admin.records.set.gap[gap]
