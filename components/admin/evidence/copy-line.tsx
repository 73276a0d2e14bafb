"use client"

import { CopyAddress } from "@/components/views/point/copy-address"
import type { KeptCopy } from "@/lib/domain/copy-type"
import { fileSize } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"

/** An archived copy in a line: what it is, how large, and the whole hash to compare or to take along. */
export function CopyLine({
  locale,
  copy,
}: {
  locale: Locale
  copy: Pick<KeptCopy, "sha256" | "size"> & { mediaType: string }
}) {
  const words = adminWords(locale).admin.evidence
  const type = (words.type as Record<string, string>)[copy.mediaType] ?? copy.mediaType
  return (
    <div className="flex flex-col gap-1">
      <p className="small">
        <a href={`/api/v1/copies/${copy.sha256}`} download>
          {words.open}
        </a>{" "}
        <span className="muted">
          {type} · {fileSize(locale, copy.size)}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <span className="small muted">{words.hash}</span>
        <code className="mono small min-w-0 break-all" dir="ltr">
          {copy.sha256}
        </code>
        <CopyAddress address={copy.sha256} copy={words.copyHash} copied={words.copied} />
      </div>
    </div>
  )
}
