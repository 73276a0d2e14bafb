import "server-only"
import { ledgerHealth } from "@/lib/data/ledger"

const shared = globalThis as typeof globalThis & { napClosing?: boolean }

/** From now on this instance calls itself not ready, so that a balancer sends readers elsewhere. */
export function startClosing(): void {
  shared.napClosing = true
}

export const isClosing = () => shared.napClosing === true

/** The answers of /api/health/live and /api/health/ready, or null for another path. */
export function health(path: string): { status: number; body: object } | null {
  if (path === "/api/health/live") return { status: 200, body: { status: "live" } }
  if (path !== "/api/health/ready") return null
  if (isClosing()) return { status: 503, body: { status: "closing" } }
  const { newest, reachable, fault } = ledgerHealth()
  if (newest === 0) return { status: 503, body: { status: "starting" } }
  // Without the database readers are still answered from memory; taking the instance away would not help them.
  const trouble = fault ? { database: "failing", cause: fault } : { database: "unreachable" }
  return { status: 200, body: { status: "ready", revision: newest, ...(!reachable && trouble) } }
}
