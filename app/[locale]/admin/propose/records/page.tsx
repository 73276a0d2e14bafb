import type { Metadata } from "next"
import { ChangeSetForm } from "@/components/admin/records/set/change-set-form"
import type { ChangeSet } from "@/components/admin/records/set/change-set"
import { findDraft } from "@/lib/data/drafts"
import { ledger } from "@/lib/data/ledger"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { begunBy, changeSetProps, firstSteps, stepsWithin } from "@/app/[locale]/admin/change-set-props"
import { missingIsNull, openedDraft } from "@/app/[locale]/admin/form-props"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.records.set.title)

/** A new proposal over records of any kind; `?kind=&act=&id=` begins it, `?draft=` goes on with one begun before. */
export default async function ProposeRecordsPage(page: AdminPage) {
  const { locale, actor, person, search } = await admit(page, "/admin/propose/records", "proposal.write")
  const asked = search.get("draft")
  const kept = asked === null ? null : await findDraft(actor, asked).catch(missingIsNull)
  const begun = begunBy(kept ? searchOf(kept.form) : search)
  const form = kept?.form.startsWith("records") ? kept.form : formOf(begun)
  const opened = await openedDraft(actor, asked, form)
  const held = await ledger()
  const steps = firstSteps(held, begun)
  const props = await changeSetProps(locale, actor, [...steps, ...stepsWithin(opened?.content)], held.newest)
  const initial: ChangeSet = {
    // Whoever changes or takes back what is published mostly corrects it; the first question asks all the same.
    change: begun === null || begun.act === "add" ? "world-changed" : "correction",
    base: held.newest,
    reasonEn: "",
    reasonUr: "",
    note: "",
    asked: null,
    steps,
  }
  const keepAs = `${person.id}:${form}`
  return (
    <ChangeSetForm
      key={form}
      {...props}
      initial={initial}
      stored={null}
      effect={null}
      form={form}
      keepAs={keepAs}
      opened={opened}
    />
  )
}

/** "records:change:point:nap2014-01" */
const formOf = (begun: ReturnType<typeof begunBy>) =>
  begun ? ["records", begun.act, begun.kind, begun.id].filter(Boolean).join(":") : "records"

function searchOf(form: string): URLSearchParams {
  const [, act = "", kind = "", id = ""] = form.split(":")
  return new URLSearchParams({ act, kind, id })
}
