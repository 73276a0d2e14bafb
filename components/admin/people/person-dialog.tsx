"use client"

import { type ReactNode, useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Answer, Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { Dialog } from "@/components/form/dialog"
import { FieldError } from "@/components/form/field"
import type { ListedPerson } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { type MadeAddress as Made, peopleApi } from "./api"
import { MadeAddress } from "./made-address"
import { PersonAccess } from "./person-access"
import { problemWords } from "./problem-words"
import { RemitFields } from "./remit-fields"
import type { PlanChoice } from "./remit-words"

/** Everything an admin may do about one person. */
export function PersonDialog({
  locale,
  person,
  plans,
  now,
  onChanged,
  onClose,
}: {
  locale: Locale
  person: ListedPerson
  plans: PlanChoice[]
  now: string
  onChanged: (fresh: Partial<ListedPerson>) => void
  onClose: () => void
}) {
  const all = adminWords(locale)
  const { admin, terms } = all
  const words = admin.people
  const [remit, setRemit] = useState(person.remit)
  const [made, setMade] = useState<Made | null>(null)
  const [asks, setAsks] = useState<"factor" | "out" | null>(null)
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function run<T>(work: Promise<Answer<T>>, ended: (value: T) => void, says = "") {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setAsks(null)
    setProblem(answer.ok ? null : answer.problem)
    setSaid(answer.ok ? says : "")
    if (answer.ok) ended(answer.value)
  }
  const change = (patch: Parameters<typeof peopleApi.change>[1], says: string) =>
    void run(peopleApi.change(person.id, patch), onChanged, says)

  return (
    <Dialog
      title={<bdi>{person.name}</bdi>}
      sub={
        <>
          <bdi dir="ltr">{person.email}</bdi> · {terms.role[person.role]}
        </>
      }
      closeLabel={admin.accounts.close}
      onClose={onClose}
    >
      <div className="dlg-body">
        <section>
          <h3 className="h-s mb-1">{words.limits}</h3>
          <p className="small muted mb-2">{words.limitsText}</p>
          <RemitFields locale={locale} remit={remit} plans={plans} onChange={setRemit} />
          <div className="acts mt-2">
            <button
              type="button"
              className="btn sm"
              disabled={isBusy || JSON.stringify(remit) === JSON.stringify(person.remit)}
              onClick={() => change({ remit }, words.done.remit(person.name))}
            >
              {words.save}
            </button>
          </div>
        </section>
        {person.disabled ? null : (
          <>
            <PersonAccess locale={locale} person={person} now={now} />
            <div>
              <Act title={words.resetPassword} text={words.resetText}>
                <button
                  type="button"
                  className="btn sm"
                  disabled={isBusy}
                  onClick={() => void run(peopleApi.reset(person.id), setMade)}
                >
                  {words.makeAddress}
                </button>
              </Act>
              {made ? (
                <div className="flex flex-col gap-3 pb-3">
                  <MadeAddress locale={locale} made={made} />
                </div>
              ) : null}
              {person.secondFactor ? (
                <Act title={words.secondFactor} text={words.resetFactorText}>
                  <button type="button" className="btn sm danger" disabled={isBusy} onClick={() => setAsks("factor")}>
                    {words.resetFactor}
                  </button>
                </Act>
              ) : null}
            </div>
          </>
        )}
        <div>
          {person.disabled ? (
            <Act title={words.letIn} text={words.letInText}>
              <button
                type="button"
                className="btn sm"
                disabled={isBusy}
                onClick={() => change({ disabled: false }, words.done.in(person.name))}
              >
                {words.letIn}
              </button>
            </Act>
          ) : (
            <Act title={words.shutOut} text={words.shutOutText}>
              <button type="button" className="btn sm danger" disabled={isBusy} onClick={() => setAsks("out")}>
                {words.shutOut}
              </button>
            </Act>
          )}
        </div>
        {problem ? <FieldError>{problemWords(all, problem)}</FieldError> : null}
        <p className="small" role="status">
          {said}
        </p>
      </div>
      {asks === "out" ? (
        <ConfirmDialog
          title={words.shutOutTitle(person.name)}
          yes={words.shutOutYes}
          no={words.cancel}
          isBusy={isBusy}
          onNo={() => setAsks(null)}
          onYes={() => change({ disabled: true }, words.done.out(person.name))}
        >
          <p>{words.shutOutText}</p>
        </ConfirmDialog>
      ) : null}
      {asks === "factor" ? (
        <ConfirmDialog
          title={words.resetFactorTitle(person.name)}
          yes={words.resetFactorYes}
          no={words.cancel}
          isBusy={isBusy}
          onNo={() => setAsks(null)}
          onYes={() =>
            void run(
              peopleApi.resetFactor(person.id),
              () => onChanged({ secondFactor: false }),
              words.done.factor(person.name),
            )
          }
        >
          <p>{words.resetFactorText}</p>
        </ConfirmDialog>
      ) : null}
    </Dialog>
  )
}

function Act({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="setrow">
      <span>
        <b className="font-semibold">{title}</b>
        <br />
        <span className="small muted">{text}</span>
      </span>
      {children}
    </div>
  )
}
