import type { Metadata } from "next"
import { LinksList } from "@/components/admin/links/links-list"
import { scopeWords } from "@/components/admin/links/scope-words"
import { PageHead } from "@/components/admin/page-head"
import { ledger } from "@/lib/data/ledger"
import { listShares } from "@/lib/data/share-upkeep"
import { snapshot } from "@/lib/domain/ledger"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.links.title)

export default async function LinksPage(page: AdminPage) {
  const { locale, actor } = await admit(page, "/admin/links", "share.write")
  const { links } = messages(locale).admin
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const shares = await listShares(actor)
  const scopes = Object.fromEntries(shares.map((share) => [share.id, scopeWords(locale, facts, share)]))
  return (
    <>
      <PageHead title={links.title} sub={`${links.intro(shares.length)} ${shares.length > 0 ? links.onceOnly : ""}`} />
      <LinksList locale={locale} shares={shares} scopes={scopes} />
    </>
  )
}
