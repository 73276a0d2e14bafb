import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** What a form keeps while somebody writes. */
export const DRAFTS: Endpoint[] = []
