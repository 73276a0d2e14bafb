import { randomUUID } from "node:crypto"
import type { ChangeSetProps } from "@/components/admin/records/set/change-set-form"
import { ledger } from "@/lib/data/ledger"
import { reviewers } from "@/lib/data/reviewers"
import { fieldsOf } from "@/lib/domain/form/fields"
import { addStep, type FieldsByKind, type Step, stepOf } from "@/lib/domain/form/steps"
import { type Ledger, type Snapshot, snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import type { DraftOperation, Operation, Proposal } from "@/lib/domain/proposal"
import { idOf } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { nameOf, recordChoices, recordHistory, withdrawalOf } from "@/lib/domain/views/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"

const FIELDS = Object.fromEntries(KIND_NAMES.map((kind) => [kind, fieldsOf(kind)])) as FieldsByKind

/** The steps of a stored proposal as the form shows them, by the names their records had when it was begun. */
export function storedSteps(held: Ledger, { operations, base }: Pick<Proposal, "operations" | "base">): Step[] {
  const facts = snapshot(held, base)
  return operations.map((operation, at) => {
    const name = operation.act === "add" ? null : nameOf(facts, operation.kind, idOf(operation))
    return stepOf(`stored-${at}`, operation, name, FIELDS)
  })
}

export type Begun = { act: "add" | "change" | "withdraw" | "withdraw-all"; kind: Kind; id: string }

/** What a link asks to begin with: "add an event", "change this point". Null for a form without steps. */
export function begunBy(search: URLSearchParams): Begun | null {
  const kind = KIND_NAMES.find((each) => each === search.get("kind"))
  const act = (["add", "change", "withdraw", "withdraw-all"] as const).find((each) => each === search.get("act"))
  return kind && act ? { act, kind, id: search.get("id") ?? "" } : null
}

/** The first steps of a new form. What is withdrawn already comes back as it last was. */
export function firstSteps(held: Ledger, begun: Begun | null): Step[] {
  if (!begun) return []
  const { act, kind, id } = begun
  const facts = snapshot(held, held.newest)
  if (act === "add" && id === "") return [addStep(`step-${randomUUID().slice(0, 8)}`, kind, FIELDS)]
  const standing = facts.records[kind].has(id)
  const last = recordHistory(held, kind, id)[0]
  if (!last) return []
  const operations: Operation[] =
    act === "withdraw-all"
      ? withdrawalOf(facts, kind, id)
      : act === "withdraw"
        ? [{ act, kind, id }]
        : [{ act: standing ? "change" : "add", kind, record: last.record } as Operation]
  return operations.map((operation: DraftOperation & Operation, at) =>
    stepOf(`step-first-${at}`, operation, nameOf(facts, operation.kind, idOf(operation)), FIELDS),
  )
}

type Given = "initial" | "stored" | "form" | "keepAs" | "opened" | "effect"

/** What the form of a change set needs of the ledger; `steps` are all it may show, for the records they touch. */
export async function changeSetProps(
  locale: Locale,
  actor: Actor,
  steps: readonly Pick<Step, "act" | "kind" | "id">[],
  base: number,
): Promise<Omit<ChangeSetProps, Given>> {
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  return {
    locale,
    newest: held.newest,
    fields: FIELDS,
    choices: recordChoices(facts),
    published: publishedOf(snapshot(held, base), facts, steps),
    reviewers: await reviewers(actor),
  }
}

/** The records as the proposal was begun on; of those published since, as they stand. */
function publishedOf(before: Snapshot, now: Snapshot, steps: readonly Pick<Step, "act" | "kind" | "id">[]) {
  return Object.fromEntries(
    steps.flatMap(({ act, kind, id }) => {
      const record = act === "add" ? undefined : (before.records[kind].get(id) ?? now.records[kind].get(id))
      return record ? [[`${kind}/${id}`, record as Fields]] : []
    }),
  )
}

/** The steps within what was kept of a form, for the records they touch. */
export function stepsWithin(content: Record<string, unknown> | undefined): Step[] {
  const { steps } = (content?.text ?? {}) as { steps?: unknown[] }
  return (steps ?? []).filter((step): step is Step => {
    const { kind, id } = (step ?? {}) as Partial<Step>
    return typeof id === "string" && KIND_NAMES.includes(kind as Kind)
  })
}
