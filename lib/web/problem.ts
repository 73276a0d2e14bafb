import "server-only"
import { randomUUID } from "node:crypto"
import { HTTP_STATUS, Refusal } from "@/lib/domain/refusal"
import { logFailure } from "@/lib/web/log"

/** Seconds after which another try makes sense, where the refusal says nothing of its own. */
const RETRY_AFTER: Record<number, number> = { 429: 900, 503: 5 }

/** An error as an HTTP answer. Header names are lower case. */
export type Problem = { status: number; headers: Record<string, string>; body: string }

/**
 * The one place where an error becomes an HTTP answer: RFC 9457 problem+json with our code and the request's id. What
 * no one can fix is logged here. A refusal's detail goes along; `retryAfter`, in seconds, in a header.
 */
export function problemOf(error: unknown, { requestId, path }: { requestId: string; path: string }): Problem {
  const refusal = error instanceof Refusal ? error : null
  if (!refusal) logFailure(error, { requestId, path })
  const { retryAfter, ...detail } = refusal?.detail ?? {}
  const status = refusal ? HTTP_STATUS[refusal.code] : 500
  const body = {
    ...detail,
    type: "about:blank",
    title: refusal?.message ?? "Something went wrong on our side.",
    status,
    code: refusal?.code ?? "internal",
    requestId,
    ...(refusal && Object.keys(refusal.fields).length > 0 && { errors: refusal.fields }),
  }
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" }
  const wait = retryAfter ?? RETRY_AFTER[status]
  if (wait !== undefined) headers["retry-after"] = String(wait)
  if (status === 401) headers["www-authenticate"] = 'Bearer realm="NAP Tracker"'
  return { status, headers, body: JSON.stringify(body) }
}

/** The same as an answer of an endpoint. */
export function problem(error: unknown, request: Request): Response {
  const requestId = request.headers.get("x-request-id") ?? randomUUID()
  const { status, headers, body } = problemOf(error, { requestId, path: new URL(request.url).pathname })
  return new Response(body, { status, headers })
}
