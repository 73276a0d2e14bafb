import { LIST_NAMES } from "@/lib/domain/import/columns"
import type { Judged } from "@/lib/domain/import/judge"
import type { Kind } from "@/lib/domain/records"

/** The lines of an error file: one for each thing that is wrong with a row. */
export const errorRows = ({ row, errors }: Pick<Judged, "row" | "errors">) =>
  errors.map(({ column, reason, value }) => ({ row, column, reason, value }))

/** What readers are told of an import whose maker says nothing else. No name of a file: it may say too much. */
export const usualReason = ({ kind, changes }: { kind: Kind; changes: number }) => ({
  en: `Import of ${LIST_NAMES[kind]}: ${changes === 1 ? "one row" : `${changes} rows`}.`,
  ur: `جدول سے درآمد (${LIST_NAMES[kind]}): ${changes === 1 ? "ایک سطر" : `${changes} سطریں`}۔`,
})
