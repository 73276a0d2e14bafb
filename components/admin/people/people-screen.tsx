"use client"

import { useState } from "react"
import { formatMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { FieldError } from "@/components/form/field"
import type { ListedPerson } from "@/lib/domain/account"
import { Role } from "@/lib/domain/policy"
import type { Locale } from "@/lib/i18n/locale"
import { peopleApi } from "./api"
import { PersonDialog } from "./person-dialog"
import { problemWords } from "./problem-words"
import { type PlanChoice, remitWords } from "./remit-words"

/** Who may sign in, as what and on what; each can be managed. `me` is the admin who looks. */
export function PeopleScreen({
  locale,
  people: given,
  plans,
  me,
  now,
}: {
  locale: Locale
  people: ListedPerson[]
  plans: PlanChoice[]
  me: string
  now: string
}) {
  const words = adminWords(locale)
  const { admin, terms } = words
  const { people: says } = admin
  const [people, setPeople] = useState(given)
  const [managed, setManaged] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ person: ListedPerson; role: Role } | null>(null)
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const changed = (id: string, fresh: Partial<ListedPerson>) =>
    setPeople((before) => before.map((it) => (it.id === id ? { ...it, ...fresh } : it)))

  async function changeRole({ person, role }: { person: ListedPerson; role: Role }) {
    setBusy(true)
    const answer = await peopleApi.change(person.id, { role })
    setBusy(false)
    setChosen(null)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    changed(person.id, answer.value)
    setSaid(says.done.role(person.name, terms.role[role]))
  }
  const open = people.find((it) => it.id === managed)

  return (
    <>
      <p className="small" role="status">
        {said}
      </p>
      {problem ? <FieldError>{problemWords(words, problem)}</FieldError> : null}
      <table className="q">
        <thead>
          <tr>
            <th colSpan={2} scope="col">
              {says.person}
            </th>
            <th scope="col">{says.role}</th>
            <th scope="col">{says.worksOn}</th>
            <th scope="col">{says.lastHere}</th>
            <th scope="col" title={says.proposalsLong}>
              {says.proposals}
              <span className="vh"> {says.proposalsLong}</span>
            </th>
            <th scope="col">
              <span className="vh">{says.manage}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.disabled ? "dim" : undefined}>
              <td>
                <span className="ava" aria-hidden="true">
                  {initials(person.name)}
                </span>
              </td>
              <td className="w">
                <b className="font-semibold" dir="auto">
                  {person.name}
                </b>{" "}
                {person.id === me ? <span className="pill">{says.you}</span> : null}{" "}
                {person.disabled ? <span className="pill hot">{says.disabled}</span> : null}
                <br />
                <span className="small muted wrap-anywhere" dir="ltr">
                  {person.email}
                </span>
                <br />
                <span className="small muted">{person.secondFactor ? says.secondFactor : says.noSecondFactor}</span>
              </td>
              <td className="s2">
                <select
                  className="in min-w-38"
                  aria-label={says.roleOf(person.name)}
                  disabled={person.disabled || isBusy}
                  value={person.role}
                  onChange={(event) => setChosen({ person, role: Role.parse(event.target.value) })}
                >
                  {Role.options.map((role) => (
                    <option key={role} value={role}>
                      {terms.role[role]}
                    </option>
                  ))}
                </select>
              </td>
              <td className="small w s2">
                {remitWords(locale, person.remit, plans, { everything: says.everything, track: terms.track })}
              </td>
              <td className="x small num">
                {person.lastSeenAt === null ? says.never : formatMoment(locale, person.lastSeenAt, now)}
              </td>
              <td className="x small num">{person.openProposals}</td>
              <td className="s3">
                <button
                  type="button"
                  className="btn sm"
                  aria-label={says.manageFor(person.name)}
                  aria-haspopup="dialog"
                  onClick={() => setManaged(person.id)}
                >
                  {says.manage}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen ? (
        <ConfirmDialog
          title={says.roleTitle(chosen.person.name, terms.role[chosen.role])}
          yes={says.roleYes}
          no={says.cancel}
          isBusy={isBusy}
          onNo={() => setChosen(null)}
          onYes={() => void changeRole(chosen)}
        >
          <p>{says.roleText}</p>
        </ConfirmDialog>
      ) : null}
      {open ? (
        <PersonDialog
          locale={locale}
          person={open}
          plans={plans}
          now={now}
          onChanged={(fresh) => changed(open.id, fresh)}
          onClose={() => setManaged(null)}
        />
      ) : null}
    </>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "").join("")
}
