import { comparedWords } from "@/components/views/compare/words"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { CommitmentHead, PointHead } from "@/lib/domain/views/scope"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"

/** "5 Act against hate literature". */
export const pointWords = (locale: Locale, { number, title }: Pick<PointHead, "number" | "title">) =>
  `${number} ${inLocale(locale, title).text}`

/** "12a Return the displaced families". */
export const commitmentWords = (locale: Locale, { code, text }: Pick<CommitmentHead, "code" | "text">) =>
  `${isolate(locale, code)} ${inLocale(locale, text).text.replace(/[.۔]$/u, "")}`

/** What a drawing is called and what it shows, for whoever cannot see it. */
export const told = (locale: Locale, title: string, finding: string) =>
  `${title}${locale === "ur" ? "۔" : "."} ${finding}`

/** "Finding, Kinetic": what a mark stands for, and on which track. */
export const namedWith = (locale: Locale, name: string, more: string) => `${name}${locale === "ur" ? "،" : ","} ${more}`

/** The same of a comparison, with what is set against what: a picture is without the page's bar. */
export const toldOf = (locale: Locale, view: CompareView, title: string, finding: string) =>
  told(locale, title, `${finding} ${comparedWords(locale, view)}${locale === "ur" ? "۔" : "."}`)
