import "server-only"
import { createHmac } from "node:crypto"
import type { Attempt } from "@/lib/data/deliveries"
import type { Settings } from "@/lib/data/settings"
import type { Instant } from "@/lib/domain/date"
import { messageOf } from "@/lib/domain/delivery"
import type { Revision } from "@/lib/domain/ledger"

const PATIENCE_MS = 5000

/**
 * Tells the address of NAP_WEBHOOK_URL of one revision. The receiver knows us by the signature, an HMAC of
 * "timestamp.body", and a repeated message by its delivery id. Redirects are not followed: only the operator says
 * where our messages go.
 */
export async function tell(
  { url, secret }: NonNullable<Settings["webhook"]>,
  baseUrl: string,
  revision: Revision,
  now: Instant,
): Promise<Attempt> {
  const body = JSON.stringify(messageOf(revision, baseUrl))
  try {
    const answer = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        "content-type": "application/json",
        "user-agent": "nap-tracker",
        "x-nap-delivery": `revision-${revision.number}`,
        "x-nap-timestamp": now,
        "x-nap-signature": signatureOf(secret, now, body),
      },
      body,
    })
    await answer.body?.cancel()
    return { delivered: answer.ok, status: String(answer.status) }
  } catch (error) {
    return { delivered: false, status: reasonOf(error) }
  }
}

const signatureOf = (secret: string, timestamp: Instant, body: string) =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`

/** A word for the operator; the address itself, which may hold a key, is in none of them. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed"
  if (error.name === "TimeoutError") return "timeout"
  const { code } = (error.cause ?? {}) as { code?: unknown }
  return typeof code === "string" ? code : "failed"
}
