import type { z } from "zod"

/** What is wrong with one cell (or, without a column, with the whole row), in words for a person. */
export type Fault = { column: string | null; reason: string; value: string | null }

type Issue = z.core.$ZodIssue

/** Why a record's schema refused it, column by column; the first reason of each place is enough. */
export function faultsIn(issues: readonly Issue[], record: Record<string, unknown>): Fault[] {
  const told = new Set<string>()
  return issues.flatMap((issue) => {
    const path = issue.path.join(".")
    if (told.has(path)) return []
    told.add(path)
    const [column, ...inside] = issue.path.map(String)
    const value = column === undefined ? null : shown(record[column])
    return [{ column: column ?? null, reason: placed(inside, reasonOf(issue)), value }]
  })
}

/** A value as a person would find it in their file, cut short. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** "Entry 2, source: …" for what is wrong inside a list or a nested value. */
function placed(inside: string[], reason: string): string {
  if (inside.length === 0) return reason
  const names = inside.map((part) => (/^\d+$/.test(part) ? `entry ${Number(part) + 1}` : part)).join(", ")
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}: ${reason}`
}

const EXPECTED: Record<string, string> = {
  string: "This must be text.",
  number: "This must be a number.",
  int: "This must be a whole number.",
  boolean: "This must be true or false.",
  array: "This must be a list.",
  object: "This must be an object of fields.",
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && / undefined$/.test(issue.message)
        ? "This is missing."
        : (EXPECTED[issue.expected] ?? "This is of another kind than expected.")
    case "invalid_value":
      return `Choose one of: ${issue.values.map(String).join(", ")}.`
    case "invalid_union":
      return choiceOf(issue)
    case "too_big":
      if (issue.origin === "string") return `At most ${String(issue.maximum)} characters.`
      if (issue.origin === "array") return `At most ${String(issue.maximum)} entries.`
      return `At most ${String(issue.maximum)}.`
    case "too_small":
      if (!issue.message.startsWith("Too small")) return issue.message
      if (issue.origin === "string") return "This cannot be empty."
      if (issue.origin === "array") return `At least ${String(issue.minimum)} entries.`
      return issue.inclusive === false ? `More than ${String(issue.minimum)}.` : `At least ${String(issue.minimum)}.`
    case "unrecognized_keys":
      return `There is no field ${issue.keys.join(", ")} here.`
    case "invalid_format":
      return issue.message.startsWith("Invalid") ? "This is not spelled as it must be." : issue.message
    default:
      return issue.message
  }
}

/** A union of the schemas is a choice of values; each of its parts names one. */
function choiceOf({ errors }: Extract<Issue, { code: "invalid_union" }>): string {
  const values = errors.flat().flatMap((part) => (part.code === "invalid_value" ? part.values.map(String) : []))
  return values.length > 0 ? `Choose one of: ${values.join(", ")}.` : "This is none of what may stand here."
}
