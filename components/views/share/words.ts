import { errors as enErrors } from "@/lib/i18n/en/errors"
import { share as enShare } from "@/lib/i18n/en/share"
import { terms as enTerms } from "@/lib/i18n/en/terms"
import type { Locale } from "@/lib/i18n/locale"
import { errors as urErrors } from "@/lib/i18n/ur/errors"
import { share as urShare } from "@/lib/i18n/ur/share"
import { terms as urTerms } from "@/lib/i18n/ur/terms"

/** What the dialog says. It is fetched on demand and brings its own words, so that pages need not carry them. */
export type Words = { share: typeof enShare; terms: typeof enTerms; errors: typeof enErrors }

const ALL: Record<Locale, Words> = {
  en: { share: enShare, terms: enTerms, errors: enErrors },
  ur: { share: urShare, terms: urTerms, errors: urErrors },
}

export const wordsOf = (locale: Locale): Words => ALL[locale]
