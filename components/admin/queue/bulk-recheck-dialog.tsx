"use client"

import { useState } from "react"
import { SourceConsulted, type Consulted, consultedInput, isChosen } from "@/components/admin/recheck/source-consulted"
import { adminWords } from "@/components/admin/words"
import { Acts } from "@/components/form/acts"
import type { Problem } from "@/components/form/client"
import { TextInput } from "@/components/form/inputs"
import { Modal } from "@/components/form/modal"
import { cellOf } from "@/lib/domain/ledger"
import type { Day } from "@/lib/domain/date"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import { isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { queueApi } from "./api"
import type { Pick } from "./picks"
import { Refused } from "./refused"

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
      <Refused
        said={problem && (refused.length === 0 ? errors[problem.code] : words.changed(codes(refused)))}
        without={refused.length > 0 && rest.length > 0 ? words.without(rest.length) : null}
        isBusy={isBusy}
        onWithout={() => void confirm(rest)}
      />
      <Acts
        no={admin.assignments.assign.cancel}
        onNo={onClose}
        yes={words.confirm}
        onYes={() => void confirm(items)}
        disabled={isBusy}
      />
    </Modal>
  )
}
