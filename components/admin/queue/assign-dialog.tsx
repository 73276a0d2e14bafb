"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Acts } from "@/components/form/acts"
import type { Problem } from "@/components/form/client"
import { Select, TextInput } from "@/components/form/inputs"
import { Modal } from "@/components/form/modal"
import type { Day } from "@/lib/domain/date"
import { formatDay, isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { queueApi } from "./api"
import type { Pick } from "./picks"
import { Refused } from "./refused"

/** Somebody work can be given to; `mine`: the person at the screen. */
export type Helper = { id: string; name: string; mine: boolean }

/** Gives what is ticked to one person by one day. What somebody has already can be left out and the rest go on. */
export function AssignDialog({
  locale,
  picks,
  helpers,
  today,
  dueOn,
  onClose,
  onDone,
}: {
  locale: Locale
  picks: Pick[]
  helpers: Helper[]
  today: Day
  dueOn: Day
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.assignments.assign
  const [items, setItems] = useState(picks)
  const [person, setPerson] = useState((helpers.find((it) => it.mine) ?? helpers[0])?.id ?? "")
  const [day, setDay] = useState(dueOn)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const refused = problem ? items.filter((_, at) => isNamed(problem, at)) : []

  async function assign(some: Pick[]) {
    setItems(some)
    setBusy(true)
    const answer = await queueApi.assign(
      some.map(({ commitment, lane }) => ({ commitment, lane, assignee: person, dueOn: day })),
    )
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    const name = helpers.find((it) => it.id === person)?.name ?? ""
    onDone(words.done(some.length, name, formatDay(locale, day)))
  }
  const rest = items.filter((it) => !refused.includes(it))
  const codes = list(
    locale,
    refused.map((it) => isolate(locale, it.code)),
  )
  const sentence = ({ code }: Problem) => (code === "conflict" ? words.taken(codes) : words.outside(codes))
  return (
    <Modal title={words.title(items.length)} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void assign(items)
        }}
      >
        <p className="small muted">{words.about}</p>
        <Select
          id="assign-person"
          label={words.person}
          value={person}
          onChange={(value) => {
            setPerson(value)
            setProblem(null)
          }}
          options={helpers.map((it) => [it.id, it.mine ? words.you(it.name) : it.name])}
        />
        <TextInput id="assign-due" label={words.dueOn} type="date" required min={today} value={day} onChange={setDay} />
        <Refused
          said={problem && (refused.length === 0 ? errors[problem.code] : sentence(problem))}
          without={refused.length > 0 && rest.length > 0 ? words.without(rest.length) : null}
          isBusy={isBusy}
          onWithout={() => void assign(rest)}
        />
        <Acts no={words.cancel} onNo={onClose} yes={words.confirm} disabled={isBusy || person === ""} />
      </form>
    </Modal>
  )
}

/** Whether a refusal speaks of one item of what was sent. */
const isNamed = (problem: Problem, at: number) =>
  Object.keys(problem.errors).some((field) => field === `items.${at}.commitment` || field === `items.${at}.assignee`)
