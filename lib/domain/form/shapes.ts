import type { Kind } from "@/lib/domain/records"

/**
 * One field of a record as a form asks for it. `path` names it from the record on, without places in lists:
 * "leadBodies.role". `wanted`: it must be given. Plain data, so that the browser needs no schema.
 */
export type FormField = { name: string; path: string; wanted: boolean } & Shape

export type Shape =
  | { type: "id" }
  /** One line or several, at most so many characters; `lang` null for a text in whatever language. */
  | { type: "line" | "prose"; most: number; lang: "en" | "ur" | null }
  /** Small Latin letters, digits and dashes. */
  | { type: "code"; most: number }
  | { type: "url"; most: number }
  | { type: "choice"; options: readonly string[] }
  /** A level 0–3, or the reason why there is none, kept in the field called `reason`. */
  | { type: "level"; reason: string }
  /** A day; `exact` is the field beside it that says how exactly it is known. */
  | { type: "day"; exact: string | null }
  | { type: "number"; whole: boolean; least: number | null; most: number | null }
  | { type: "yes-no" }
  | { type: "reference"; to: Kind }
  | { type: "references"; to: Kind; most: number }
  /** Short texts, one a line. */
  | { type: "lines"; most: number }
  /** Fields that stand together; where not `wanted` the whole group may be absent. */
  | { type: "group"; fields: FormField[]; sparse: boolean }
  | { type: "list"; fields: FormField[]; least: number; most: number }
  /** An archived copy: made by an upload, not typed. */
  | { type: "copy" }

/** How exactly a day is known stands in the field beside it. */
export const PRECISION_OF: Readonly<Record<string, string>> = {
  publishedOn: "precision",
  adoptedOn: "precision",
  effectiveOn: "precision",
  date: "precision",
  promisedBy: "promisedByPrecision",
  promisedOn: "promisedPrecision",
  dueOn: "duePrecision",
  asOf: "asOfPrecision",
}
