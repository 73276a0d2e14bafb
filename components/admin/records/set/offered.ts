import type { Choice } from "@/components/admin/records/fields/asked"
import { fieldLabel } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import type { FieldsByKind, Step } from "@/lib/domain/form/steps"
import type { Kind } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { isCompleteStep, type IsTaken, withIds } from "./change-set"
import { stepName } from "./step-card"

/** The steps that say all they must, with the ids their new records will have: what a preview can be told of. */
export const readySteps = (steps: readonly Step[], fields: FieldsByKind, isTaken: IsTaken): Step[] =>
  withIds(steps, isTaken).filter((step) => isCompleteStep(step, fields))

/** What may be referred to: the published records, and the new ones of this proposal first. */
export function withFresh(
  choices: Partial<Record<Kind, Choice[]>>,
  steps: readonly Step[],
): Partial<Record<Kind, Choice[]>> {
  const offered = { ...choices }
  for (const step of steps) {
    const known = offered[step.kind]
    if (step.act !== "add" || step.id === "" || !known || known.some((it) => it.id === step.id)) continue
    const name = { en: stepName("en", step).text, ur: stepName("ur", step).text }
    offered[step.kind] = [{ id: step.id, name, isFresh: true }, ...known]
  }
  return offered
}

/** Names of what records refer to. */
export function namesIn(locale: Locale, choices: Partial<Record<Kind, Choice[]>>) {
  const names = new Map(
    Object.entries(choices).flatMap(([kind, list]) =>
      list.map((it) => [`${kind}/${it.id}`, inLocale(locale, it.name).text] as const),
    ),
  )
  return (kind: Kind, id: string) => names.get(`${kind}/${id}`) ?? null
}

/** A new record begins with what the last step of its like says: the next point of the plan just added. */
export function usualFields(kind: Kind, steps: readonly Step[]): Fields {
  const last = (of: Kind) => steps.findLast((it) => it.kind === of && it.act === "add" && it.id !== "")
  const [plan, point] = [last("plan"), last("point")]
  if (kind === "point" && plan) {
    const numbers = steps.filter((it) => it.kind === "point" && it.typed?.plan === plan.id)
    return { plan: plan.id, number: String(numbers.length + 1) }
  }
  if (kind === "commitment" && point) return { plan: point.typed?.plan ?? "", point: point.id }
  return {}
}

/** A refused field as the list of problems names it: the change by its number, then the field. */
export function fieldName(
  locale: Locale,
  field: string,
  steps: readonly Step[],
  sentence: string,
): { name: string; sentence: string } {
  const { proposal, records } = adminWords(locale).admin
  const [key, ...rest] = field.split(".")
  const at = steps.findIndex((step) => step.key === key)
  const own: Record<string, string> = {
    reasonEn: proposal.reasonEn,
    reasonUr: proposal.reasonUr,
    note: proposal.note,
    asked: proposal.asked,
  }
  if (at < 0) return { name: own[field] ?? proposal.unnamedField, sentence }
  const step = steps[at]!
  const path = rest.join(".")
  const name = stepName(locale, step).text
  const label =
    path === "" || path === "id" || path === "act" ? name : `${name}, ${fieldLabel(locale, step.kind, path)}`
  return { name: records.set.stepProblem(at + 1, label), sentence }
}
