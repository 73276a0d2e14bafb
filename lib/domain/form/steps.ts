import type { FormField } from "@/lib/domain/form/shapes"
import { blank, type Gap, gapsOf, recordFrom, type Typed, typedFrom, type TypedValue } from "@/lib/domain/form/typed"
import type { DraftOperation, Operation } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Text } from "@/lib/domain/views/scope"

/**
 * One step of a change set as somebody is typing it. `id` is "" for a new record that has none yet, `name` what the
 * record is called as published. A withdrawal has nothing typed. `key` names the step in the form only.
 */
export type Step = {
  key: string
  act: Operation["act"]
  kind: Kind
  id: string
  name: Text | null
  typed: Typed | null
}

/** The fields of every kind, as the form was handed them. */
export type FieldsByKind = Record<Kind, FormField[]>

export const addStep = (key: string, kind: Kind, fields: FieldsByKind, given: Fields = {}): Step => {
  const typed = blank(fields[kind])
  for (const [name, value] of Object.entries(given)) if (name in typed) typed[name] = value as TypedValue
  return { key, act: "add", kind, id: "", name: null, typed }
}

/** An operation as the form shows it. */
export function stepOf(key: string, operation: DraftOperation, name: Text | null, fields: FieldsByKind): Step {
  const { act, kind } = operation
  if (act === "withdraw") return { key, act, kind, id: operation.id, name, typed: null }
  const record = operation.record as Fields
  return { key, act, kind, id: String(record.id ?? ""), name, typed: typedFrom(fields[kind], record) }
}

/** The operation a step stands for, as far as it can be told yet. */
export function operationOf({ act, kind, id, typed }: Step, fields: FieldsByKind): DraftOperation {
  if (act === "withdraw" || typed === null) return { act: "withdraw", kind, id }
  const record = recordFrom(fields[kind], typed)
  if (id === "") delete record.id
  else record.id = id
  return { act, kind, record } as DraftOperation
}

/** What keeps a step from being one. */
export const gapsOfStep = ({ kind, typed }: Step, fields: FieldsByKind): Gap[] =>
  typed === null ? [] : gapsOf(fields[kind], typed)

/**
 * A step that stands as the stored proposal has it is told by its place there alone: what is kept and sent stays
 * small however long the proposal is.
 */
export type Packed = (number | Step)[]

/** `stored` are the stored operations as steps, in their order. */
export function packed(steps: readonly Step[], stored: readonly Step[]): Packed {
  const places = new Map(stored.map((step, at) => [step.key, at]))
  return steps.map((step) => {
    const at = places.get(step.key)
    return at !== undefined && isSame(step, stored[at]!) ? at : step
  })
}

/** The steps again; a place that the stored proposal no longer has is left out. */
export const unpacked = (steps: Packed, stored: readonly Step[]): Step[] =>
  steps.flatMap((step) => (typeof step === "number" ? (stored[step] ?? []) : step))

/**
 * The steps again where the stored proposal has moved on and places mean nothing any more: what was typed stands over
 * the stored step on the same record, or is added.
 */
export function overlaid(steps: Packed, stored: readonly Step[]): Step[] {
  const typed = steps.filter((step) => typeof step !== "number")
  const isOn = (one: Step, other: Step) => one.kind === other.kind && one.id === other.id && one.id !== ""
  return [
    ...stored.map((step) => typed.find((each) => isOn(each, step)) ?? step),
    ...typed.filter((each) => !stored.some((step) => isOn(each, step))),
  ]
}

const isSame = (one: Step, other: Step) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** The steps with a record's new id, wherever one of them refers to it by the old one. */
export function renamed(
  steps: readonly Step[],
  fields: FieldsByKind,
  kind: Kind,
  { from, to }: { from: string; to: string },
): Step[] {
  if (from === "" || from === to) return [...steps]
  return steps.map((step) => {
    if (step.typed === null) return step
    const typed = renamedIn(fields[step.kind], step.typed, kind, from, to)
    return typed === step.typed ? step : { ...step, typed }
  })
}

function renamedIn(fields: readonly FormField[], typed: Typed, kind: Kind, from: string, to: string): Typed {
  let fresh = typed
  const put = (name: string, value: TypedValue) => {
    fresh = { ...fresh, [name]: value }
  }
  for (const field of fields) {
    const value = typed[field.name]
    if (field.type === "reference" && field.to === kind && value === from) put(field.name, to)
    if (field.type === "references" && field.to === kind && (value as string[]).includes(from)) {
      put(field.name, (value as string[]).map((id) => (id === from ? to : id))) // prettier-ignore
    }
    if (field.type === "group" && value !== null) {
      const inner = renamedIn(field.fields, value as Typed, kind, from, to)
      if (inner !== value) put(field.name, inner)
    }
    if (field.type === "list") {
      const items = (value as Typed[]).map((each) => renamedIn(field.fields, each, kind, from, to))
      if (items.some((each, at) => each !== (value as Typed[])[at])) put(field.name, items)
    }
  }
  return fresh
}
