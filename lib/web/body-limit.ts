import "server-only"
import { EventEmitter } from "node:events"
import type { IncomingMessage } from "node:http"

/** The largest body of an API request. Bytes. */
export const BODY_LIMIT = 64 * 1024
/** The largest upload: an archived copy, a table to import. Bytes. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024

/** What a request to this path may bring. The endpoint itself lets nobody upload who may not. */
export const bodyLimit = (path: string) => (/^\/api\/v1\/(copies|imports)$/.test(path) ? UPLOAD_LIMIT : BODY_LIMIT)

/**
 * Calls `refuse` once when the body is larger than allowed: at once when the request says so, else as soon as it has
 * come that far. Returns whether it was refused at once.
 */
export function limitBody(request: IncomingMessage, refuse: () => void, limit: number): boolean {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    refuse()
    return true
  }
  if (request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] === undefined)
    return false
  let received = 0
  // The stream's own `on` would start the flow before the endpoint listens; this only watches.
  EventEmitter.prototype.on.call(request, "data", (chunk: Buffer) => {
    const before = received
    received += chunk.length
    if (before <= limit && received > limit) refuse()
  })
  return false
}
