import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { CommitmentPicker } from "@/components/admin/proposal/commitment-picker"
import { newItem, type Draft } from "@/components/admin/proposal/draft"
import { ProposalForm } from "@/components/admin/proposal/proposal-form"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { formProps } from "@/app/[locale]/admin/form-props"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.proposal.newTitle)

/** `?commitment=` may come more than once; `lane` and `source` (a source just consulted) are for the first. */
export default async function ProposePage(page: AdminPage) {
  const { locale, person, search } = await admit(page, "/admin/propose", "proposal.write")
  const props = await formProps(locale, search.getAll("commitment"))
  const first = search.getAll("commitment").find((id) => props.forms[id])
  if (!first) {
    return (
      <>
        <PageHead title={messages(locale).admin.proposal.newTitle} />
        <div className="max-w-[760px]">
          <CommitmentPicker
            locale={locale}
            id="commitment"
            choices={props.choices}
            hrefOf={`/${locale}/admin/propose`}
          />
        </div>
      </>
    )
  }
  const lane = search.get("lane") === "claim" ? "claim" : "finding"
  const source = props.library.find((it) => it.id === search.get("source"))?.id
  const item = newItem("item-0", first, lane)
  if (source) item.evidence.push({ source, bearing: "supports", quote: "", note: "" })
  const initial: Draft = {
    change: "world-changed",
    base: props.newest,
    reasonEn: "",
    reasonUr: "",
    note: "",
    items: [item],
    newSources: [],
    others: [],
  }
  return <ProposalForm {...props} initial={initial} stored={null} keepAs={`new:${person.id}:${first}:${lane}`} />
}
