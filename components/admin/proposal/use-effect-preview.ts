"use client"

import { useEffect, useState } from "react"
import { api } from "@/components/form/client"
import type { Effect } from "@/lib/domain/effect"
import type { Change, DraftOperation } from "@/lib/domain/proposal"

const WAIT_MS = 450

export type Preview = { state: "waiting" | "asking" | "shown" | "failed"; effect: Effect | null }

/**
 * What publishing would move, asked of the server a moment after typing stops. `anySource` stands in where no
 * evidence is given yet: the effect depends on levels and dates alone.
 */
export function useEffectPreview(change: Change, operations: DraftOperation[], anySource: string): Preview {
  const ready = operations.filter(isTellable).map((operation, at) => filled(operation, at, anySource))
  const asked = JSON.stringify({ change, operations: ready })
  const [answer, setAnswer] = useState<{ asked: string; effect: Effect | null } | null>(null)

  useEffect(() => {
    const { change, operations } = JSON.parse(asked) as { change: Change; operations: DraftOperation[] }
    if (operations.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const found = await api.preview(change, operations, abort.signal)
      if (!abort.signal.aborted) setAnswer({ asked, effect: found.ok ? found.value : null })
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])

  if (ready.length === 0) return { state: "waiting", effect: null }
  if (answer?.asked !== asked) return { state: "asking", effect: answer?.effect ?? null }
  return { state: answer.effect ? "shown" : "failed", effect: answer.effect }
}

function isTellable(operation: DraftOperation): boolean {
  if (operation.kind !== "assessment") return false
  if (operation.act === "withdraw") return operation.id !== ""
  const { level, unratedReason, effectiveOn } = operation.record
  return (level !== null || unratedReason !== null) && /^\d{4}-\d{2}-\d{2}$/.test(effectiveOn)
}

function filled(operation: DraftOperation, at: number, anySource: string): DraftOperation {
  if (operation.kind !== "assessment" || operation.act === "withdraw") return operation
  const { record } = operation
  return {
    ...operation,
    record: {
      ...record,
      id: record.id ?? `preview-${at}`,
      rationaleEn: "–",
      rationaleUr: null,
      certainty: record.certainty ?? "medium",
      evidence: [{ source: anySource, bearing: "context", quote: null, note: null }],
    },
  } as DraftOperation
}
