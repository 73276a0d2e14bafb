import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** The log: audit, reversing a revision, taking text out by law. */
export const LEDGER: Endpoint[] = []
