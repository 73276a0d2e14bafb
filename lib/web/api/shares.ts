import "server-only"
import { z } from "zod"
import { settings } from "@/lib/data/settings"
import { changeShare, createShare, listShares, revokeShare } from "@/lib/data/shares"
import { ShareInput, SharePatch } from "@/lib/domain/share"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"

const ShareAnswer = z.looseObject({ id: z.string(), version: z.int(), state: z.string() }).meta({ id: "Share" })

/** Links, for whoever makes them. */
export const SHARES: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/shares",
    summary: "Your links, or everybody's for an admin",
    access: "share.write",
    answer: { status: 200, schema: z.object({ items: z.array(ShareAnswer) }) },
    handle: async ({ actor }) => ({ body: { items: await listShares(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/shares",
    summary: "Make a link; its address is told this once",
    access: "share.write",
    body: ShareInput,
    answer: {
      status: 201,
      schema: z.object({ id: z.string(), url: z.string(), path: z.string(), share: ShareAnswer }),
    },
    handle: async ({ actor, body }) => {
      const { share, token } = await createShare(actor, body)
      const path = `/s/${token}`
      return { status: 201, body: { id: share.id, url: settings().baseUrl + path, path, share } }
    },
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/shares/{id}",
    summary: "Rename, pause, resume or shorten a link; never its scope",
    access: "share.write",
    body: SharePatch,
    answer: { status: 200, schema: ShareAnswer },
    handle: async ({ actor, path, body }) => ({ body: await changeShare(actor, path.id!, body) }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/shares/{id}",
    summary: "Revoke a link for good",
    access: "share.write",
    answer: { status: 204, schema: null },
    handle: async ({ actor, path }) => {
      await revokeShare(actor, path.id!)
      return { status: 204, body: null }
    },
  }),
]
