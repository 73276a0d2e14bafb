import { Icon } from "@/components/ui/icon"
import { can, type Permission, type Role, type Team } from "@/lib/domain/policy"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages, type Messages } from "@/lib/i18n/messages"
import { dayOfMoment } from "./when"

export type ShownPerson = { id: string; email: string; name: string; role: Role; disabled: boolean; createdAt: string }

/** Who may sign in, and what each role may do, from the policy itself. */
export function PeopleList({ locale, people, team }: { locale: Locale; people: ShownPerson[]; team: Team }) {
  const { admin, terms } = messages(locale)
  const words = admin.people
  return (
    <div className="grid">
      <section className="col-span-7">
        <table className="q">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr
                key={person.id}
                className={person.disabled ? "dim grid-cols-[minmax(0,1fr)_auto]!" : "grid-cols-[minmax(0,1fr)_auto]!"}
              >
                <td className="w">
                  <b className="font-semibold" dir="auto">
                    {person.name}
                  </b>
                  <br />
                  <span className="small muted" dir="ltr">
                    {person.email}
                  </span>
                </td>
                <td>{terms.role[person.role]}</td>
                <td className="x small num">{formatDay(locale, dayOfMoment(person.createdAt))}</td>
                <td>{person.disabled ? <span className="pill hot">{words.disabled}</span> : words.active}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small muted mt-4">
          {words.howTo}{" "}
          <span className="mono inline-block" dir="ltr">
            npm run -s nap -- user add --email E --name N --role R
          </span>
        </p>
      </section>
      <aside className="col-span-5">
        <div className="card">
          <h2 className="h-s mb-2.5">{words.rights}</h2>
          <Rights locale={locale} team={team} />
          <p className="small muted mt-2.5">{team === "two-person" ? words.nobody : words.oneTeam}</p>
        </div>
      </aside>
    </div>
  )
}

const ASKED: [keyof Messages["admin"]["people"]["permissions"], Permission][] = [
  ["recheck", "recheck.publish"],
  ["propose", "proposal.write"],
  ["approve", "proposal.review"],
  ["share", "share.write"],
  ["people", "people.manage"],
]

function Rights({ locale, team }: { locale: Locale; team: Team }) {
  const { admin, terms } = messages(locale)
  const words = admin.people
  const roles = Object.keys(terms.role) as Role[]
  const may = (role: Role, permission: Permission) => can({ kind: "person", id: "", role }, permission)
  const rows = [
    ...ASKED.map(([name, permission]) => ({
      name: words.permissions[name],
      cells: roles.map((role) => may(role, permission)),
    })),
    {
      name: words.permissions.own,
      cells: roles.map((role) => team === "one-person" && may(role, "proposal.publish")),
    },
  ]
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr>
            <td />
            {roles.map((role) => (
              <th key={role} scope="col" className="small muted pb-2 pe-2 text-start font-medium">
                {terms.role[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-t border-rule">
              <th scope="row" className="py-2 pe-2 text-start font-normal">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={roles[at]} className="pe-2">
                  {cell ? <Icon name="check" /> : <span aria-hidden="true">–</span>}
                  <span className="vh">{cell ? words.may : words.mayNot}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
