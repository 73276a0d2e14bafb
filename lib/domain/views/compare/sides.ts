import { z } from "zod"
import { addMonths, Day } from "@/lib/domain/date"
import { order, type Snapshot } from "@/lib/domain/ledger"
import { Query, type Question } from "@/lib/domain/query"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import { Lane, LANES, Track, TRACKS } from "@/lib/domain/scale"
import { plansOf } from "@/lib/domain/views/scope"

/** What the two sides of a comparison differ in. */
export const CompareKind = z.enum(["dates", "lanes", "tracks", "regions", "plans"])
export type CompareKind = z.infer<typeof CompareKind>
export const COMPARE_KINDS = CompareKind.options
export const CompareRows = z.enum(["points", "commitments"])
export type CompareRows = z.infer<typeof CompareRows>

/**
 * What an address says of a comparison beside its question. `against` names side A: a day, a lane, a track, a region
 * or a plan; null leaves it to the rule of the kind. `then` is side A's day between plans.
 */
export type Comparison = { by: CompareKind; against: string | null; then: Day | null; rows: CompareRows }
export const COMPARE_NAMES = ["by", "against", "then", "rows"] as const

/** What a question may say that a kind of comparison settles itself, or that has no meaning on both sides. */
export const NOT_HERE: Record<CompareKind, (keyof Query)[]> = {
  dates: [],
  lanes: ["lane"],
  tracks: ["track"],
  regions: [],
  plans: ["points"],
}
const USUAL_MONTHS = 12

/** The query without what the kind of comparison settles itself. */
export function comparedQuery<Q extends Query | Question>(query: Q, by: CompareKind): Q {
  const defaults = Query.parse({})
  return { ...query, ...Object.fromEntries(NOT_HERE[by].map((name) => [name, defaults[name]])) }
}

/** Reads a comparison from an address beside its question; what makes no sense is named in `ignored`. */
export function readComparison(
  given: URLSearchParams,
  question: Question,
  facts: Snapshot,
): { comparison: Comparison; ignored: string[] } {
  const ignored: string[] = []
  const read = <T>(name: (typeof COMPARE_NAMES)[number], parsed: (text: string) => T | null): T | null => {
    const text = given.get(name)
    if (text === null) return null
    const value = given.getAll(name).length === 1 ? parsed(text) : null
    if (value === null) ignored.push(name)
    return value
  }
  const day = (text: string) => (Day.safeParse(text).success && text <= question.today ? text : null)
  const by = read("by", (text) => CompareKind.safeParse(text).data ?? null) ?? "dates"
  const side: Record<CompareKind, (text: string) => string | null> = {
    dates: day,
    lanes: (text) => Lane.safeParse(text).data ?? null,
    tracks: (text) => Track.safeParse(text).data ?? null,
    regions: (text) => (facts.records.region.has(text) ? text : null),
    plans: (text) => (facts.records.plan.has(text) ? text : null),
  }
  const against = read("against", side[by])
  const then = read("then", (text) => (by === "plans" ? day(text) : null))
  const rows = read("rows", (text) => CompareRows.safeParse(text).data ?? null) ?? "points"
  ignored.push(...NOT_HERE[by].filter((name) => given.has(name)))
  return { comparison: { by, against, then, rows }, ignored }
}

/**
 * The two questions of a comparison. Side B is the question's own where it has one (its day, region, plan), else the
 * other of two; side A is what `against` names, or by default: a year before, the finding, the non-kinetic track, the
 * best known region, the older plan on the last day it was in force.
 */
export function sidesOf(facts: Snapshot, asked: Question, { by, against, then }: Comparison): [Question, Question] {
  const question = comparedQuery(asked, by)
  if (by === "dates") return [{ ...question, asOf: against ?? addMonths(question.asOf, -USUAL_MONTHS) }, question]
  if (by === "lanes") {
    const lane = (against ?? "finding") as Lane
    return [
      { ...question, lane },
      { ...question, lane: LANES.find((it) => it !== lane)! },
    ]
  }
  if (by === "tracks") {
    const track = (against ?? "non-kinetic") as Track
    return [
      { ...question, track },
      { ...question, track: TRACKS.find((it) => it !== track)! },
    ]
  }
  if (by === "regions") {
    const region = against ?? (question.region === null ? bestKnown(facts, question) : WHOLE_COUNTRY)
    return [{ ...question, region: region === WHOLE_COUNTRY ? null : region }, question]
  }
  const plans = plansOf(facts)
  const first = plans.find((plan) => plan.id === against) ?? plans[0]!
  const second =
    plans.find((plan) => plan.id === question.plan && plan.id !== first.id) ??
    plans.find((plan) => plan.adoptedOn > first.adoptedOn) ??
    plans.find((plan) => plan.id !== first.id) ??
    first
  const last = first.supersededOn !== null && first.supersededOn < question.asOf ? first.supersededOn : question.asOf
  return [
    { ...question, plan: first.id, asOf: then ?? last },
    { ...question, plan: second.id },
  ]
}

/** The region with the most assessments of its own; by name where two have as many. */
function bestKnown(facts: Snapshot, question: Question): string {
  const count = new Map<string, number>()
  for (const it of facts.records.assessment.values()) {
    if (it.region === null || it.lane !== question.lane || it.effectiveOn > question.asOf) continue
    count.set(it.region, (count.get(it.region) ?? 0) + 1)
  }
  const regions = [...facts.records.region.keys()].filter((id) => id !== WHOLE_COUNTRY)
  regions.sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || order(a, b))
  return regions[0] ?? WHOLE_COUNTRY
}
