import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PageHead } from "@/components/admin/page-head"
import { RecordList } from "@/components/admin/records/record-list"
import { Icon } from "@/components/ui/icon"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { KIND_NAMES } from "@/lib/domain/records"
import { nameOf, recordRows } from "@/lib/domain/views/records"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

const PER_PAGE = 50

type Page = AdminPage<"kind">

export const generateMetadata = ({ params }: Page): Promise<Metadata> => titled(params, (admin) => admin.records.title)

/** The records of one kind; `?q=` searches them in both languages, `?page=` turns the page. */
export default async function KindPage(page: Page) {
  const { kind: named } = await page.params
  const { locale, search } = await admit(page, `/admin/records/${named}`, "proposal.write")
  const kind = KIND_NAMES.find((each) => each === named)
  if (!kind) notFound()
  const { records } = messages(locale).admin
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const text = (search.get("q") ?? "").slice(0, 200)
  const asked = Number(search.get("page")) || 1
  const { rows, total, pages } = recordRows(facts, kind, { text, page: asked, perPage: PER_PAGE })
  return (
    <>
      <PageHead
        title={records.kinds[kind]}
        sub={
          <>
            <a href={`/${locale}/admin/records`}>{records.back}</a> · {records.about[kind]}
          </>
        }
      >
        <a className="btn pri" href={`/${locale}/admin/propose/records?kind=${kind}&act=add`}>
          <Icon name="plus" />
          {records.addNew(records.kind[kind])}
        </a>
      </PageHead>
      <RecordList
        locale={locale}
        kind={kind}
        rows={rows}
        text={text}
        page={Math.min(Math.max(1, asked), pages)}
        pages={pages}
        counts={{ found: total, all: facts.records[kind].size }}
        nameOf={(kind, id) => inLocale(locale, nameOf(facts, kind, id)).text}
      />
    </>
  )
}
