import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** Who checks what by when. */
export const QUEUE: Endpoint[] = []
