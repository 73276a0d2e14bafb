import "server-only"
import { z } from "zod"
import { settings } from "@/lib/data/settings"
import { Role, Team } from "@/lib/domain/policy"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"

/** One's own account. */
export const SELF: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/me",
    summary: "Who is asking",
    access: "anyone",
    answer: {
      status: 200,
      schema: z.object({
        person: z.object({ id: z.string(), name: z.string(), role: Role }).nullable(),
        team: Team,
      }),
    },
    handle: async ({ person }) => ({ body: { person, team: settings().team } }),
  }),
]
