import { api } from "@/components/form/client"
import type { Proposal } from "@/lib/domain/proposal"
import type { Rule } from "@/lib/domain/scale"
import { type Draft, fieldOf, isComplete, type Item, operationsOf, type Origin, orNull } from "./draft"
import type { FormModel } from "./use-draft"

/** How a proposal of assessments is kept, stored and named. `nameOf` is what a commitment is called in lists. */
export function assessmentModel(usualRule: (item: Item) => Rule, nameOf: (item: Item) => string): FormModel<Draft> {
  const inputOf = (draft: Draft) => ({
    change: draft.change,
    base: draft.base,
    reasonEn: draft.reasonEn,
    reasonUr: orNull(draft.reasonUr),
    note: orNull(draft.note),
    operations: operationsOf(draft, usualRule).operations,
  })
  return {
    titleOf: (draft) => draft.items.map(nameOf).join("; "),
    isComplete,
    create: (draft, key) => api.createProposal(inputOf(draft), key),
    change: (stored, draft, version) => api.changeProposal(stored.id, { ...inputOf(draft), version }),
    fieldOf: (path, sent) => fieldOf(path, operationsOf(sent, usualRule).origins),
    named: (draft, sent, stored) => withIdsOf(stored, operationsOf(sent, usualRule).origins)(draft),
    packed: (draft) => ({ ...draft }),
    unpacked: (text) => text as unknown as Draft,
  }
}

/** Hands the ids the server gave to the items that had none. */
function withIdsOf(proposal: Proposal, origins: readonly Origin[]) {
  const ids = new Map<string, string>()
  for (const [at, origin] of origins.entries()) {
    const operation = proposal.operations[at]
    if (origin.of === "item" && operation?.act === "add") ids.set(origin.key, operation.record.id)
  }
  return (draft: Draft): Draft => ({
    ...draft,
    items: draft.items.map((item) =>
      item.act === "add" && item.id === null ? { ...item, id: ids.get(item.key) ?? null } : item,
    ),
  })
}
