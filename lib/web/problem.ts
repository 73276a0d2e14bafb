import "server-only"
import { randomUUID } from "node:crypto"
import { HTTP_STATUS, Refusal } from "@/lib/domain/refusal"
import { logFailure } from "@/lib/web/log"

/** The one place where an error becomes an HTTP answer: RFC 9457 problem+json with our code and the request's id. */
export function problem(error: unknown, request: Request): Response {
  const requestId = request.headers.get("x-request-id") ?? randomUUID()
  if (!(error instanceof Refusal)) logFailure(error, { requestId, path: new URL(request.url).pathname })
  const refusal = error instanceof Refusal ? error : null
  const status = refusal ? HTTP_STATUS[refusal.code] : 500
  const body = {
    ...refusal?.detail,
    type: "about:blank",
    title: refusal?.message ?? "Something went wrong on our side.",
    status,
    code: refusal?.code ?? "internal",
    requestId,
    ...(refusal && Object.keys(refusal.fields).length > 0 && { errors: refusal.fields }),
  }
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" })
  if (status === 503 || status === 429) headers.set("retry-after", status === 503 ? "5" : "900")
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="NAP Tracker"')
  return new Response(JSON.stringify(body), { status, headers })
}
