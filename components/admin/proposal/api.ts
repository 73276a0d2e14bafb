import { type ProposalAnswer, send, type Typed } from "@/components/form/client"
import type { KeptDraft, StepsInput } from "@/lib/domain/form/draft"
import type { DraftOperation } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"
import type { RecordRow } from "@/lib/domain/views/records"

type Content = Record<string, unknown>
const draft = (id: string) => `/api/v1/drafts/${encodeURIComponent(id)}`
const proposal = (id: string) => `/api/v1/proposals/${encodeURIComponent(id)}`

/** What the proposal forms ask of the server beside the proposal itself. None throws. */
export const formApi = {
  /** `outlives`: the page is going away. */
  createDraft: (input: { form: string; title: string; content: Content }, outlives = false) =>
    send<KeptDraft>("POST", "/api/v1/drafts", input, {}, undefined, outlives),
  changeDraft: (id: string, patch: { version: number; title: string; content: Content }, outlives = false) =>
    send<KeptDraft>("PATCH", draft(id), patch, {}, undefined, outlives),
  listDrafts: () => send<{ items: KeptDraft[] }>("GET", "/api/v1/drafts"),
  findDraft: (id: string) => send<KeptDraft & { content: Content }>("GET", draft(id)),
  deleteDraft: (id: string) => send<null>("DELETE", draft(id), {}),
  submit: (id: string, version: number, asked: string | null) =>
    send<ProposalAnswer>("POST", `${proposal(id)}/submit`, { version, asked }),
  changeSteps: (id: string, patch: Typed<Omit<StepsInput, "steps">> & { steps: (number | DraftOperation)[] }) =>
    send<ProposalAnswer>("PATCH", `${proposal(id)}/steps`, patch),
  searchRecords: (kind: Kind, text: string, page: number, signal: AbortSignal) =>
    send<{ items: RecordRow[]; total: number; pages: number }>(
      "GET",
      `/api/v1/records?${new URLSearchParams({ kind, q: text, page: String(page) })}`,
      undefined,
      {},
      signal,
    ),
}
