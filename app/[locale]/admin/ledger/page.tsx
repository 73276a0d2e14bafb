import type { Metadata } from "next"
import { LedgerTabs } from "@/components/admin/ledger/ledger-tabs"
import { Pager } from "@/components/admin/ledger/pager"
import { RevisionTable } from "@/components/admin/ledger/revision-table"
import { PageHead } from "@/components/admin/page-head"
import { listRevisions } from "@/lib/data/audit"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

const PER_PAGE = 50

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.ledger.title)

export default async function LedgerPage(page: AdminPage) {
  const { locale, actor, search } = await admit(page, "/admin/ledger", "proposal.write")
  const { ledger: words } = messages(locale).admin
  const held = await ledger()
  const given = search.get("upTo") ?? ""
  const upTo = /^[1-9]\d{0,8}$/.test(given) ? Math.min(Number(given), held.newest) : held.newest
  const revisions = await listRevisions(actor, upTo, PER_PAGE)
  const to = (last: number) => `/${locale}/admin/ledger${last >= held.newest ? "" : `?upTo=${last}`}`
  return (
    <>
      <PageHead title={words.title} sub={words.intro} />
      <LedgerTabs locale={locale} actor={actor} here="revisions" />
      <RevisionTable
        locale={locale}
        revisions={revisions}
        facts={snapshot(held, held.newest)}
        now={new Date().toISOString()}
      />
      <Pager
        label={words.pages}
        newer={upTo < held.newest ? { href: to(upTo + PER_PAGE), label: words.newer } : null}
        older={upTo > PER_PAGE ? { href: to(upTo - PER_PAGE), label: words.older } : null}
      />
    </>
  )
}
