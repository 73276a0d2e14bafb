"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import type { Locale } from "@/lib/i18n/locale"
import { queueApi } from "./api"

/** Takes open work back; the row says so by no longer naming anybody. */
export function TakeBack({ locale, id, code }: { locale: Locale; id: string; code: string }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.assignments.assign
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function takeBack() {
    setBusy(true)
    const answer = await queueApi.takeBack(id)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) router.refresh()
  }
  return (
    <>
      <button
        type="button"
        className="btn sm ghost"
        disabled={isBusy}
        aria-label={words.takeBackFor(code)}
        onClick={() => void takeBack()}
      >
        {words.takeBack}
      </button>
      {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
    </>
  )
}
