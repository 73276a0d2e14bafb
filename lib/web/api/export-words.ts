import "server-only"
import { createHash } from "node:crypto"
import { csvOf } from "@/lib/data/tables/csv"
import type { Day } from "@/lib/domain/date"
import { codebookRows } from "@/lib/i18n/codebook"
import { messages } from "@/lib/i18n/messages"

export type TextFile = { name: string; parts: string[] }

/** What is in an archive beside the records: it changes with the site's own words, without any revision. */
export function aroundRecords(
  revision: number,
  day: Day,
  coding: string,
  cited: { en: string; ur: string },
): TextFile[] {
  const { data } = messages("en")
  const ur = messages("ur").data
  const both = (words: (of: typeof data, language: "en" | "ur") => string) => [
    ...[words(data, "en"), "\n\n"],
    ...[words(ur, "ur"), "\n"],
  ]
  return [
    {
      name: "README.txt",
      parts: both((it, language) => `${it.zip.readme(revision, day)}\n\n${it.cite.title}:\n${cited[language]}`),
    },
    { name: "LICENCE.txt", parts: both((it) => it.licence.file) },
    { name: "CODING.md", parts: [coding] },
    ...(["en", "ur"] as const).map((locale) => ({
      name: `codebook.${locale}.csv`,
      parts: [csvOf(codebookRows(locale))],
    })),
  ]
}

const DIGITS = 16

/** Tells archives of the same records apart: by every file around them, and by the site that the manifest names. */
export function aroundDigest(around: TextFile[], site: string): string {
  const text = JSON.stringify([site, around])
  return createHash("sha256").update(text).digest("hex").slice(0, DIGITS)
}
