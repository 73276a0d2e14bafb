import "server-only"
import { settings } from "@/lib/data/settings"
import { Refusal } from "@/lib/domain/refusal"

/**
 * Refuses a change that another site's page sends with our cookie: browsers say so in Sec-Fetch-Site, older ones in
 * Origin. Bodies must be JSON or raw bytes, which no form of another site can send.
 * @throws Refusal `forbidden`.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site")
  const origin = request.headers.get("origin")
  const own = [settings().baseUrl, new URL(request.url).origin, `http://${request.headers.get("host")}`]
  const foreign = site !== null ? site !== "same-origin" && site !== "none" : origin !== null && !own.includes(origin)
  const isEmpty = !request.headers.has("transfer-encoding") && Number(request.headers.get("content-length") ?? 0) === 0
  const ours = isEmpty || /^application\/(json|octet-stream)\b/.test(request.headers.get("content-type") ?? "")
  if (foreign || !ours) throw new Refusal("forbidden", "This request does not come from our own pages.")
}
