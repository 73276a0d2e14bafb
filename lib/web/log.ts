import "server-only"
import { pino } from "pino"
import { saidByDatabase } from "@/lib/data/db"
import { settings } from "@/lib/data/settings"

const shared = globalThis as typeof globalThis & { napLog?: pino.Logger }

/**
 * The log of this process: JSON lines on stdout, at the level of LOG_LEVEL. No address, e-mail, token or password of
 * anyone belongs in it; give ids and let `safePath` clean what came in a request.
 */
export function log(): pino.Logger {
  return (shared.napLog ??= pino(
    { level: settings().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    // Lines are written in the background: a reader does not wait for the log.
    pino.destination({ dest: 1, sync: false }),
  ))
}

/** A request's path as it may be logged: a link's secret and the query (which may hold one) left out. */
export function safePath(url: string): string {
  const path = url.split("?", 1)[0]!
  return path.replace(/^((?:\/(?:en|ur))?\/(?:s|embed|join)\/|\/api\/v1\/links\/)[^/]+/, "$1…").slice(0, 200)
}

/** Logs an unexpected error with the request it broke. */
export function logFailure(error: unknown, about: { requestId: string; path: string; route?: string }): void {
  log().error({ ...about, path: safePath(about.path), error: described(error) }, "request failed")
}

/** Logs why the ledger does not grow; until that is mended readers see what is in memory. */
export function logFault(error: Error): void {
  log().error({ job: "ledger", error: described(error) }, "new revisions cannot be read")
}

/** Class, first line or what the database said, and place: further lines may quote what people wrote. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return "not an error"
  const place = error.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? []
  const said = saidByDatabase(error) ?? error.message.trim().split("\n")[0]!.slice(0, 300)
  return [`${error.name}: ${said}`, ...place.slice(0, 8)].join("\n")
}
