import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** Tables in: dry run and proposal. */
export const IMPORTS: Endpoint[] = []
