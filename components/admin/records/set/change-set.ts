import type { Reasons } from "@/components/admin/proposal/reasons-step"
import { suggestedId } from "@/lib/domain/form/ids"
import { type FieldsByKind, gapsOfStep, operationOf, type Step } from "@/lib/domain/form/steps"
import type { Change, DraftOperation } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"

/** A proposal over records of every kind, as its author is typing it. */
export type ChangeSet = Reasons & { change: Change; base: number; steps: Step[] }

/** Whether an id is in use already, as far as the form knows; the server has the last word. */
export type IsTaken = (kind: Kind, id: string) => boolean

/** The id of a step's record: its own, or for a new one without any what suits it. */
export function idOfStep(step: Step, steps: readonly Step[], isTaken: IsTaken): string {
  if (step.act !== "add" || step.id !== "" || step.typed === null) return step.id
  const inUse = (id: string) =>
    isTaken(step.kind, id) || steps.some((it) => it !== step && it.kind === step.kind && it.id === id)
  return suggestedId(step.kind, step.typed, inUse, step.key.slice(-8))
}

/** The steps with ids for the new records that lack them, one after the other. */
export const withIds = (steps: readonly Step[], isTaken: IsTaken): Step[] =>
  steps.reduce<Step[]>((done, step, at) => {
    const id = idOfStep(step, [...done, ...steps.slice(at)], isTaken)
    return [...done, id === step.id ? step : { ...step, id }]
  }, [])

export const operationsOf = (steps: readonly Step[], fields: FieldsByKind): DraftOperation[] =>
  steps.map((step) => operationOf(step, fields))

export const isCompleteStep = (step: Step, fields: FieldsByKind) => gapsOfStep(step, fields).length === 0
