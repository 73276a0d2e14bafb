"use client"

import { useEffect, useMemo, useState } from "react"
import type { DraftOperation } from "@/lib/domain/proposal"
import { scanProposal, type Warning } from "@/lib/domain/scan"
import type { Locale } from "@/lib/i18n/locale"
import { type CopyFacts, evidenceApi } from "./api"
import { ScanWarnings } from "./scan-warnings"

/** Warns while a proposal is being typed: its texts are searched here, its archived copies by the server. */
export function DraftWarnings({
  locale,
  operations,
  reasonEn,
  reasonUr,
}: {
  locale: Locale
  operations: readonly DraftOperation[]
  reasonEn: string
  reasonUr: string
}) {
  const spelled = JSON.stringify(operations)
  const warnings = useMemo(
    () => scanProposal({ operations: JSON.parse(spelled) as DraftOperation[], reasonEn, reasonUr }),
    [spelled, reasonEn, reasonUr],
  )
  const copies = operations.flatMap((operation, step) =>
    operation.kind === "source" && operation.act !== "withdraw" && operation.record.copy
      ? [{ step, sha256: operation.record.copy.sha256 }]
      : [],
  )
  const facts = useCopyFacts(copies.map(({ sha256 }) => sha256))
  const ofCopies = copies.flatMap(({ step, sha256 }): Warning[] => {
    const found = facts[sha256]
    if (!found) return []
    return [
      ...(found.unread ? [{ step, field: "copy", kind: "unread" as const, excerpt: found.name }] : []),
      ...found.marks.map((mark) => ({ step, field: "copy", ...mark })),
    ]
  })
  return <ScanWarnings locale={locale} warnings={[...warnings, ...ofCopies]} operations={operations} />
}

/** What the server knows of these copies; each is asked for once. */
function useCopyFacts(hashes: string[]): Record<string, CopyFacts> {
  const [facts, setFacts] = useState<Record<string, CopyFacts>>({})
  const wanted = [...new Set(hashes)].sort().join(",")
  useEffect(() => {
    let isLeft = false
    for (const sha256 of wanted.split(",").filter(Boolean)) {
      void evidenceApi.copyFacts(sha256).then((answer) => {
        if (answer.ok && !isLeft) setFacts((before) => ({ ...before, [sha256]: answer.value }))
      })
    }
    return () => {
      isLeft = true
    }
  }, [wanted])
  return facts
}
