import type { Metadata, Route } from "next"
import { notFound, redirect } from "next/navigation"
import type { ClashRow, ShownClash } from "@/components/admin/conflict/clash-card"
import { ConflictScreen } from "@/components/admin/conflict/conflict-screen"
import { fieldLabel } from "@/components/admin/records/labels"
import { type Known, languageOf, nameIn, shownFields, valueWords } from "@/components/admin/review/value-lines"
import { formatMoment } from "@/components/admin/when"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { type ClashView, spelled } from "@/lib/domain/conflict"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { idOf, OPEN, withOperations } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { clashesOf, type Fields } from "@/lib/domain/views/review"
import { messages } from "@/lib/i18n/messages"
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
  const found = OPEN.includes(proposal.status) ? clashes(held, proposal) : []
  const now = new Date().toISOString()
  const views = clashesOf(held, proposal, found, dayOf(now))
  if (views.length === 0) redirect(`/${locale}/admin/proposals/${id}` as Route)

  // Names are looked up in what was there at the base too: what was taken back since still has one.
  const [before, after] = [snapshot(held, proposal.base), snapshot(held, held.newest)]
  const known: Known = { locale, facts: withOperations(after, proposal.operations) }
  const past: Known = { locale, facts: before }
  const named = (kind: ClashView["kind"], name: string) =>
    `${messages(locale).admin.records.kind[kind]}: ${nameIn(known.facts.records[kind].has(name) ? known : past, kind, name)}`
  const shown = views.map((clash): ShownClash => ({
    clash,
    title: named(clash.kind, clash.id),
    rows: rowsOf(known, clash),
    when: formatMoment(locale, clash.publishedAt, now),
    beside: clash.beside && besideWords(known, clash.beside),
  }))
  const { version, operations, base } = proposal
  return (
    <ConflictScreen
      locale={locale}
      proposal={{ id, version, base }}
      clashes={shown}
      names={operations.map((operation) => named(operation.kind, idOf(operation)))}
      newest={held.newest}
    />
  )
}

/** The fields that differ on some side; a record that is gone differs in all, so there what the other two say counts. */
function rowsOf(known: Known, clash: ClashView): ClashRow[] {
  const { kind, base, theirs, yours } = clash
  const { admin } = messages(known.locale)
  const words = (record: Fields | null, empty: string, field: string) =>
    record === null ? empty : valueWords(known, kind, field, record)
  const there = [base, theirs, yours].filter((record) => record !== null)
  return shownFields(kind)
    .filter((field) => new Set(there.map((record) => spelled(kind, field, record))).size > 1)
    .map((field) => ({
      field,
      name: fieldLabel(known.locale, kind, field),
      base: words(base, admin.review.nothingBefore, field),
      theirs: words(theirs, base === null ? admin.conflict.nothing : admin.review.takenBack, field),
      yours: words(yours, admin.review.takenBack, field),
      lang: languageOf(field) ?? null,
      given: [base, theirs, yours].map((record) => Boolean(record?.[field])) as ClashRow["given"],
    }))
}

/** "2 Intermediate, 5 May 2026". */
const besideWords = (known: Known, record: Fields): string =>
  ["level", "effectiveOn"].map((field) => valueWords(known, "assessment", field, record)).join(", ")
