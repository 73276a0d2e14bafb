import type { Route } from "next"
import { notFound, redirect } from "next/navigation"
import { type Actor, can, type Permission } from "@/lib/domain/policy"
import { isLocale, type Locale } from "@/lib/i18n/locale"
import { currentPerson } from "@/lib/web/actor"
import { pairsOf, type SearchParams } from "@/lib/web/ask"
import type { SignedIn } from "@/lib/web/auth"

/** What every editors' page is handed by Next. */
export type AdminPage<P extends string = never> = {
  params: Promise<{ locale: string } & Record<P, string>>
  searchParams: SearchParams
}

export type Admitted = { locale: Locale; actor: Actor; person: SignedIn; search: URLSearchParams }

/**
 * Lets the signed-in through who may do this: nobody signed in is sent to sign in and comes back here, a role
 * without the permission finds no page. `path` is what follows the language.
 */
export async function admit(
  { params, searchParams }: AdminPage,
  path: string,
  permission: Permission,
): Promise<Admitted> {
  const [{ locale }, given, signedIn] = [await params, await searchParams, await currentPerson()]
  if (!isLocale(locale)) notFound()
  const search = new URLSearchParams(pairsOf(given))
  if (!signedIn) {
    const here = `/${locale}${path}${search.size > 0 ? `?${search}` : ""}`
    redirect(`/${locale}/sign-in?next=${encodeURIComponent(here)}` as Route)
  }
  if (!can(signedIn.actor, permission)) notFound()
  return { locale, ...signedIn, search }
}
