"use client"

import type { Session } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"
import { SessionList } from "./session-list"

/** The browsers one is signed in with. */
export function OwnSessions({ locale, sessions, now }: { locale: Locale; sessions: Session[]; now: string }) {
  return (
    <SessionList
      locale={locale}
      sessions={sessions}
      now={now}
      isOwn
      end={accountApi.endSession}
      endAll={accountApi.endOthers}
    />
  )
}
