"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { Segments } from "@/components/form/segments"
import { Language } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"

/** The language of one's mails; kept as soon as it is chosen. */
export function MailLanguage({ locale, language }: { locale: Locale; language: Language }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.accounts
  const [value, setValue] = useState(language)
  const [isSaved, setSaved] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function change(next: Language) {
    setValue(next)
    setSaved(false)
    const answer = await accountApi.changeLanguage(next)
    setProblem(answer.ok ? null : answer.problem)
    setSaved(answer.ok)
    if (!answer.ok) setValue(value)
  }

  return (
    <>
      <Segments<Language>
        label={words.mailLanguage}
        value={value}
        onChange={(next) => void change(next)}
        options={Language.options.map((it) => ({ value: it, label: words.languages[it] }))}
      />
      {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
      <span className="small" role="status">
        {isSaved ? words.saved : ""}
      </span>
    </>
  )
}
