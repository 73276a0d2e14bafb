import type { z } from "zod"
import type { RefusalCode } from "@/lib/domain/refusal"
import type { Share, ShareInput, SharePatch } from "@/lib/domain/share"
import type { Role } from "@/lib/domain/policy"

/** What the server said no to, "internal" or "failed" when the fault is not the person's. `fields` name the inputs meant. */
export type Problem = { code: RefusalCode | "internal" | "failed"; fields: Record<string, string[]> }
export type Answer<T> = { value: T; problem: null } | { value: null; problem: Problem }

export type Me = { person: { id: string; name: string; role: Role } | null }

export const askWho = () => call<Me>("GET", "/api/v1/me")
export const listLinks = () => call<{ items: Share[] }>("GET", "/api/v1/shares")
export const makeLink = (input: z.input<typeof ShareInput>) =>
  call<{ url: string; share: Share; password: string | null }>("POST", "/api/v1/shares", input)
export const changeLink = (id: string, patch: SharePatch) => call<Share>("PATCH", `/api/v1/shares/${id}`, patch)
export const revokeLink = (id: string) => call<null>("DELETE", `/api/v1/shares/${id}`)

async function call<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      // A change without a body also says that it is none of a foreign form's.
      ...(method !== "GET" && { headers: { "content-type": "application/json" } }),
      ...(body && { body: JSON.stringify(body) }),
    })
    const value = (response.status === 204 ? null : await response.json()) as T
    if (response.ok) return { value, problem: null }
    const { code = "failed", errors = {} } = value as { code?: RefusalCode; errors?: Record<string, string[]> }
    return { value: null, problem: { code, fields: errors } }
  } catch {
    return { value: null, problem: { code: "failed", fields: {} } }
  }
}
