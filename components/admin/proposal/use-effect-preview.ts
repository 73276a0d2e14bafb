"use client"

import { useEffect, useState } from "react"
import { api, type Problem } from "@/components/form/client"
import type { Effect } from "@/lib/domain/effect"
import type { Change, DraftOperation } from "@/lib/domain/proposal"

const WAIT_MS = 450

/** `problem` is why the server would not tell: what does not fit together yet. */
export type Preview = {
  state: "waiting" | "asking" | "shown" | "failed"
  effect: Effect | null
  problem: Problem | null
}

/** What publishing these operations would move, asked of the server a moment after typing stops. */
export function useEffectPreview(change: Change, ready: readonly DraftOperation[]): Preview {
  const asked = JSON.stringify({ change, operations: ready })
  const [answer, setAnswer] = useState<{ asked: string; effect: Effect | null; problem: Problem | null } | null>(null)

  useEffect(() => {
    const { change, operations } = JSON.parse(asked) as { change: Change; operations: DraftOperation[] }
    if (operations.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const found = await api.preview(change, operations, abort.signal)
      if (abort.signal.aborted) return
      setAnswer(
        found.ok ? { asked, effect: found.value, problem: null } : { asked, effect: null, problem: found.problem },
      )
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])

  if (ready.length === 0) return { state: "waiting", effect: null, problem: null }
  const { effect, problem } = answer ?? { effect: null, problem: null }
  if (answer?.asked !== asked) return { state: "asking", effect, problem: null }
  return { state: effect ? "shown" : "failed", effect, problem }
}

/**
 * The assessments of a draft whose effect can be told already. `anySource` stands in where no evidence is given yet:
 * the effect depends on levels and dates alone.
 */
export const tellable = (operations: readonly DraftOperation[], anySource: string): DraftOperation[] =>
  operations.filter(isTellable).map((operation, at) => filled(operation, at, anySource))

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
