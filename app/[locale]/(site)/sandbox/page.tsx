import type { Metadata, Route } from "next"
import { notFound, redirect } from "next/navigation"
import { searchIn, social } from "@/app/[locale]/social"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { SandboxScreen } from "@/components/views/sandbox/sandbox-screen"
import { sandboxHeadline } from "@/components/views/sandbox/words"
import { METHOD_NAMES, methodParameters, readMethod } from "@/lib/domain/own-method"
import type { Ledger } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { pointNumbers, sandbox } from "@/lib/domain/views/sandbox"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

const OWN = [...METHOD_NAMES]

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { ledger, query, question } = await ask(searchParams, OWN)
  const { method } = await methodOf(searchParams, ledger, question)
  const view = sandbox(ledger, question, method)
  const words = messages(locale).sandbox
  const title = sandboxHeadline(locale, view)
  const whose = view.isPublished ? words.title : words.mark
  const description = `${whose} ${words.lede(view.combinations.length)}`
  const search = searchIn(siteHrefs(locale, `/${locale}/sandbox`, query, methodParameters(method)).here({}))
  return social({ locale, title, description, path: "/sandbox", search })
}

export default async function SandboxPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams, OWN)
  const { method, ignored: unknown } = await methodOf(searchParams, ledger, question)
  const view = sandbox(ledger, question, method)
  const hrefs = siteHrefs(locale, `/${locale}/sandbox`, query, methodParameters(method))
  // The form sends one weight a point, most of them empty; the address that readers pass on names only those that count.
  const isSprawling = Array.isArray((await searchParams).own) && ignored.length + unknown.length === 0
  if (isSprawling) redirect(hrefs.here({}) as Route)
  return (
    <>
      <Notices
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        ignored={[...ignored, ...unknown]}
        reachable={reachable}
      />
      <SandboxScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={citationView(
          { ledger, question, shown: { screen: "sandbox", view } },
          locale,
          "/sandbox",
          methodParameters(method),
        )}
      />
    </>
  )
}

/** A form without script sends one weight a point, each under the same name. */
async function methodOf(searchParams: SearchParams, ledger: Ledger, question: Question) {
  return readMethod(pairsOf(await searchParams), pointNumbers(ledger, question))
}
