import { CODEBOOK, type CodebookField } from "@/lib/domain/codebook"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import type { Flat } from "@/lib/domain/import/cells"
import type { Locale } from "./locale"
import { messages } from "./messages"

type Words = Record<string, string | undefined>

/** What a field means; undefined for one that nobody has described, which fails a test. */
export function meaningOf(locale: Locale, { kind, path }: Pick<CodebookField, "kind" | "path">): string | undefined {
  const meaning = messages(locale).codebook.meaning as Words
  return meaning[`${kind}.${path}`] ?? meaning[path.split(".").at(-1)!]
}

/** The codebook as lines of a table, one a field. */
export const codebookRows = (locale: Locale): Flat[] =>
  CODEBOOK.map((field) => ({
    list: field.list,
    field: field.path,
    type: messages(locale).codebook.type[field.type],
    unit: field.unit === null ? null : messages(locale).codebook.unit[field.unit],
    nullable: field.nullable,
    values: field.values?.join("; ") ?? null,
    refersTo: field.refersTo === null ? null : LIST_NAMES[field.refersTo],
    meaning: meaningOf(locale, field) ?? null,
  }))
