import type { Metadata, Route } from "next"
import { notFound, redirect } from "next/navigation"
import type { ClashRow } from "@/components/admin/conflict/clash-card"
import { ConflictScreen, type ShownClash } from "@/components/admin/conflict/conflict-screen"
import { ASSESSMENT_FIELDS, fieldName, type Known, plainValue, spelled } from "@/components/admin/review/field-value"
import { formatMoment } from "@/components/admin/when"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { withOperations } from "@/lib/domain/proposal"
import type { Evidence } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { commitmentHead } from "@/lib/domain/views/scope"
import { type ClashView, clashesOf, type Fields } from "@/lib/domain/views/review"
import { isolate } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

type Page = AdminPage<"id">

export const generateMetadata = ({ params }: Page): Promise<Metadata> => titled(params, (admin) => admin.review.compare)

/** Only its author may settle a clash; without one there is nothing to settle. */
export default async function ConflictPage(page: Page) {
  const { id } = await page.params
  const { locale, actor } = await admit(page, `/admin/proposals/${id}/conflict`, "proposal.write")
  const proposal = await findProposal(actor, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound()
    throw error
  })
  if (!proposal.mine) notFound()
  const held = await ledger()
  const found = ["published", "withdrawn"].includes(proposal.status) ? [] : clashes(held, proposal)
  const now = new Date().toISOString()
  const views = clashesOf(held, proposal, found, dayOf(now))
  if (views.length === 0) redirect(`/${locale}/admin/proposals/${id}` as Route)

  const known: Known = { locale, facts: withOperations(snapshot(held, held.newest), proposal.operations) }
  const shown = views.map((clash): ShownClash => ({
    clash,
    title: titleOf(known, clash),
    rows: rowsOf(known, clash),
    when: formatMoment(locale, clash.publishedAt, now),
  }))
  const { version, operations, base } = proposal
  return (
    <ConflictScreen locale={locale} proposal={{ id, version, operations, base }} clashes={shown} newest={held.newest} />
  )
}

function titleOf({ locale, facts }: Known, { kind, id, yours, theirs, base }: ClashView): string {
  const { review } = messages(locale).admin
  const record = facts.records.commitment.get(String((yours ?? theirs ?? base)?.commitment))
  if (!record) return `${review.kinds[kind]} ${id}`
  const head = commitmentHead(facts, record)
  return `${isolate(locale, head.code)} ${inLocale(locale, head.text).text}`
}

function rowsOf(known: Known, clash: ClashView): ClashRow[] {
  const { base, theirs, yours } = clash
  const all = [base, theirs, yours]
  const names: readonly string[] =
    clash.kind === "assessment"
      ? ASSESSMENT_FIELDS
      : [...new Set(all.flatMap((record) => Object.keys(record ?? {})))].filter((field) => field !== "id")
  return names
    .filter((field) => new Set(all.map((record) => spelled(field, record))).size > 1)
    .map((field) => ({
      field,
      name: fieldName(known.locale, field),
      base: inWords(known, field, base),
      theirs: inWords(known, field, theirs),
      yours: inWords(known, field, yours),
      lang: field.endsWith("Ur") ? "ur" : field.endsWith("En") ? "en" : null,
    }))
}

function inWords(known: Known, field: string, record: Fields | null): string {
  const { terms } = messages(known.locale)
  if (record && field === "level" && record.level === null) {
    return `${terms.unrated}: ${terms.unratedReason[record.unratedReason as keyof typeof terms.unratedReason]}`
  }
  if (record && field === "evidence") {
    return (record.evidence as Evidence[])
      .map(
        (it) => `${known.facts.records.source.get(it.source)?.publisher ?? it.source} · ${terms.bearing[it.bearing]}`,
      )
      .join("\n")
  }
  return plainValue(known, field, record)
}
