import type { Day } from "@/lib/domain/date"
import type { Notice } from "@/lib/domain/notice"
import type { notices } from "./en/admin/notices"
import { formatDay, isolate } from "./format"
import type { Locale } from "./locale"

/** A notice as one sentence without its full stop. Says nothing of an unpublished proposal but that there is one. */
export function noticeSentence(locale: Locale, words: typeof notices, { kind, detail }: Notice): string {
  const { code, dueOn, count, revision } = detail
  return words.sentence[kind]({
    code: typeof code === "string" ? isolate(locale, code) : "",
    day: typeof dueOn === "string" ? formatDay(locale, dueOn as Day) : "",
    count: typeof count === "number" ? count : 1,
    revision: revision === null || revision === undefined ? "" : isolate(locale, String(revision)),
  })
}
