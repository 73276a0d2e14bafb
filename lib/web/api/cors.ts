import "server-only"
import { settings } from "@/lib/data/settings"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** What a script on another site may send with a reading, and look at in the answer. */
const ALLOWED = "if-none-match"
const EXPOSED = "etag, content-disposition, link, x-request-id"
const REMEMBERED_SECONDS = 86_400

/**
 * Whether scripts of every other site may read an endpoint: what is open to all readers of a public site, asked by
 * nobody in particular. Never what changes anything, tells of links or of whoever asks, and nothing of a private site.
 */
export const isOpen = ({ method, access }: Pick<Endpoint, "method" | "access">) =>
  method === "GET" && access === "reader" && settings().visibility === "public"

/** Lets every site read this answer. Without credentials: a browser keeps back what it got with a cookie. */
export function opened(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*")
  response.headers.set("access-control-expose-headers", EXPOSED)
  return response
}

/** What a browser hears that asks before a reading. */
export function preflight(methods: readonly string[], isReadable: boolean): Response {
  const response = new Response(null, {
    status: 204,
    headers: { allow: [...methods, "OPTIONS"].join(", "), "cache-control": "no-cache" },
  })
  if (!isReadable) return response
  response.headers.set("access-control-allow-methods", "GET, HEAD")
  response.headers.set("access-control-allow-headers", ALLOWED)
  response.headers.set("access-control-max-age", String(REMEMBERED_SECONDS))
  return opened(response)
}
