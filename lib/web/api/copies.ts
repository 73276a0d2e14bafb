import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** Archived copies of sources and evidence that is not published. */
export const COPIES: Endpoint[] = []
