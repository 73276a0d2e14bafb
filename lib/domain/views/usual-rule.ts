import type { Lane, Level, Rule } from "@/lib/domain/scale"
import type { CommitmentForm } from "@/lib/domain/views/proposing"

/** The rule an assessment applies unless its author says otherwise. */
export function usualRule(
  form: Pick<CommitmentForm, "rule">,
  it: { level: Level | null; lane: Lane; region: string | null },
): Rule {
  if (it.level === null) return "r-unrated"
  if (it.region !== null) return "r-region"
  return it.lane === "claim" ? "r-claim" : form.rule
}
