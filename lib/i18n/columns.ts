import { LIST_NAMES } from "@/lib/domain/import/columns"
import { KIND_NAMES } from "@/lib/domain/records"
import type { Locale } from "./locale"
import { messages } from "./messages"

type Words = Record<string, string | undefined>

/**
 * What stands over a column of a table, in words. `list` is the name of the API's list or view ("assessments",
 * "overview"); a column that has no words keeps its name.
 */
export function columnLabel(locale: Locale, list: string, column: string): string {
  const { admin, data } = messages(locale)
  const [, year] = /^at(\d{4})$/.exec(column) ?? []
  if (year) return data.columnAtYear(year)
  const kind = KIND_NAMES.find((each) => LIST_NAMES[each] === list)
  const special = kind && (admin.records.special as Words)[`${kind}.${column}`]
  const own = kind ? undefined : (data.columns as Words)[column]
  return special ?? own ?? (admin.records.field as Words)[column] ?? (data.columns as Words)[column] ?? column
}
