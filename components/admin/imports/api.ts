import type { Judged, Outcome } from "@/lib/domain/import/judge"
import type { Kind } from "@/lib/domain/records"
import type { RefusalCode } from "@/lib/domain/refusal"

export type ImportRow = Omit<Judged, "operation">
/** The answer of the import endpoint. */
export type ImportResult = {
  kind: Kind
  format: string
  base: number
  totals: { rows: number } & Record<Outcome, number>
  changes: number
  rows: ImportRow[]
  left: number
  proposals: { id: string; operations: number }[]
}

/** Why an import was refused; `reasons` in English. `unreadable`: the browser cannot read the file any more. */
export type ImportProblem = { code: RefusalCode | "internal" | "offline" | "unreadable"; reasons: string[] }
export type ImportAnswer<T> = { ok: true; value: T } | { ok: false; problem: ImportProblem }

export type ImportRequest = { kind: Kind | null; reason?: string; reasonUr?: string; key?: string }

/** Requests about one file. None throws. */
export const importApi = {
  dryRun: (file: File, request: ImportRequest) => post<ImportResult>(file, request, {}, (it) => it.json()),
  propose: (file: File, request: ImportRequest) =>
    post<ImportResult>(file, request, { dryRun: "false" }, (it) => it.json()),
  errors: (file: File, request: ImportRequest) => post<Blob>(file, request, { errors: "true" }, (it) => it.blob()),
}

async function post<T>(
  file: File,
  { kind, reason, reasonUr, key }: ImportRequest,
  more: Record<string, string>,
  read: (response: Response) => Promise<unknown>,
): Promise<ImportAnswer<T>> {
  const given = {
    file: file.name.slice(-200),
    ...(kind && { kind }),
    ...(reason && { reason }),
    ...(reasonUr && { reasonUr }),
  }
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return { ok: false, problem: { code: "unreadable", reasons: [] } }
  }
  try {
    const response = await fetch(`/api/v1/imports?${new URLSearchParams({ ...given, ...more })}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/octet-stream", ...(key && { "idempotency-key": key }) },
      body: bytes,
    })
    if (response.ok) return { ok: true, value: (await read(response)) as T }
    const { code, errors, title } = (await response.json().catch(() => ({}))) as {
      code?: ImportProblem["code"]
      errors?: Record<string, string[]>
      title?: string
    }
    const reasons = errors ? Object.values(errors).flat() : code === "too_large" && title ? [title] : []
    return { ok: false, problem: { code: code ?? "internal", reasons } }
  } catch {
    return { ok: false, problem: { code: "offline", reasons: [] } }
  }
}
