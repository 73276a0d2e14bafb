import type { Evidence } from "@/lib/domain/records"
import type { ClashView, Fields } from "@/lib/domain/views/review"

export type Choice = "yours" | "theirs" | "both"

/** Fields that only make sense together, by the name of the first. */
const TOGETHER: Record<string, string[]> = {
  level: ["level", "unratedReason"],
  effectiveOn: ["effectiveOn", "precision"],
}
const partsOf = (field: string) => TOGETHER[field] ?? [field]

const spelled = (record: Fields | null, field: string) =>
  record === null ? null : JSON.stringify(partsOf(field).map((part) => record[part] ?? null))

/**
 * What becomes of a field. `yours`: only you changed it (a new assessment is all yours). `theirs`: only they did, and it
 * comes along. `same`: nothing to decide. `ask`: both changed it, differently.
 */
export function outcomeOf(clash: ClashView, field: string): "same" | "yours" | "theirs" | "ask" {
  const [base, theirs, yours] = [clash.base, clash.theirs, clash.yours].map((it) => spelled(it, field)) as Spelled
  if (yours === null || theirs === null || clash.gone || theirs === yours) return "same"
  if (theirs === base) return "yours"
  return yours === base && clash.act === "change" ? "theirs" : "ask"
}
type Spelled = [string | null, string | null, string | null]

/** Your record with what they changed and you did not, and with your choices where both did. */
export function merged(clash: ClashView, fields: readonly string[], choices: Record<string, Choice>): Fields | null {
  if (!clash.yours) return null
  const result = { ...clash.yours }
  for (const field of fields) {
    const outcome = outcomeOf(clash, field)
    const choice = outcome === "ask" ? (choices[field] ?? usualChoice(field)) : outcome
    if (choice === "theirs") for (const part of partsOf(field)) result[part] = clash.theirs?.[part] ?? null
    if (choice === "both") result[field] = joinedEvidence(clash)
  }
  return result
}

/** Evidence of both sides is joined unless somebody says otherwise; anything else stays yours. */
export const usualChoice = (field: string): Choice => (field === "evidence" ? "both" : "yours")

function joinedEvidence({ yours, theirs }: ClashView): Evidence[] {
  const own = (yours?.evidence ?? []) as Evidence[]
  const other = (theirs?.evidence ?? []) as Evidence[]
  return [...own, ...other.filter((it) => !own.some((each) => each.source === it.source))]
}
