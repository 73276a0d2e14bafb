import type { FormField } from "@/lib/domain/form/shapes"
import type { Typed } from "@/lib/domain/form/typed"
import type { Kind } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import type { Text } from "@/lib/i18n/text"

/** A record that a field may refer to; `isFresh`: this proposal brings it. */
export type Choice = { id: string; name: Text; isFresh?: true }

/** What every field of one record needs. `choices` are what may be referred to, `problemOf` what is wrong at a path. */
export type Asked = {
  locale: Locale
  kind: Kind
  /** Begins the ids of its controls. */
  id: string
  choices: Partial<Record<Kind, Choice[]>>
  problemOf: (path: string) => string | undefined
}

/** One field of a record, or of an object within it; `at` is its path with the places in lists. */
export type FieldProps<F extends FormField = FormField> = {
  asked: Asked
  field: F
  at: string
  typed: Typed
  onChange: (change: Typed) => void
}

export type Of<T extends FormField["type"]> = Extract<FormField, { type: T }>
