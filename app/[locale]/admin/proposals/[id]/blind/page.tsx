import type { Metadata, Route } from "next"
import { notFound, redirect } from "next/navigation"
import { PageHead } from "@/components/admin/page-head"
import { BlindForm } from "@/components/admin/review/blind-form"
import { blindTask } from "@/lib/data/blind-codings"
import { Refusal } from "@/lib/domain/refusal"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

type Page = AdminPage<"id">

export const generateMetadata = ({ params }: Page): Promise<Metadata> => titled(params, (admin) => admin.coding.title)

/** Nothing of the author's judgement reaches this page; who has seen it already is shown the review instead. */
export default async function BlindPage(page: Page) {
  const { id } = await page.params
  const { locale, actor } = await admit(page, `/admin/proposals/${id}/blind`, "proposal.review")
  const { coding } = messages(locale).admin
  const task = await blindTask(actor, id).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    if (error.code === "not_found") notFound()
    if (error.code !== "conflict" && error.code !== "forbidden") throw error
    redirect(`/${locale}/admin/proposals/${id}` as Route)
  })
  if (task.steps.length === 0) redirect(`/${locale}/admin/proposals/${id}` as Route)
  return (
    <>
      <PageHead title={coding.title} sub={coding.count(task.steps.length)} />
      <p className="note max-w-[820px]">{coding.intro}</p>
      <BlindForm locale={locale} id={task.id} version={task.version} steps={task.steps} />
    </>
  )
}
