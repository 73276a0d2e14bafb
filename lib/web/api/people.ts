import "server-only"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** Who may sign in, for admins. */
export const PEOPLE: Endpoint[] = []
