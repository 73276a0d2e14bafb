import { Icon } from "@/components/ui/icon"
import { can, type Permission, Role, type Team } from "@/lib/domain/policy"
import type { Locale } from "@/lib/i18n/locale"
import { messages, type Messages } from "@/lib/i18n/messages"

const ASKED: [keyof Messages["admin"]["people"]["permissions"], Permission][] = [
  ["recheck", "recheck.publish"],
  ["propose", "proposal.write"],
  ["approve", "proposal.review"],
  ["share", "share.write"],
  ["people", "people.manage"],
]

/** What each role may do, from the policy itself. */
export function Rights({ locale, team }: { locale: Locale; team: Team }) {
  const { admin, terms } = messages(locale)
  const words = admin.people
  const may = (role: Role, permission: Permission) => can({ kind: "person", id: "", role }, permission)
  const rows = [
    ...ASKED.map(([name, permission]) => ({
      name: words.permissions[name],
      cells: Role.options.map((role) => may(role, permission)),
    })),
    {
      name: words.permissions.own,
      cells: Role.options.map((role) => team === "one-person" && may(role, "proposal.publish")),
    },
  ]
  return (
    <div className="overflow-x-auto" role="group" aria-label={words.rights} tabIndex={0}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            <td />
            {Role.options.map((role) => (
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
                <td key={Role.options[at]} className="pe-2">
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
