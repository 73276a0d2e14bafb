import "@/app/admin.css"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignInForm } from "@/components/admin/sign-in-form"
import { settings } from "@/lib/data/settings"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { currentPerson } from "@/lib/web/actor"
import type { SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  return { title: messages(locale).signIn.title, robots: { index: false, follow: false } }
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { signIn } = messages(locale)
  const next = ownAddress((await searchParams).next) ?? `/${locale}/admin`
  const signedIn = await currentPerson()
  return (
    <div className="wrap">
      <section className="lost sin">
        <h1>{signIn.title}</h1>
        <p className="lede">{settings().visibility === "private" ? signIn.ledePrivate : signIn.lede}</p>
        {signedIn ? (
          <p className="note">
            {signIn.already(signedIn.person.name)} <a href={next}>{signIn.goOn}</a>
          </p>
        ) : null}
        <SignInForm locale={locale} next={next} />
        <p className="small muted">
          {signIn.names} {signIn.forgotten}
        </p>
      </section>
    </div>
  )
}

const ANY_ORIGIN = "http://site.invalid"

/** A page of this very site to go on to, or null. Resolved as a browser would, so "//elsewhere" and "/\elsewhere" do not pass. */
function ownAddress(next: string | string[] | undefined): string | null {
  if (typeof next !== "string" || next.length > 500 || !next.startsWith("/") || !URL.canParse(next, ANY_ORIGIN))
    return null
  const { origin, pathname, search } = new URL(next, ANY_ORIGIN)
  return origin === ANY_ORIGIN && /^\/(en|ur)(\/|$)/.test(pathname) ? pathname + search : null
}
