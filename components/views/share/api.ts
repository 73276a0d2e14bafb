import type { z } from "zod"
import { send } from "@/components/form/client"
import type { Role } from "@/lib/domain/policy"
import type { Share, ShareInput, SharePatch } from "@/lib/domain/share"

export type Me = { person: { id: string; name: string; role: Role } | null }
/** A link with what is told this once: its address, and a password that was made for it. */
export type MadeLink = { url: string; share: Share; password: string | null }

const at = (id: string) => `/api/v1/shares/${encodeURIComponent(id)}`

export const askWho = () => send<Me>("GET", "/api/v1/me")
export const listLinks = () => send<{ items: Share[] }>("GET", "/api/v1/shares")
export const makeLink = (input: z.input<typeof ShareInput>) => send<MadeLink>("POST", "/api/v1/shares", input)
export const changeLink = (id: string, patch: SharePatch) =>
  send<Share & { password: string | null }>("PATCH", at(id), patch)
export const replaceAddress = (id: string, version: number) =>
  send<Omit<MadeLink, "password">>("POST", `${at(id)}/address`, { version })
export const revokeLink = (id: string) => send<null>("DELETE", at(id))
export const revokeAllOf = (person: string) =>
  send<{ revoked: number }>("POST", "/api/v1/shares/revocations", { person })
