"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import { type AssignmentInput, MOST_ASSIGNMENTS } from "@/lib/domain/assignment"
import type { Locale } from "@/lib/i18n/locale"
import { queueApi } from "./api"

/** Hands out the whole proposed plan at once. */
export function AssignPlan({ locale, items }: { locale: Locale; items: AssignmentInput["items"] }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.assignments.plan
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function assign() {
    setBusy(true)
    setProblem(null)
    // A plan of several hundred goes in parts; each is all or nothing, and the page shows what is left.
    for (let from = 0; from < items.length; from += MOST_ASSIGNMENTS) {
      const answer = await queueApi.assign(items.slice(from, from + MOST_ASSIGNMENTS))
      if (answer.ok) continue
      setProblem(answer.problem)
      break
    }
    setBusy(false)
    router.refresh()
  }
  return (
    <>
      <button type="button" className="btn pri" disabled={isBusy} onClick={() => void assign()}>
        <Icon name="check" />
        {words.assignAll(items.length)}
      </button>
      <span role="alert">
        {problem ? (
          <FieldError>
            {problem.code === "conflict" ? words.changed : errors[problem.code]}
            {problem.code === "conflict" ? (
              <button type="button" className="btn sm ms-2" onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            ) : null}
          </FieldError>
        ) : null}
      </span>
    </>
  )
}
