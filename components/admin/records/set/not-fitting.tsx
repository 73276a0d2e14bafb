import type { Problem } from "@/components/form/client"
import { adminWords } from "@/components/admin/words"
import type { Step } from "@/lib/domain/form/steps"
import type { Locale } from "@/lib/i18n/locale"
import { sentenceOf } from "./sentences"

const SHOWN = 6

/** Why a preview could not be made: what does not fit together yet, told before anybody presses a button. */
export function NotFitting({
  locale,
  problem,
  ready,
  steps,
}: {
  locale: Locale
  problem: Problem | null
  ready: readonly Step[] // what was asked about, in its order
  steps: readonly Step[]
}) {
  const words = adminWords(locale).admin.records.set
  if (problem?.code !== "invalid") return null
  const lines = Object.entries(problem.errors).flatMap(([path, said]) => {
    const asked = ready[Number(path.split(".")[1])]
    const number = steps.findIndex((step) => step.key === asked?.key) + 1
    return number === 0 ? [] : said.map((sentence) => words.stepProblem(number, sentenceOf(locale, sentence)))
  })
  if (lines.length === 0) return null
  return (
    <div className="note" role="status">
      <p className="font-semibold">{words.notFitting}</p>
      <ul>
        {[...new Set(lines)].slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
