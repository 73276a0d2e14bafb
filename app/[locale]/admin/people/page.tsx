import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { PeopleList } from "@/components/admin/people-list"
import { listPeople } from "@/lib/data/people"
import { settings } from "@/lib/data/settings"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.people.title)

export default async function PeoplePage(page: AdminPage) {
  const { locale, actor } = await admit(page, "/admin/people", "people.manage")
  const { people: words } = messages(locale).admin
  const people = await listPeople(actor)
  return (
    <>
      <PageHead title={words.title} sub={words.intro(people.length)} />
      <PeopleList locale={locale} people={people} team={settings().team} />
    </>
  )
}
