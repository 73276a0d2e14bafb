import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { KindList } from "@/components/admin/records/kind-list"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { recordCounts } from "@/lib/domain/views/records"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.records.title)

/** Every kind of record, with how many there are. */
export default async function RecordsPage(page: AdminPage) {
  const { locale } = await admit(page, "/admin/records", "proposal.write")
  const { records } = messages(locale).admin
  const held = await ledger()
  return (
    <>
      <PageHead title={records.title} sub={records.intro}>
        <a className="btn pri" href={`/${locale}/admin/propose/records`}>
          {records.set.title}
        </a>
      </PageHead>
      <KindList locale={locale} counts={recordCounts(snapshot(held, held.newest))} />
    </>
  )
}
