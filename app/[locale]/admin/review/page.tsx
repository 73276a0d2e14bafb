import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { ProposalList } from "@/components/admin/queue/proposal-lists"
import { WaitingList } from "@/components/admin/review/waiting-list"
import { blindlyCodable } from "@/lib/data/blind-codings"
import { ledger } from "@/lib/data/ledger"
import { listProposals } from "@/lib/data/proposal-list"
import { snapshot } from "@/lib/domain/ledger"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.review.listTitle)

export default async function ReviewPage(page: AdminPage) {
  const { locale, actor, person } = await admit(page, "/admin/review", "proposal.write")
  const { review } = messages(locale).admin
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const proposals = await listProposals(actor, ["submitted"])
  const [own, others] = [proposals.filter((it) => it.mine), proposals.filter((it) => !it.mine)]
  const codable = await blindlyCodable(actor, others)
  const shared = { locale, facts, now: new Date().toISOString() }
  return (
    <>
      <PageHead title={review.listTitle} sub={review.listIntro} />
      <section className="max-w-[900px]">
        {codable.size > 0 ? <p className="small muted mb-3">{review.codeFirstHint}</p> : null}
        <WaitingList {...shared} proposals={others} codable={codable} reader={person.id} />
      </section>
      {own.length > 0 ? (
        <section className="qs max-w-[760px]">
          <h2>{review.elsewhere}</h2>
          <ProposalList {...shared} proposals={own} empty="" />
        </section>
      ) : null}
    </>
  )
}
