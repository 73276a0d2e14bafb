import "@/app/admin.css"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { AdminFrame } from "@/components/admin/frame"
import { NoticeStrip } from "@/components/site/strips"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { countToReview } from "@/lib/data/proposal-list"
import { unreadNotices } from "@/lib/data/notices"
import { settings } from "@/lib/data/settings"
import { countShares } from "@/lib/data/share-upkeep"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, can } from "@/lib/domain/policy"
import { isStale, queueOf } from "@/lib/domain/views/queue"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { currentPerson } from "@/lib/web/actor"

export const metadata: Metadata = { robots: { index: false, follow: false } }

export default async function AdminLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const signedIn = await currentPerson()
  // Each page sends people without a session to sign in; there is nothing to frame then.
  if (!signedIn) return children
  const { actor, person } = signedIn
  const held = await ledger()
  const today = dayOf(new Date().toISOString())
  const [toReview, links, notices] = await Promise.all([
    can(actor, "proposal.write") ? countToReview(actor) : 0,
    countShares(actor),
    unreadNotices(actor),
  ])
  const waiting = {
    stale: queueOf(snapshot(held, held.newest), "finding", today).filter(isStale).length,
    toReview,
    links: links.active,
    notices,
  }
  return (
    <>
      {mustSetUpFactor(actor) ? (
        <NoticeStrip>
          {messages(locale).admin.accounts.factorNeededElsewhere}{" "}
          <a href={`/${locale}/admin/account`}>{messages(locale).admin.accounts.factorSetUp}</a>
        </NoticeStrip>
      ) : null}
      {ledgerHealth().reachable ? null : <NoticeStrip>{messages(locale).admin.desk.unreachable}</NoticeStrip>}
      <AdminFrame locale={locale} person={person} team={settings().team} waiting={waiting}>
        {children}
      </AdminFrame>
    </>
  )
}

/** Whether this person could do more here with a second factor. */
const mustSetUpFactor = (actor: Actor) =>
  settings().twoFactor === "publishing" &&
  can(actor, "recheck.publish") &&
  !(actor.kind === "person" && actor.secondFactor)
