import type { Metadata, Route } from "next"
import { redirect } from "next/navigation"
import { PageHead } from "@/components/admin/page-head"
import { CommitmentPicker } from "@/components/admin/proposal/commitment-picker"
import { newItem, type Draft } from "@/components/admin/proposal/draft"
import { DraftList } from "@/components/admin/proposal/draft-list"
import { ProposalForm } from "@/components/admin/proposal/proposal-form"
import { findDraft, listDrafts } from "@/lib/data/drafts"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { commitmentsWithin, formProps, missingIsNull, openedDraft } from "@/app/[locale]/admin/form-props"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.proposal.newTitle)

/**
 * `?commitment=` may come more than once; `lane` and `source` (a source just consulted) are for the first. `?draft=`
 * goes on with something begun, in the form it was begun in.
 */
export default async function ProposePage(page: AdminPage) {
  const { locale, actor, person, search } = await admit(page, "/admin/propose", "proposal.write")
  const asked = search.get("draft")
  const begun = asked === null ? null : await findDraft(actor, asked).catch(missingIsNull)
  const [kind, ...about] = begun?.form.split(":") ?? []
  if (begun && kind === "records") redirect(`/${locale}/admin/propose/records?draft=${begun.id}` as Route)
  if (kind === "proposal") {
    redirect(`/${locale}/admin/proposals/${about[0]}${about[1] ? `?as=${about[1]}` : ""}` as Route)
  }

  const named = begun ? [about[0]!, ...commitmentsWithin(begun.content)] : search.getAll("commitment")
  const props = await formProps(locale, actor, [...named, ...search.getAll("commitment")])
  const first = named.find((id) => props.forms[id])
  if (!first) {
    const { proposal } = messages(locale).admin
    const drafts = await listDrafts(actor)
    return (
      <>
        <PageHead title={proposal.newTitle} />
        <div className="grid">
          <div className="col-span-7">
            <CommitmentPicker
              locale={locale}
              id="commitment"
              choices={props.choices}
              hrefOf={`/${locale}/admin/propose`}
            />
          </div>
          <aside className="col-span-5 flex flex-col gap-4">
            <div className="card">
              <h2 className="h-s">{proposal.moreKinds}</h2>
              <p className="small muted mt-1 mb-3">{proposal.moreKindsText}</p>
              <span className="flex flex-wrap gap-2">
                <a className="btn" href={`/${locale}/admin/propose/records`}>
                  {proposal.moreKindsLink}
                </a>
                <a className="btn ghost" href={`/${locale}/admin/records`}>
                  {messages(locale).admin.records.title}
                </a>
              </span>
            </div>
            {drafts.length > 0 ? <DraftList locale={locale} drafts={drafts} now={new Date().toISOString()} /> : null}
          </aside>
        </div>
      </>
    )
  }
  const lane = (begun ? about[1] : search.get("lane")) === "claim" ? "claim" : "finding"
  const form = `assessment:${first}:${lane}`
  const source = props.library.find((it) => it.id === search.get("source"))?.id
  const item = newItem("item-0", first, lane)
  if (source) item.evidence.push({ source, bearing: "supports", quote: "", note: "" })
  const others = [...new Set(named)]
    .filter((id) => id !== first && props.forms[id])
    .map((id, at) => newItem(`item-${at + 1}`, id, lane))
  const initial: Draft = {
    change: "world-changed",
    base: props.newest,
    reasonEn: "",
    reasonUr: "",
    note: "",
    asked: null,
    items: [item, ...others],
    newSources: [],
    others: [],
  }
  const opened = await openedDraft(actor, asked, form)
  const keepAs = `${person.id}:${form}`
  return (
    <ProposalForm key={form} {...props} initial={initial} stored={null} form={form} keepAs={keepAs} opened={opened} />
  )
}
