import { admin as enAdmin } from "@/lib/i18n/en/admin"
import { errors as enErrors } from "@/lib/i18n/en/errors"
import { signIn as enSignIn } from "@/lib/i18n/en/sign-in"
import { terms as enTerms } from "@/lib/i18n/en/terms"
import type { Locale } from "@/lib/i18n/locale"
import { admin as urAdmin } from "@/lib/i18n/ur/admin"
import { errors as urErrors } from "@/lib/i18n/ur/errors"
import { signIn as urSignIn } from "@/lib/i18n/ur/sign-in"
import { terms as urTerms } from "@/lib/i18n/ur/terms"

const en = { admin: enAdmin, errors: enErrors, signIn: enSignIn, terms: enTerms }
const ur: typeof en = { admin: urAdmin, errors: urErrors, signIn: urSignIn, terms: urTerms }

export type AdminWords = typeof en

/**
 * The words of the editors' screens for components that run in the browser. Many are functions, which cannot be
 * handed over as props; editors load both languages once.
 */
export const adminWords = (locale: Locale): AdminWords => (locale === "ur" ? ur : en)
