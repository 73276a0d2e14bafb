import { errors as enErrors } from "@/lib/i18n/en/errors"
import { links as enLinks } from "@/lib/i18n/en/links"
import { share as enShare } from "@/lib/i18n/en/share"
import { terms as enTerms } from "@/lib/i18n/en/terms"
import type { Locale } from "@/lib/i18n/locale"
import { errors as urErrors } from "@/lib/i18n/ur/errors"
import { links as urLinks } from "@/lib/i18n/ur/links"
import { share as urShare } from "@/lib/i18n/ur/share"
import { terms as urTerms } from "@/lib/i18n/ur/terms"

/** What the dialog and the register say. They are fetched on demand and bring their own words, so that pages need not. */
export type Words = { share: typeof enShare; links: typeof enLinks; terms: typeof enTerms; errors: typeof enErrors }

const ALL: Record<Locale, Words> = {
  en: { share: enShare, links: enLinks, terms: enTerms, errors: enErrors },
  ur: { share: urShare, links: urLinks, terms: urTerms, errors: urErrors },
}

export const wordsOf = (locale: Locale): Words => ALL[locale]
