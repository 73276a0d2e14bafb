import { z } from "zod"
import { Day, type Instant } from "@/lib/domain/date"
import { Query } from "@/lib/domain/query"
import { Lane, Track } from "@/lib/domain/scale"
import { comparisonProblem, HELD, type OwnScope, SharedComparison, SharedPanels } from "@/lib/domain/share-own"

/** Which screen a link opens. */
export const ShareScreen = z.enum(["overview", "points", "point", "compare", "outcomes", "momentum"])
export type ShareScreen = z.infer<typeof ShareScreen>

/** A link may open one chart of a screen alone, with its finding, its table and its source. */
export const ShareChart = z.enum([
  "trend",
  "butterfly",
  "imbalance",
  "strand-kinetic",
  "strand-non-kinetic",
  "evidence",
])
export type ShareChart = z.infer<typeof ShareChart>

/** Which charts each screen has. */
export const CHARTS: Record<ShareScreen, readonly ShareChart[]> = {
  overview: ["trend", "butterfly", "imbalance"],
  points: [],
  point: ["strand-kinetic", "strand-non-kinetic", "evidence"],
  compare: [],
  outcomes: [],
  momentum: [],
}

/** Whether a chart shows anything when only one track is in view. */
const isOfTrack = (chart: ShareChart | null, track: Track) =>
  chart !== "imbalance" && (chart === null || !chart.startsWith("strand-") || chart === `strand-${track}`)

/** What a visitor may turn within a link, where its maker let them: closed lists, never the scope. */
export const FreeControl = z.enum(["lane", "track", "asOf"])
export type FreeControl = z.infer<typeof FreeControl>

export const ShareLanguage = z.enum(["en", "ur"])

export const DEFAULT_SHARE_DAYS = 90
const LONGEST_SHARE_DAYS = 3650

/** A site that may embed: scheme and host, as browsers send it. http only on the machine itself, for trying out. */
export const Site = z
  .string()
  .max(200)
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text))
  .refine((origin) => URL.canParse(origin) && !/[\u0000-\u0020]/.test(origin), {
    message: "Write a site like https://example.org.",
  })
  .refine(
    (origin) => /^https:\/\/[^/*\s;,']+$/.test(origin) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin),
    {
      message: "Write a site like https://example.org.",
    },
  )

const label = z.string().trim().min(1, "Say whom or what it is for.").max(120)
/** True has one made and told once; null takes it away. */
const password = z.union([z.literal(true), z.string().min(10, "At least 10 characters.").max(200)]).nullable()
const sites = z.array(Site).max(20)

/**
 * What a person asks for when making a link. The scope (screen, point, query, free controls) is settled here and never
 * changes. `frozen` pins the newest revision unless the query itself names one.
 */
export const ShareInput = z
  .strictObject({
    label,
    screen: ShareScreen.default("overview"),
    point: z.int().positive().nullable().default(null).describe("The point's number, for the point screen."),
    chart: ShareChart.nullable().default(null).describe("One chart of the screen alone; null: the whole screen."),
    query: Query.prefault({}),
    comparison: SharedComparison.nullable().default(null).describe("The two sides, for the compare screen."),
    panels: SharedPanels.nullable().default(null).describe("Ids of panels, for the outcomes screen."),
    free: z.array(FreeControl).max(3).default([]).describe("What visitors may turn."),
    frozen: z.boolean().default(false),
    language: ShareLanguage.nullable().default(null).describe("The language it opens in; null: the reader's own."),
    expiresInDays: z
      .int()
      .min(1)
      .max(LONGEST_SHARE_DAYS)
      .nullable()
      .default(DEFAULT_SHARE_DAYS)
      .describe("Null: never; admins only."),
    password: password.default(null).describe("True: one is made and told once."),
    downloads: z.boolean().default(true),
    sites: sites.default([]).describe("Sites that may embed it."),
  })
  .refine((it) => (it.screen === "point") === (it.point !== null), {
    path: ["point"],
    message: "The point screen needs a point's number, the others none.",
  })
  .refine((it) => it.chart === null || CHARTS[it.screen].includes(it.chart), {
    path: ["chart"],
    message: "The screen has no such chart.",
  })
  .refine((it) => it.query.track === null || isOfTrack(it.chart, it.query.track), {
    path: ["chart"],
    message: "The chart shows nothing of this track alone.",
  })
  .refine((it) => (it.screen === "compare") === (it.comparison !== null), {
    path: ["comparison"],
    message: "The compare screen needs its two sides, the others none.",
  })
  .refine((it) => (it.screen === "outcomes") === (it.panels !== null), {
    path: ["panels"],
    message: "The outcomes screen needs its panels, the others none.",
  })
  .superRefine(({ comparison, query, free }, context) => {
    if (comparison === null) return
    const problem = comparisonProblem(comparison, query)
    if (problem) context.addIssue({ code: "custom", ...problem })
    const held = HELD[comparison.by]
    if (held === null || !free.includes(held)) return
    context.addIssue({ code: "custom", path: ["free"], message: "Visitors cannot turn what the two sides differ in." })
  })
  .meta({ id: "ShareInput" })
export type ShareInput = z.infer<typeof ShareInput>

/** What may change later: never the scope. `version` is the one the person saw. */
export const SharePatch = z
  .strictObject({
    version: z.int().positive(),
    label: label.optional(),
    paused: z.boolean().optional(),
    expiresOn: Day.optional().describe(
      "Its last day, to the end; no later one than before: a link is shortened, not prolonged.",
    ),
    password: password.optional().describe("A new one shuts out at once whoever unlocked with the old."),
    downloads: z.boolean().optional(),
    sites: sites.optional(),
  })
  .meta({ id: "SharePatch" })
export type SharePatch = z.infer<typeof SharePatch>

export type ShareState = "active" | "paused" | "expired" | "revoked"

/** How often a link was opened, by whom as far as it is kept: people, previews of chat apps, other sites' pages. */
export type ShareCounts = { people: number; previews: number; embeds: number; lastSeenOn: Day | null }

/** A link in its owner's list. `known` null is live. The token itself was shown once and is not kept. */
export type Share = OwnScope & {
  id: string
  version: number
  label: string
  screen: ShareScreen
  point: number | null
  chart: ShareChart | null
  query: Query
  free: FreeControl[]
  known: number | null
  language: z.infer<typeof ShareLanguage> | null
  hasPassword: boolean
  downloads: boolean
  sites: string[]
  state: ShareState
  createdAt: Instant
  expiresAt: Instant | null
  counts: ShareCounts
  /** Sites whose pages were seen to embed it, the latest first. */
  seenOn: string[]
  mine: boolean
  /** Null for a link that the operator made. */
  creatorId: string | null
  creator: string
}

/**
 * The question of a link as its visitor turned it: only what the maker left free, only values on the closed lists, a day
 * no later than the link's own. Everything else in the address is passed over.
 */
export function turned(
  scope: { query: Query; free: readonly FreeControl[] },
  given: Iterable<[string, string]>,
  latest: Day,
): Query {
  const query = { ...scope.query }
  for (const [name, text] of given) {
    if (!scope.free.includes(name as FreeControl)) continue
    if (name === "lane") query.lane = Lane.safeParse(text).data ?? query.lane
    if (name === "track" && scope.query.track === null) query.track = Track.safeParse(text).data ?? query.track
    const limit = scope.query.asOf ?? latest
    if (name === "asOf" && Day.safeParse(text).success && text <= limit) query.asOf = text
  }
  return query
}
