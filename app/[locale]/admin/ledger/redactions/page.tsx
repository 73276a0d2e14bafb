import type { Metadata } from "next"
import { LedgerTabs } from "@/components/admin/ledger/ledger-tabs"
import { RedactionForm } from "@/components/admin/ledger/redaction-form"
import { RedactionItem } from "@/components/admin/ledger/redaction-item"
import { PageHead } from "@/components/admin/page-head"
import { listRedactions } from "@/lib/data/redactions"
import { settings } from "@/lib/data/settings"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.ledger.tabs.redactions)

export default async function RedactionsPage(page: AdminPage) {
  const { locale, actor } = await admit(page, "/admin/ledger/redactions", "redaction.write")
  const { redactions: words, tabs } = messages(locale).admin.ledger
  // What somebody still has to decide comes first.
  const redactions = (await listRedactions(actor)).toSorted(
    (a, b) => Number(b.state === "waiting") - Number(a.state === "waiting"),
  )
  const isAlone = settings().team === "one-person"
  return (
    <>
      <PageHead title={tabs.redactions} sub={words.intro} />
      <LedgerTabs locale={locale} actor={actor} here="redactions" />
      <div className="grid">
        <section className="qs col-span-6">
          <h2>{words.list}</h2>
          {redactions.length === 0 ? <p className="small muted">{words.none}</p> : null}
          <ul>
            {redactions.map((redaction) => (
              <RedactionItem
                key={redaction.id}
                locale={locale}
                redaction={redaction}
                mayApprove={isAlone || !redaction.mine}
              />
            ))}
          </ul>
        </section>
        <section className="qs col-span-6">
          <h2>{words.ask}</h2>
          <RedactionForm locale={locale} />
        </section>
      </div>
    </>
  )
}
