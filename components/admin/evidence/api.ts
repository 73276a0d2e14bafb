import { type Answer, type Problem, send } from "@/components/form/client"
import type { KeptCopy, Removed } from "@/lib/domain/copy-type"
import type { InternalEvidence, InternalEvidenceInput } from "@/lib/domain/internal-evidence"
import type { Mark } from "@/lib/domain/scan"

export type CopyFacts = KeptCopy & { name: string; marks: Mark[]; unread: boolean }
export type StoredCopy = CopyFacts & { existed: boolean; removed: Removed[] }

/** Requests about archived copies and internal evidence. None throws. */
export const evidenceApi = {
  copyFacts: (sha256: string) => send<CopyFacts>("GET", `/api/v1/copies/${sha256}/facts`),
  listInternal: (commitment: string) =>
    send<{ items: InternalEvidence[] }>("GET", `/api/v1/internal-evidence?${new URLSearchParams({ commitment })}`),
  addInternal: (input: InternalEvidenceInput) => send<InternalEvidence>("POST", "/api/v1/internal-evidence", input),
  removeInternal: (id: string) => send<null>("DELETE", `/api/v1/internal-evidence/${encodeURIComponent(id)}`),
}

/**
 * Sends a file as it is. `fetch` cannot tell how far an upload has come, so this asks the older way. `onProgress` gets
 * the share sent, 0–1.
 */
export function uploadCopy(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer<StoredCopy>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const failed = (problem: Partial<Problem>) =>
      resolve({
        ok: false,
        problem: { code: "offline", status: 0, errors: {}, version: null, conflicts: [], reason: null, ...problem },
      })
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => failed({})
    request.onabort = () => failed({ reason: "stopped" })
    request.onload = () => {
      const value = parsed(request.responseText)
      if (request.status === 200 || request.status === 201) resolve({ ok: true, value: value as StoredCopy })
      else failed({ code: "internal", ...(value as Partial<Problem>), status: request.status })
    }
    signal.addEventListener("abort", () => request.abort())
    request.open("POST", `/api/v1/copies?${new URLSearchParams({ name: file.name.slice(0, 200) })}`)
    request.setRequestHeader("content-type", "application/octet-stream")
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
