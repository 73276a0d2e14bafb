import { z } from "zod"
import { Day, dayOf, type Instant } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { badParameters } from "@/lib/domain/refusal"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import { Lane, Track } from "@/lib/domain/scale"

/**
 * The question a reader asks, as the address spells it. Null means "the default": `asOf` today, `known`
 * the newest revision, `track`, `region` and `points` everything.
 */
export const Query = z.strictObject({
  plan: z
    .string()
    .max(80)
    .default("nap-2014")
    .meta({ description: "A plan's id", examples: ["nap-2014"] }),
  asOf: Day.nullable().default(null).meta({ description: "What was true in the world by the end of this day" }),
  known: z.int().positive().nullable().default(null).meta({ description: "Using only what this revision knew" }),
  lane: Lane.default("finding").describe("finding: independent evidence; claim: what the state says of itself"),
  track: Track.nullable().default(null).describe("Commitments of this track alone"),
  region: z.string().max(80).nullable().default(null).meta({ description: "A province or territory's id" }),
  points: z
    .array(z.int().positive().max(999))
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .meta({ description: "Numbers of points, by comma" }),
})
export type Query = z.infer<typeof Query>

/** A query with both clocks set: what a view is computed from. */
export type Question = Omit<Query, "asOf" | "known"> & { asOf: Day; known: number; today: Day }

export const QUERY_NAMES = Object.keys(Query.shape) as (keyof Query)[]

/** How each parameter is spelled in an address. */
const SPELLING: Record<keyof Query, (text: string) => unknown> = {
  plan: (text) => text,
  asOf: (text) => text,
  known: wholeNumber,
  lane: (text) => text,
  track: (text) => text,
  region: (text) => (text === WHOLE_COUNTRY ? null : text),
  points: (text) => [...new Set(text.split(",").map(wholeNumber))].sort((a, b) => a - b),
}

function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : NaN
}

/**
 * Reads a query from an address. What is unknown or makes no sense is left out and named in `ignored`;
 * pages show that as a notice, the API refuses it (strictQuery).
 */
export function readQuery(
  params: Iterable<[string, string]>,
  ledger: Ledger,
  now: Instant,
  allowed: readonly string[] = [],
) {
  const raw: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [name, text] of params) {
    if (allowed.includes(name)) continue
    const spelled = Object.hasOwn(SPELLING, name) && !Object.hasOwn(raw, name)
    const value = spelled ? SPELLING[name as keyof Query](text) : undefined
    const accepted =
      spelled && Query.shape[name as keyof Query].safeParse(value).success && exists(name, value, ledger, now)
    if (accepted) raw[name] = value
    else if (!ignored.includes(name)) ignored.push(name)
  }
  return { query: knownThen(Query.parse(raw), ledger, ignored), ignored: [...new Set(ignored)] }
}

/**
 * The query without what its revision did not know yet; each such name goes into `ignored`. Where even the default plan
 * was not known, the revision is left out instead, since nothing can be answered from it.
 */
function knownThen(query: Query, ledger: Ledger, ignored: string[]): Query {
  const { records } = snapshot(ledger, query.known ?? ledger.newest)
  const usual = Query.shape.plan.parse(undefined)
  if (!records.plan.has(query.plan)) {
    const isUsualKnown = records.plan.has(usual)
    if (!isUsualKnown && query.known === null) return query
    ignored.push(isUsualKnown ? "plan" : "known")
    return knownThen(isUsualKnown ? { ...query, plan: usual } : { ...query, known: null }, ledger, ignored)
  }
  const isRegionKnown = query.region === null || records.region.has(query.region)
  if (!isRegionKnown) ignored.push("region")
  const numbers = new Set([...records.point.values()].filter((it) => it.plan === query.plan).map((it) => it.number))
  const arePointsKnown = query.points === null || query.points.every((number) => numbers.has(number))
  if (!arePointsKnown) ignored.push("points")
  return { ...query, region: isRegionKnown ? query.region : null, points: arePointsKnown ? query.points : null }
}

/** As readQuery, but refuses instead of ignoring. @throws Refusal `invalid` with a message per parameter. */
export function strictQuery(
  params: Iterable<[string, string]>,
  ledger: Ledger,
  now: Instant,
  allowed: readonly string[] = [],
): Query {
  const { query, ignored } = readQuery(params, ledger, now, allowed)
  if (ignored.length > 0) throw badParameters(ignored)
  return query
}

function exists(name: string, value: unknown, ledger: Ledger, now: Instant): boolean {
  const facts = snapshot(ledger, ledger.newest)
  if (name === "plan") return facts.records.plan.has(String(value))
  if (name === "region") return value === null || facts.records.region.has(String(value))
  if (name === "known") return Number(value) <= ledger.newest
  if (name === "asOf") return String(value) <= dayOf(now)
  return true
}

/** Sets both clocks: today in Pakistan and the newest revision where the query leaves them open. */
export function resolve(query: Query, ledger: Ledger, now: Instant): Question {
  const today = dayOf(now)
  return { ...query, asOf: query.asOf ?? today, known: Math.min(query.known ?? ledger.newest, ledger.newest), today }
}

/** Whether the answer follows the world and the ledger, rather than standing still. */
export const isLive = (query: Query) => query.asOf === null && query.known === null

/** The one spelling of a query in an address, "?plan=nap-2021&asOf=2020-12-31", defaults left out. */
export function searchOf(query: Partial<Query>): string {
  const defaults = Query.parse({})
  const params = QUERY_NAMES.flatMap((name) => {
    const value = query[name] ?? null
    if (value === null || value === defaults[name]) return []
    return [`${name}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`]
  })
  return params.length > 0 ? `?${params.join("&")}` : ""
}
