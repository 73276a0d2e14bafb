"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { CopyField } from "@/components/form/copy-field"
import { Dialog } from "@/components/form/dialog"
import { FieldError } from "@/components/form/field"
import { goTo } from "@/components/form/go-to"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi, type Started } from "./api"
import { CodeDialog } from "./code-dialog"

type Step =
  { name: "start"; started: Started } | { name: "codes"; codes: string[] } | { name: "renew" } | { name: "remove" }

/** One's second factor: set it up, take it off, new recovery codes. `isNeeded`: publishing asks for one here. */
export function FactorCard({
  locale,
  isOn,
  codesLeft,
  isNeeded,
}: {
  locale: Locale
  isOn: boolean
  codesLeft: number
  isNeeded: boolean
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.accounts
  const [step, setStep] = useState<Step | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  // What changed shows on a fresh page: other browsers are gone too.
  const finish = () => goTo(`/${locale}/admin/account`)

  async function start() {
    const answer = await accountApi.startFactor()
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setStep({ name: "start", started: answer.value })
  }
  const close = () => setStep(null)
  const showCodes = ({ recoveryCodes }: { recoveryCodes: string[] }) => setStep({ name: "codes", codes: recoveryCodes })

  return (
    <>
      <h2 className="h-s mb-2.5 flex flex-wrap items-center gap-2">
        {words.factor} <span className="pill">{isOn ? words.factorOn : words.factorOff}</span>
      </h2>
      <p className="small">{words.factorText}</p>
      {isNeeded && !isOn ? <p className="note mt-3">{words.factorNeeded}</p> : null}
      {isOn ? <p className="small muted mt-2">{words.recoveryLeft(codesLeft)}</p> : null}
      <div className="acts mt-4">
        {isOn ? (
          <>
            <button type="button" className="btn" onClick={() => setStep({ name: "renew" })}>
              {words.recoveryRenew}
            </button>
            <button type="button" className="btn danger" onClick={() => setStep({ name: "remove" })}>
              {words.turnOff}
            </button>
          </>
        ) : (
          <button type="button" className={isNeeded ? "btn pri" : "btn"} onClick={start}>
            {words.factorSetUp}
          </button>
        )}
      </div>
      {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
      {step?.name === "start" ? (
        <CodeDialog
          locale={locale}
          title={words.factor}
          yes={words.turnOn}
          hint={words.codeHint}
          send={accountApi.confirmFactor}
          onDone={showCodes}
          onClose={close}
        >
          <p>{words.factorScan}</p>
          <div className="flex flex-wrap items-center gap-4 *:last:flex-1 *:last:basis-56">
            <Square {...step.started.square} label={words.factorPicture} />
            <CopyField label={words.factorKey} value={step.started.secret} copy={words.copy} copied={words.copied} />
          </div>
          <p>{words.factorConfirm}</p>
        </CodeDialog>
      ) : null}
      {step?.name === "renew" ? (
        <CodeDialog
          locale={locale}
          title={words.recoveryRenew}
          yes={words.recoveryRenew}
          hint={words.codeOrRecovery}
          send={accountApi.renewCodes}
          onDone={showCodes}
          onClose={close}
        >
          <p>{words.recoveryRenewText}</p>
        </CodeDialog>
      ) : null}
      {step?.name === "remove" ? (
        <CodeDialog
          locale={locale}
          title={words.turnOffTitle}
          yes={words.turnOff}
          isDanger
          hint={words.codeOrRecovery}
          send={accountApi.removeFactor}
          onDone={finish}
          onClose={close}
        >
          <p>{words.turnOffText}</p>
        </CodeDialog>
      ) : null}
      {step?.name === "codes" ? (
        <Dialog title={words.recovery} closeLabel={words.close} onClose={finish}>
          <div className="dlg-body">
            {isOn ? null : <p role="status">{words.factorDone}</p>}
            <p>{words.recoveryText}</p>
            <ul className="mono columns-1 gap-6 min-[480px]:columns-2" dir="ltr">
              {step.codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <div className="acts">
              <CopyAll codes={step.codes} copy={words.copy} copied={words.copied} />
              <button type="button" className="btn pri" onClick={finish}>
                {words.done}
              </button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

/** Dark on white, also on a dark page: apps read no other. */
function Square({ size, path, label }: Started["square"] & { label: string }) {
  const margin = 3
  const side = size + 2 * margin
  return (
    <svg viewBox={`${-margin} ${-margin} ${side} ${side}`} width={168} height={168} role="img" aria-label={label}>
      <rect x={-margin} y={-margin} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

function CopyAll({ codes, copy, copied }: { codes: string[]; copy: string; copied: string }) {
  const [isCopied, setCopied] = useState(false)
  const onCopy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      // Without leave to write there, the codes on the screen can still be selected.
      () => setCopied(false),
    )
  return (
    <button type="button" className="btn" aria-live="polite" onClick={onCopy}>
      {isCopied ? copied : copy}
    </button>
  )
}
