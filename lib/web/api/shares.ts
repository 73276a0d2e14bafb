import "server-only"
import { z } from "zod"
import { settings } from "@/lib/data/settings"
import {
  changeShare,
  createShare,
  listShares,
  lookUpDigest,
  pageOfShares,
  replaceAddress,
  revokeAllOf,
  revokeShare,
} from "@/lib/data/share-upkeep"
import { Day } from "@/lib/domain/date"
import type { Flat } from "@/lib/domain/import/cells"
import { searchOf } from "@/lib/domain/query"
import { type Share, ShareInput, SharePatch } from "@/lib/domain/share"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"
import { pageOf, PageQuery } from "@/lib/web/api/page"
import { Format, given } from "@/lib/web/api/question"

const ShareAnswer = z.looseObject({ id: z.string(), version: z.int(), state: z.string() }).meta({ id: "Share" })

const SharesQuery = z.strictObject({ ...PageQuery, format: Format })

const address = { id: z.string(), url: z.string(), path: z.string() }
const addressOf = (id: string, token: string) => ({ id, url: `${settings().baseUrl}/s/${token}`, path: `/s/${token}` })

const rowOf = ({ query, comparison, panels, counts, free, sites, seenOn, ...link }: Share): Flat => ({
  id: link.id,
  label: link.label,
  state: link.state,
  screen: link.screen,
  point: link.point,
  chart: link.chart,
  view: searchOf(query) || null,
  comparison: comparison && [comparison.by, comparison.against].filter(Boolean).join(" "),
  panels: panels && panels.join(" "),
  revision: link.known,
  language: link.language,
  createdAt: link.createdAt,
  expiresAt: link.expiresAt,
  creator: link.creator,
  password: link.hasPassword,
  downloads: link.downloads,
  free: free.join(" ") || null,
  sites: sites.join(" ") || null,
  ...counts,
  seenOn: seenOn.join(" ") || null,
})

/** Links, for whoever makes them. */
export const SHARES: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/shares",
    summary: "Your links, or everybody's for an admin, newest first",
    access: "share.write",
    query: SharesQuery,
    answer: { status: 200, schema: pageOf(ShareAnswer) },
    csv: true,
    handle: async (call) => {
      const { actor, search } = call
      const { format, ...page } = given(SharesQuery, call)
      const isFile = format !== "json" && !search.has("limit") && !search.has("cursor")
      const body = isFile ? { items: await listShares(actor), next: null } : await pageOfShares(actor, page)
      return { body, rows: () => body.items.map(rowOf) }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/shares",
    summary: "Make a link; its address is told this once",
    access: "share.write",
    body: ShareInput,
    answer: {
      status: 201,
      schema: z.object({ ...address, share: ShareAnswer, password: z.string().nullable() }),
    },
    handle: async ({ actor, body }) => {
      const { share, token, password } = await createShare(actor, body)
      return { status: 201, body: { ...addressOf(share.id, token), share, password } }
    },
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/shares/{id}",
    summary: "Rename, pause, resume or shorten a link, change its password, downloads or sites; never its scope",
    access: "share.write",
    body: SharePatch,
    answer: { status: 200, schema: ShareAnswer },
    handle: async ({ actor, path, body }) => ({ body: await changeShare(actor, path.id!, body) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/shares/{id}/address",
    summary: "Give a link a new address, told this once; the old one opens nothing any more",
    access: "share.write",
    body: z.strictObject({ version: z.int().positive() }),
    answer: { status: 200, schema: z.object({ ...address, share: ShareAnswer }) },
    handle: async ({ actor, path, body }) => {
      const { share, token } = await replaceAddress(actor, path.id!, body.version)
      return { body: { ...addressOf(share.id, token), share } }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/shares/revocations",
    summary: "Revoke every link that one person made: your own, or anybody's for an admin",
    access: "share.write",
    body: z.strictObject({ person: z.string().max(80) }),
    answer: { status: 200, schema: z.object({ revoked: z.int() }) },
    handle: async ({ actor, body }) => ({ body: { revoked: await revokeAllOf(actor, body.person) } }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/digests/{id}",
    summary: "Whether an answer with this digest was ever frozen here, and when",
    access: "reader",
    answer: {
      status: 200,
      schema: z.object({
        digest: z.string(),
        known: z.boolean(),
        revision: z.int().nullable(),
        frozenOn: Day.nullable(),
      }),
    },
    handle: async ({ path }) => ({ body: await lookUpDigest(path.id!) }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/shares/{id}",
    summary: "Revoke a link for good",
    access: "share.write",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await revokeShare(actor, path.id!)
      return done
    },
  }),
]
