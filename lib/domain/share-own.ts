import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { Query } from "@/lib/domain/query"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import { Lane, Track } from "@/lib/domain/scale"
import { CompareRows, type Comparison, NOT_HERE } from "@/lib/domain/views/compare/sides"

const id = z.string().min(1).max(80)
const rows = CompareRows.default("points").describe("What of a table each line is about")

/**
 * A comparison as a link settles it: side A by name, side B by the link's question. Only between days may A be left to
 * the rule (a year before B), since only a day can follow the clock.
 */
export const SharedComparison = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("dates"), against: Day.nullable().default(null), rows }),
    z.strictObject({ by: z.literal("lanes"), against: Lane, rows }),
    z.strictObject({ by: z.literal("tracks"), against: Track, rows }),
    z.strictObject({ by: z.literal("regions"), against: id.describe("A region's id, or FEDERAL"), rows }),
    z.strictObject({ by: z.literal("plans"), against: id, then: Day.nullable().default(null), rows }),
  ])
  .meta({ id: "SharedComparison" })
export type SharedComparison = z.infer<typeof SharedComparison>

/** Ids of the panels that a link to the outcomes shows, each once. Empty: the plan's indices alone. */
export const SharedPanels = z
  .array(z.string().min(1).max(120))
  .max(100, "At most 100 panels.")
  .refine((ids) => new Set(ids).size === ids.length, { message: "Name each panel once." })

/** What a link settles beside its question, each for its own screen and null for all others. */
export type OwnScope = { comparison: SharedComparison | null; panels: string[] | null }

/** As a link's row keeps it: the question, and beside it what the screen settles of its own. */
export const StoredQuery = Query.extend({
  comparison: SharedComparison.nullable().default(null),
  panels: SharedPanels.nullable().default(null),
})

/** The question and the screen's own of a stored row. @throws ZodError for what was never written by us. */
export function readStored(stored: unknown): { query: Query } & OwnScope {
  const { comparison, panels, ...query } = StoredQuery.parse(stored)
  return { query, comparison, panels }
}

/** What a row keeps. A screen without parameters of its own keeps nothing but the question, as it always did. */
export const storedOf = (query: Query, { comparison, panels }: OwnScope) => ({
  ...query,
  ...(comparison !== null && { comparison }),
  ...(panels !== null && { panels }),
})

/** A page's comparison as a link would settle it; `against` is null where the address leaves it to the rule. */
export function settledComparison({ by, then, rows }: Comparison, against: string | null): SharedComparison | null {
  const settled = SharedComparison.safeParse({ by, against, rows, ...(by === "plans" && { then }) })
  return settled.success ? settled.data : null
}

/** The same as the views take it. */
export const comparisonOf = (settled: SharedComparison): Comparison => ({
  ...settled,
  then: settled.by === "plans" ? settled.then : null,
})

const OF_BOTH = "Both sides are shown; leave it out."
const DIFFERENT = {
  dates: "Choose two different days.",
  regions: "Choose two different regions.",
  plans: "Choose two different plans.",
}

/** What makes no comparison: a question that says what the two sides differ in, or the same on both sides. */
export function comparisonProblem(settled: SharedComparison, query: Query): { path: string[]; message: string } | null {
  const usual = Query.parse({})
  const said = NOT_HERE[settled.by].find((name) => query[name] !== usual[name])
  if (said) return { path: ["query", said], message: OF_BOTH }
  const { by, against } = settled
  if (by === "lanes" || by === "tracks" || against === null) return null
  const other = { dates: query.asOf, regions: query.region ?? WHOLE_COUNTRY, plans: query.plan }[by]
  return against === other ? { path: ["comparison", "against"], message: DIFFERENT[by] } : null
}

/** What visitors cannot turn, because the two sides differ in it. */
export const HELD = { dates: "asOf", lanes: "lane", tracks: "track", regions: null, plans: null } as const
