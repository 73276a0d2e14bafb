import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { recordsIn } from "@/lib/domain/views/lists"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope } from "@/lib/domain/views/scope"

/** The page of data: each list with how many records it holds as of the question's clocks, and what was built. */
export type DataView = Frame & {
  files: { kind: Kind; list: string; records: number }[]
  built: { kind: Kind; list: string; records: number; first: object | null }
}

/** The formats in which a list can be had. */
export const DATA_FORMATS = ["csv", "xlsx", "json"] as const

/** How the lists answer a question. `what` is the list of the builder, narrowed by what `given` names. */
export function dataView(ledger: Ledger, question: Question, what: Kind, given: ReadonlySet<string>): DataView {
  const facts = snapshot(ledger, question.known)
  // The files are whole lists: only the clocks count.
  const whole = { ...question, track: null, region: null, points: null }
  const found = recordsIn(what, ledger, question, given)
  return {
    ...frameOf(ledger, facts, question, commitmentsInScope(facts, question)),
    files: KIND_NAMES.map((kind) => ({
      kind,
      list: LIST_NAMES[kind],
      records: recordsIn(kind, ledger, whole, new Set()).length,
    })),
    built: { kind: what, list: LIST_NAMES[what], records: found.length, first: found[0] ?? null },
  }
}

/** One reading endpoint, for people to read about. Words are those of the endpoint table. */
export type ReferenceItem = {
  path: string
  summary: string
  formats: string[]
  parameters: { name: string; meaning: string | null; values: string[]; standard: string | null }[]
  /** A path with parameters that works on this site; null where it takes an id that only some site has. */
  example: string | null
  group: "views" | "lists" | "others"
}
