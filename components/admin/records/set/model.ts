import { orNull } from "@/components/admin/proposal/draft"
import { formApi } from "@/components/admin/proposal/api"
import type { FormModel } from "@/components/admin/proposal/use-draft"
import { api } from "@/components/form/client"
import {
  type FieldsByKind,
  operationOf,
  overlaid,
  packed,
  type Packed,
  type Step,
  unpacked,
} from "@/lib/domain/form/steps"
import { type ChangeSet, isCompleteStep, type IsTaken, operationsOf, withIds } from "./change-set"

/** A kept draft may be as long as this in whole; a longer one is kept by the places of what stands as stored. */
const LONGEST_IN_WHOLE = 40_000

/** The steps of the stored proposal as the form last saw them, which places in what is sent and kept refer to. */
type Stored = { version: number; steps: Step[] }

/** How a change set is kept, stored and named. `initial` is the stored proposal, null for a new one. */
export function changeSetModel(
  fields: FieldsByKind,
  isTaken: IsTaken,
  initial: Stored | null,
  nameOf: (steps: readonly Step[]) => string,
): FormModel<ChangeSet> {
  let stored = initial
  const inputOf = ({ change, base, reasonEn, reasonUr, note }: ChangeSet) => ({
    change,
    base,
    reasonEn,
    reasonUr: orNull(reasonUr),
    note: orNull(note),
  })
  return {
    titleOf: (draft) => nameOf(draft.steps),
    isComplete: ({ steps, reasonEn }) =>
      steps.length > 0 && reasonEn.trim() !== "" && steps.every((step) => isCompleteStep(step, fields)),
    create: (draft, key) =>
      api.createProposal({ ...inputOf(draft), operations: operationsOf(withIds(draft.steps, isTaken), fields) }, key),
    change: (proposal, draft, version) => {
      const steps = withIds(draft.steps, isTaken)
      // Places mean nothing in a version that this form has not seen.
      if (stored?.version !== version) {
        return api.changeProposal(proposal.id, { ...inputOf(draft), version, operations: operationsOf(steps, fields) })
      }
      const told = packed(steps, stored.steps).map((it) => (typeof it === "number" ? it : operationOf(it, fields)))
      return formApi.changeSteps(proposal.id, { ...inputOf(draft), version, steps: told })
    },
    fieldOf: (path, sent) => {
      const [head, at, ...rest] = path.split(".")
      const step = (head === "operations" || head === "steps") && at !== undefined ? sent.steps[Number(at)] : undefined
      if (!step) return head ?? ""
      return [step.key, ...(rest[0] === "record" ? rest.slice(1) : rest)].join(".")
    },
    named: (draft, sent, proposal) => {
      const ids = new Map(
        sent.steps.map(({ key }, at) => {
          const operation = proposal.operations[at]
          return [key, operation && operation.act !== "withdraw" ? operation.record.id : null] as const
        }),
      )
      const named = (steps: readonly Step[]) =>
        steps.map((step) => ({ ...step, id: step.id === "" ? (ids.get(step.key) ?? "") : step.id }))
      stored = { version: proposal.version, steps: named(sent.steps) }
      return { ...draft, steps: named(draft.steps) }
    },
    packed: ({ steps, ...draft }) => {
      const isLong = stored !== null && JSON.stringify(steps).length > LONGEST_IN_WHOLE
      return { ...draft, steps: isLong ? packed(steps, stored!.steps) : steps }
    },
    unpacked: (text, isMoved) => {
      const { steps, ...draft } = text as unknown as Omit<ChangeSet, "steps"> & { steps: Packed }
      const known = stored?.steps ?? []
      const hasPlaces = steps.some((step) => typeof step === "number")
      return { ...draft, steps: isMoved && hasPlaces ? overlaid(steps, known) : unpacked(steps, known) }
    },
  }
}
