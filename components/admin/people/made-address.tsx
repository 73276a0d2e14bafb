"use client"

import { adminWords } from "@/components/admin/words"
import { CopyField } from "@/components/form/copy-field"
import { INVITATION_DAYS } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import type { MadeAddress as Made } from "./api"

/** A one-time address, shown this once. */
export function MadeAddress({ locale, made }: { locale: Locale; made: Made }) {
  const { people, accounts } = adminWords(locale).admin
  return (
    <>
      <p role="status">
        <b>{people.addressMade}</b> {people.addressText(made.invitation.name, INVITATION_DAYS)}
      </p>
      <CopyField label={people.address} value={made.url} copy={accounts.copy} copied={accounts.copied} />
    </>
  )
}
