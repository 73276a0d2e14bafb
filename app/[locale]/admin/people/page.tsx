import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { InviteButton } from "@/components/admin/people/invite-button"
import { OpenInvitations } from "@/components/admin/people/open-invitations"
import { PeopleScreen } from "@/components/admin/people/people-screen"
import { Rights } from "@/components/admin/people/rights"
import { listInvitations } from "@/lib/data/invitations"
import { listPeople } from "@/lib/data/people"
import { settings } from "@/lib/data/settings"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { planChoices } from "@/app/[locale]/admin/plan-choices"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.people.title)

export default async function PeoplePage(page: AdminPage) {
  const { locale, actor, person } = await admit(page, "/admin/people", "people.manage")
  const { people: words } = messages(locale).admin
  const { team, twoFactor } = settings()
  const [people, invitations, plans] = await Promise.all([
    listPeople(actor),
    listInvitations(actor),
    planChoices(locale),
  ])
  return (
    <>
      <PageHead title={words.title} sub={words.intro(people.length)}>
        <InviteButton locale={locale} plans={plans} />
      </PageHead>
      <div className="grid">
        <div className="col-span-8">
          <PeopleScreen locale={locale} people={people} plans={plans} me={person.id} now={new Date().toISOString()} />
          <OpenInvitations locale={locale} invitations={invitations} />
        </div>
        <aside className="col-span-4">
          <div className="card">
            <h2 className="h-s mb-2.5">{words.rights}</h2>
            <Rights locale={locale} team={team} />
            <p className="small muted mt-2.5">{team === "two-person" ? words.nobody : words.oneTeam}</p>
            {twoFactor === "publishing" ? <p className="small muted mt-2.5">{words.factorNeeded}</p> : null}
          </div>
        </aside>
      </div>
    </>
  )
}
