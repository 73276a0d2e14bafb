import type { Metadata } from "next"
import { AuditFilters } from "@/components/admin/ledger/audit-filters"
import { AuditTable } from "@/components/admin/ledger/audit-table"
import { LedgerTabs } from "@/components/admin/ledger/ledger-tabs"
import { Pager } from "@/components/admin/ledger/pager"
import { PageHead } from "@/components/admin/page-head"
import { auditChoices, listAudit } from "@/lib/data/audit"
import { readAuditFilter, searchOfAudit } from "@/lib/domain/audit"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

const PER_PAGE = 50

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.ledger.tabs.audit)

export default async function AuditPage(page: AdminPage) {
  const path = "/admin/ledger/audit"
  const { locale, actor, search } = await admit(page, path, "audit.read")
  const { audit: words, pages, tabs } = messages(locale).admin.ledger
  const filter = readAuditFilter(search)
  const given = search.get("before") ?? ""
  const cursor = /^\d{1,18}$/.test(given) ? given : null
  const [choices, { items, next }] = await Promise.all([
    auditChoices(actor),
    listAudit(actor, filter, { limit: PER_PAGE, cursor }),
  ])
  const to = (before: string | null) => `/${locale}${path}${searchOfAudit(filter, { before })}`
  return (
    <>
      <PageHead title={tabs.audit} sub={words.intro} />
      <LedgerTabs locale={locale} actor={actor} here="audit" />
      <AuditFilters locale={locale} filter={filter} {...choices} />
      <AuditTable locale={locale} items={items} now={new Date().toISOString()} />
      <Pager
        label={pages}
        newer={cursor === null ? null : { href: to(null), label: words.first }}
        older={next === null ? null : { href: to(next), label: words.older }}
      />
    </>
  )
}
