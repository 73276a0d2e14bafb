import type { z } from "zod"
import { type Answer, send } from "@/components/form/client"
import type { Role } from "@/lib/domain/policy"
import type { Share, ShareInput, SharePatch } from "@/lib/domain/share"

export type Me = { person: { id: string; name: string; role: Role } | null }
/** A link with what is told this once: its address, and a password that was made for it. */
export type MadeLink = { url: string; share: Share; password: string | null }

const at = (id: string) => `/api/v1/shares/${encodeURIComponent(id)}`

export const askWho = () => send<Me>("GET", "/api/v1/me")
export const makeLink = (input: z.input<typeof ShareInput>) => send<MadeLink>("POST", "/api/v1/shares", input)
export const changeLink = (id: string, patch: SharePatch) =>
  send<Share & { password: string | null }>("PATCH", at(id), patch)
export const replaceAddress = (id: string, version: number) =>
  send<Omit<MadeLink, "password">>("POST", `${at(id)}/address`, { version })
export const revokeLink = (id: string) => send<null>("DELETE", at(id))
export const revokeAllOf = (person: string) =>
  send<{ revoked: number }>("POST", "/api/v1/shares/revocations", { person })

/** Every link there is to see, or those after a place in the list, a page at a time. */
export async function listLinks(after: string | null = null): Promise<Answer<Share[]>> {
  const links: Share[] = []
  for (let cursor = after; ;) {
    const place: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`
    const page = await send<{ items: Share[]; next: string | null }>("GET", `/api/v1/shares?limit=500${place}`)
    if (!page.ok) return page
    links.push(...page.value.items)
    if (page.value.next === null) return { ok: true, value: links }
    cursor = page.value.next
  }
}
