import type { ComponentProps, ReactNode } from "react"
import { type Described, Field } from "./field"

type Asked = { id: string; label: ReactNode; hint?: ReactNode; error?: string; span?: string }
type Own<Tag extends "input" | "textarea" | "select"> = Omit<ComponentProps<Tag>, keyof Asked | "onChange">

/** A field with one line in it: text, unless `type` says an address, a day or a search. */
export function TextInput({
  onChange,
  ...given
}: Asked & Own<"input"> & { value: string; onChange: (value: string) => void }) {
  return asked(given, (described, own) => (
    <input
      {...described}
      className={own.type === "date" ? "in num" : "in"}
      dir={own.type === undefined ? "auto" : undefined}
      {...own}
      onChange={(event) => onChange(event.target.value)}
    />
  ))
}

/** A field with several lines in it. */
export function TextArea({
  onChange,
  ...given
}: Asked & Own<"textarea"> & { value: string; onChange: (value: string) => void }) {
  return asked(given, (described, own) => (
    <textarea {...described} className="in" dir="auto" {...own} onChange={(event) => onChange(event.target.value)} />
  ))
}

/** A field that takes one of `options`, each a value and its name, in their order. */
export function Select<T extends string>({
  options,
  onChange,
  ...given
}: Asked &
  Own<"select"> & {
    value: T
    options: readonly (readonly [value: T, name: string])[]
    onChange: (value: T) => void
  }) {
  return asked(given, (described, own) => (
    <select {...described} className="in" {...own} onChange={(event) => onChange(event.target.value as T)}>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  ))
}

function asked<Own>(given: Asked & Own, draw: (described: Described, own: Omit<Own, keyof Asked>) => ReactNode) {
  const { id, label, hint, error, span, ...own } = given
  return (
    <Field id={id} label={label} hint={hint} error={error} span={span}>
      {(described) => draw(described, own as Omit<Own, keyof Asked>)}
    </Field>
  )
}
