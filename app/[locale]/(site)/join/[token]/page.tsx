import "@/app/admin.css"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { JoinForm } from "@/components/admin/account/join-form"
import { openInvitation } from "@/lib/data/invitations"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const robots = { index: false, follow: false }
  // The same for every address, so that the title tells nothing of what it opens.
  return { title: messages(locale).signIn.join.title, robots, referrer: "no-referrer" }
}

export default async function JoinPage({ params }: Props) {
  const { locale, token } = await params
  if (!isLocale(locale)) notFound()
  const { join } = messages(locale).signIn
  const invitation = await openInvitation(token)
  const isReset = invitation?.purpose === "reset"
  return (
    <div className="wrap">
      <section className="lost sin">
        {invitation === null ? (
          <>
            <h1>{join.closedTitle}</h1>
            <p className="lede">{join.closed}</p>
          </>
        ) : (
          <>
            <h1>{isReset ? join.resetTitle : join.title}</h1>
            <p className="lede">{isReset ? join.resetLede : join.lede}</p>
            <JoinForm locale={locale} token={token} {...invitation} />
          </>
        )}
      </section>
    </div>
  )
}
