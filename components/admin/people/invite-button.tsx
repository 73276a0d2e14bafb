"use client"

import { type FormEvent, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Acts } from "@/components/form/acts"
import type { Problem } from "@/components/form/client"
import { Dialog } from "@/components/form/dialog"
import { FieldError } from "@/components/form/field"
import { goTo } from "@/components/form/go-to"
import { Select, TextInput } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import { type Remit, Role } from "@/lib/domain/policy"
import type { Locale } from "@/lib/i18n/locale"
import { type MadeAddress as Made, peopleApi } from "./api"
import { MadeAddress } from "./made-address"
import { problemWords } from "./problem-words"
import { RemitFields } from "./remit-fields"
import type { PlanChoice } from "./remit-words"

/** Invites somebody: who they are and what they may do here, then the address for them. */
export function InviteButton({ locale, plans }: { locale: Locale; plans: PlanChoice[] }) {
  const { admin } = adminWords(locale)
  const words = admin.people
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  // A fresh page lists the invitation among the open ones.
  const finish = () => goTo(`/${locale}/admin/people`)
  return (
    <>
      <button type="button" className="btn pri" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {words.invite}
      </button>
      {isOpen && made === null ? (
        <InviteDialog locale={locale} plans={plans} onMade={setMade} onClose={() => setOpen(false)} />
      ) : null}
      {made === null ? null : (
        <Dialog title={words.inviteTitle} closeLabel={admin.accounts.close} onClose={finish}>
          <div className="dlg-body">
            <MadeAddress locale={locale} made={made} />
            <div className="acts">
              <button type="button" className="btn pri" onClick={finish}>
                {admin.accounts.done}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function InviteDialog({
  locale,
  plans,
  onMade,
  onClose,
}: {
  locale: Locale
  plans: PlanChoice[]
  onMade: (made: Made) => void
  onClose: () => void
}) {
  const all = adminWords(locale)
  const { admin, terms } = all
  const words = admin.people
  const [email, setEmail] = useState("")
  const [name, setName] = useState("")
  const [role, setRole] = useState<Role>("editor")
  const [remit, setRemit] = useState<Remit | null>(null)
  const [wrong, setWrong] = useState<{ email?: string; name?: string }>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function invite(event: FormEvent) {
    event.preventDefault()
    const found = {
      ...(name.trim() === "" && { name: words.nameMissing }),
      ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: words.emailWrong }),
    }
    setWrong(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const answer = await peopleApi.invite({ email: email.trim(), name: name.trim(), role, remit })
    setBusy(false)
    if (answer.ok) return onMade(answer.value)
    if (answer.problem.errors.email) return setWrong({ email: words.emailWrong })
    setProblem(answer.problem)
  }

  return (
    <Dialog title={words.inviteTitle} sub={words.inviteText} closeLabel={admin.accounts.close} onClose={onClose}>
      <form className="dlg-body" onSubmit={invite} noValidate>
        <TextInput
          id="invite-name"
          label={words.name}
          error={wrong.name}
          autoComplete="off"
          maxLength={120}
          required
          value={name}
          onChange={setName}
        />
        <TextInput
          id="invite-email"
          label={words.email}
          error={wrong.email}
          type="email"
          dir="ltr"
          autoComplete="off"
          maxLength={200}
          required
          value={email}
          onChange={setEmail}
        />
        <Select
          id="invite-role"
          label={words.role}
          value={role}
          onChange={(value) => setRole(Role.parse(value))}
          options={Role.options.map((each) => [each, terms.role[each]])}
        />
        <RemitFields locale={locale} remit={remit} plans={plans} onChange={setRemit} />
        {problem ? <FieldError>{problemWords(all, problem)}</FieldError> : null}
        <Acts no={words.cancel} onNo={onClose} yes={words.makeAddress} disabled={isBusy} />
      </form>
    </Dialog>
  )
}
