"use client"

import { useMemo } from "react"
import { sourceLine } from "@/components/admin/source-line"
import { adminWords } from "@/components/admin/words"
import { duplicatesOf, type Typed } from "@/lib/domain/duplicate-source"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"

/** Sources of the library that the one being typed may repeat, found while it is typed, each to be used instead. */
export function DuplicateNotice({
  locale,
  typed,
  library,
  onUse,
}: {
  locale: Locale
  typed: Typed
  library: SourceChoice[]
  onUse: (source: string) => void
}) {
  const words = adminWords(locale).admin.evidence
  const { publisher, title, publishedOn, url } = typed
  const found = useMemo(
    () => duplicatesOf({ publisher, title, publishedOn, url }, library),
    [publisher, title, publishedOn, url, library],
  )
  return (
    <div role="status" className="col-span-full empty:hidden">
      {found.length > 0 ? (
        <div className="rounded-ui border border-amber-edge bg-amber p-3 text-sm">
          <p className="font-semibold">{words.repeats(found.length)}</p>
          <ul className="flex flex-col">
            {found.map(({ source, why }) => (
              <li key={source.id} className="flex flex-wrap items-center justify-between gap-3 py-1">
                <span className="min-w-0 flex-1 basis-[240px]">
                  <span lang="en" dir="auto">
                    {source.title}
                  </span>
                  <br />
                  <span className="small">
                    {sourceLine(locale, source)} · {words.why[why]}
                  </span>
                </span>
                <button
                  type="button"
                  className="btn sm"
                  aria-label={`${words.use}: ${source.title}`}
                  onClick={() => onUse(source.id)}
                >
                  {words.use}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
