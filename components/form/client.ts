import type { Effect } from "@/lib/domain/effect"
import type {
  Change,
  DraftOperation,
  Proposal,
  ProposalInput,
  ProposalPatch,
  RecheckInput,
  ReviewInput,
} from "@/lib/domain/proposal"
import type { RefusalCode } from "@/lib/domain/refusal"

/** Why a request was refused. `offline`: no answer came at all. `errors` are sentences by field, in English. */
export type Problem = {
  code: RefusalCode | "internal" | "offline"
  status: number
  errors: Record<string, string[]>
  version: number | null
  conflicts: { key: string; revision: number }[]
  /** What else is missing where the code alone does not say: "second-factor", "outside-remit". */
  reason: string | null
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export type ProposalAnswer = { proposal: Proposal; effect: Effect; clashes: { key: string; revision: number }[] }
export type Published = { revision: number; hash: string }

/** What a form sends: as typed, before the server has checked it. */
export type Typed<T> = { [K in keyof T]: K extends "operations" ? DraftOperation[] : T[K] }

const proposal = (id: string) => `/api/v1/proposals/${encodeURIComponent(id)}`

/** Every request a form may make, as the API has it. None throws: a refusal or a lost connection is an answer. */
export const api = {
  signIn: (input: { email: string; password: string; code?: string }) =>
    send<unknown>("POST", "/api/auth/sign-in/email", input),
  signOut: () => send<unknown>("POST", "/api/auth/sign-out", {}),
  findProposal: (id: string) => send<ProposalAnswer>("GET", proposal(id)),
  createProposal: (input: Typed<ProposalInput>, key: string) =>
    send<ProposalAnswer>("POST", "/api/v1/proposals", input, { "idempotency-key": key }),
  changeProposal: (id: string, patch: Typed<ProposalPatch>) => send<ProposalAnswer>("PATCH", proposal(id), patch),
  submitProposal: (id: string, version: number) => send<ProposalAnswer>("POST", `${proposal(id)}/submit`, { version }),
  withdrawProposal: (id: string, version: number) =>
    send<ProposalAnswer>("POST", `${proposal(id)}/withdraw`, { version }),
  reviewProposal: (id: string, review: ReviewInput) => send<ProposalAnswer>("POST", `${proposal(id)}/review`, review),
  publishProposal: (id: string, version: number) => send<Published>("POST", `${proposal(id)}/publish`, { version }),
  preview: (change: Change, operations: DraftOperation[], signal: AbortSignal) =>
    send<Effect>("POST", "/api/v1/proposals/preview", { change, operations }, {}, signal),
  recheck: (input: RecheckInput) => send<Published>("POST", "/api/v1/rechecks", input),
}

/**
 * One request as JSON; never throws. For the screens whose endpoints are not in the list above. `keepalive` lets it
 * outlive the page, for at most 64 KiB.
 */
export async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
  keepalive = false,
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: "same-origin",
      // Said of an empty body too: the server takes nothing that a form of another site could send.
      headers: method === "GET" ? headers : { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      keepalive,
    })
    const text = await response.text()
    const value: unknown = text === "" ? null : JSON.parse(text)
    return response.ok ? { ok: true, value: value as T } : { ok: false, problem: problemOf(response.status, value) }
  } catch {
    return { ok: false, problem: problemOf(0, null) }
  }
}

function problemOf(status: number, value: unknown): Problem {
  const found = (value ?? {}) as Partial<Problem>
  return {
    code: status === 0 ? "offline" : (found.code ?? "internal"),
    status,
    errors: found.errors ?? {},
    version: found.version ?? null,
    conflicts: found.conflicts ?? [],
    reason: found.reason ?? null,
  }
}
