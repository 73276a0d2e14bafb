import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { RecordScreen } from "@/components/admin/records/record-screen"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { KIND_NAMES } from "@/lib/domain/records"
import { nameOf, recordHistory, referringTo, withdrawalOf } from "@/lib/domain/views/records"
import type { Fields } from "@/lib/domain/views/review"
import { inLocale } from "@/lib/i18n/text"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

type Page = AdminPage<"kind" | "id">

export const generateMetadata = ({ params }: Page): Promise<Metadata> => titled(params, (admin) => admin.records.title)

/** One record: what stands, what refers to it, every version, and the ways to change it. */
export default async function RecordPage(page: Page) {
  const { kind: named, id: written } = await page.params
  const id = decodeURIComponent(written)
  const { locale } = await admit(page, `/admin/records/${named}/${written}`, "proposal.write")
  const kind = KIND_NAMES.find((each) => each === named)
  const held = await ledger()
  const versions = kind ? recordHistory(held, kind, id) : []
  if (!kind || versions.length === 0) notFound()
  const facts = snapshot(held, held.newest)
  return (
    <RecordScreen
      locale={locale}
      kind={kind}
      id={id}
      record={(facts.records[kind].get(id) as Fields | undefined) ?? null}
      versions={versions}
      referring={referringTo(facts, kind, id)}
      together={withdrawalOf(facts, kind, id).length - 1}
      nameOf={(kind, id) => inLocale(locale, nameOf(facts, kind, id)).text}
    />
  )
}
