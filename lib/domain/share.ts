import { z } from "zod"
import { Day, type Instant } from "@/lib/domain/date"
import { Query } from "@/lib/domain/query"

/** Which screen a link opens. */
export const ShareScreen = z.enum(["overview", "points", "point"])
export type ShareScreen = z.infer<typeof ShareScreen>

export const DEFAULT_SHARE_DAYS = 90
export const LONGEST_SHARE_DAYS = 3650

/**
 * What a person asks for when making a link. The scope (screen, point, query) is settled here and never changes.
 * `frozen` pins the newest revision unless the query itself names one.
 */
export const ShareInput = z
  .strictObject({
    label: z.string().trim().min(1, "Say whom or what it is for.").max(120),
    screen: ShareScreen.default("overview"),
    point: z.int().positive().nullable().default(null).describe("The point's number, for the point screen."),
    query: Query.prefault({}),
    frozen: z.boolean().default(false),
    expiresInDays: z
      .int()
      .min(1)
      .max(LONGEST_SHARE_DAYS)
      .nullable()
      .default(DEFAULT_SHARE_DAYS)
      .describe("Null: never; admins only."),
  })
  .refine((it) => (it.screen === "point") === (it.point !== null), {
    path: ["point"],
    message: "The point screen needs a point's number, the others none.",
  })
  .meta({ id: "ShareInput" })
export type ShareInput = z.infer<typeof ShareInput>

/** What may change later: never the scope. `version` is the one the person saw. */
export const SharePatch = z
  .strictObject({
    version: z.int().positive(),
    label: z.string().trim().min(1).max(120).optional(),
    paused: z.boolean().optional(),
    expiresOn: Day.optional().describe("An earlier day than before; a link can be shortened, not prolonged."),
  })
  .meta({ id: "SharePatch" })
export type SharePatch = z.infer<typeof SharePatch>

export type ShareState = "active" | "paused" | "expired" | "revoked"

/** A link in its owner's list. `known` null is live. The token itself was shown once and is not kept. */
export type Share = {
  id: string
  version: number
  label: string
  screen: ShareScreen
  point: number | null
  query: Query
  known: number | null
  state: ShareState
  createdAt: Instant
  expiresAt: Instant | null
  mine: boolean
  creator: string
}
