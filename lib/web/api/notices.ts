import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** What a person should know. */
export const NOTICES: Endpoint[] = []
