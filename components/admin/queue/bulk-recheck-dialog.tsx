"use client"

import { useState } from "react"
import { SourceConsulted, type Consulted, consultedInput, isChosen } from "@/components/admin/recheck/source-consulted"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { TextInput } from "@/components/form/inputs"
import { Modal } from "@/components/form/modal"
import { cellOf } from "@/lib/domain/ledger"
import type { Day } from "@/lib/domain/date"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import { isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { queueApi } from "./api"
import type { Pick } from "./picks"

/** Confirms everything ticked by one source. What changed meanwhile is named and can be left out. */
export function BulkRecheckDialog({
  locale,
  picks,
  library,
  base,
  today,
  onClose,
  onDone,
}: {
  locale: Locale
  picks: Pick[] // of one lane
  library: SourceChoice[]
  base: number
  today: Day
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.queue.recheckAll
  const [items, setItems] = useState(picks)
  const [consulted, setConsulted] = useState<Consulted>({ search: "", source: null, fresh: null })
  const [day, setDay] = useState(today)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const changed = (it: Pick) =>
    problem?.conflicts.some(({ key }) => key === `assessment/${cellOf({ ...it, region: null })}`) ?? false
  const [refused, rest] = [items.filter(changed), items.filter((it) => !changed(it))]

  async function confirm(some: Pick[]) {
    setTried(true)
    if (!isChosen(consulted)) return void document.getElementById("bulk-source")?.focus()
    setItems(some)
    setBusy(true)
    const answer = await queueApi.recheckAll({
      commitments: some.map((it) => it.commitment),
      lane: some[0]!.lane,
      region: null,
      ...consultedInput(consulted),
      checkedOn: day || null,
      base,
    })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    onDone(words.saved(some.length, answer.value.revision))
  }
  const codes = (some: Pick[]) =>
    list(
      locale,
      some.map((it) => isolate(locale, it.code)),
    )
  return (
    <Modal title={words.title(items.length)} onClose={onClose}>
      <p className="small muted">
        {words.about} {codes(items)}
      </p>
      <SourceConsulted
        locale={locale}
        id="bulk"
        library={library}
        first={[]}
        value={consulted}
        isTried={isTried}
        onChange={setConsulted}
      />
      <TextInput id="bulk-day" label={admin.recheck.consulted} type="date" max={today} value={day} onChange={setDay} />
      <div role="alert">
        {problem && refused.length === 0 ? <FieldError>{errors[problem.code]}</FieldError> : null}
        {refused.length > 0 ? (
          <>
            <FieldError>{words.changed(codes(refused))}</FieldError>
            {rest.length > 0 ? (
              <button type="button" className="btn sm mt-2" disabled={isBusy} onClick={() => void confirm(rest)}>
                {words.without(rest.length)}
              </button>
            ) : null}
          </>
        ) : null}
      </div>
      <div className="acts">
        <button type="button" className="btn ghost" onClick={onClose}>
          {admin.assignments.assign.cancel}
        </button>
        <button type="button" className="btn pri" disabled={isBusy} onClick={() => void confirm(items)}>
          {words.confirm}
        </button>
      </div>
    </Modal>
  )
}
