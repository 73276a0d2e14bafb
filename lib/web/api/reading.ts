import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import { Query, type Question, resolve, strictQuery } from "@/lib/domain/query"
import { cellOf, order, type Snapshot, snapshot } from "@/lib/domain/ledger"
import { Assessment, Commitment, Event, Plan, Point, Source } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { overview, type OverviewView } from "@/lib/domain/views/overview"
import { pointView, type PointView } from "@/lib/domain/views/point"
import { commitmentsInScope } from "@/lib/domain/views/scope"
import { listOf, OverviewAnswer, PointAnswer } from "@/lib/web/api/answers"
import { type Flat, flatten } from "@/lib/web/api/csv"
import { type Asked, type Call, type Endpoint, endpoint } from "@/lib/web/api/endpoint"

const Format = z.enum(["json", "csv"]).default("json").describe("How to answer")
const View = Query.extend({ format: Format })
const PointQuery = Query.omit({ plan: true, points: true }).extend({ format: Format })
const LARGEST_PAGE = 500
const List = Query.extend({
  limit: z.int().min(1).max(LARGEST_PAGE).default(100),
  cursor: z.string().max(120).nullable().default(null).describe("`next` of the page before"),
  format: Format,
})

/** The question of a call, strictly: an unknown parameter or value is refused. @throws Refusal `invalid`. */
async function asked(call: Call<unknown>, extra: string[]): Promise<Asked> {
  const now = new Date().toISOString()
  const held = await ledger()
  return { ledger: held, question: resolve(strictQuery(call.search, held, now, extra), held, now) }
}

/** A list endpoint: records of one kind in view, in the order of their ids, a page at a time. */
function list<T extends object>(
  name: string,
  summary: string,
  item: z.ZodType,
  rows: (facts: Snapshot, asked: Asked, given: URLSearchParams) => T[],
): Endpoint {
  return endpoint({
    method: "GET",
    path: `/api/v1/${name}`,
    summary,
    access: "reader",
    query: List,
    answer: { status: 200, schema: listOf(item) },
    csv: true,
    handle: async (call) => {
      const question = await asked(call, ["limit", "cursor", "format"])
      const facts = snapshot(question.ledger, question.question.known)
      const all = rows(facts, question, call.search)
      const { items, next } = pageOf(all, call.search)
      return {
        body: { revision: facts.revision, asOf: question.question.asOf, items, total: all.length, next },
        rows: () => (call.search.has("limit") || call.search.has("cursor") ? items : all).map(flatten),
      }
    },
  })
}

function pageOf<T extends object>(all: T[], search: URLSearchParams): { items: T[]; next: string | null } {
  const text = search.get("limit") ?? "100"
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > LARGEST_PAGE) throw bad("limit", `From 1 to ${LARGEST_PAGE}.`)
  const cursor = search.get("cursor")
  const from = cursor === null ? 0 : all.findIndex((each) => nameOf(each) === cursor) + 1
  if (cursor !== null && from === 0) throw bad("cursor", "There is no such place in the list.")
  const items = all.slice(from, from + limit)
  return { items, next: from + limit < all.length ? nameOf(items.at(-1)!) : null }
}

const nameOf = (row: object) => String("id" in row ? row.id : "number" in row ? row.number : "")
const bad = (field: string, message: string) => new Refusal("invalid", `${field}: ${message}`, { [field]: [message] })
const byId = <T extends { id: string }>(items: Iterable<T>) => [...items].sort((a, b) => order(a.id, b.id))

/** The commitments a list speaks of: of every plan unless the caller named one. */
function scoped(facts: Snapshot, question: Question, given: URLSearchParams) {
  const plans = given.has("plan") ? [question.plan] : [...facts.records.plan.keys()]
  return new Set(plans.flatMap((plan) => commitmentsInScope(facts, { ...question, plan }).map((it) => it.id)))
}

const RevisionAnswer = z.object({
  number: z.int(),
  publishedAt: z.string(),
  kind: z.string(),
  reason: z.object({ en: z.string(), ur: z.string().nullable() }),
  hash: z.string(),
  changes: z.int(),
})

export const READING: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/overview",
    summary: "How far a plan has been carried out on each track: the overview's every number",
    access: "reader",
    query: View,
    answer: { status: 200, schema: OverviewAnswer },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked(call, ["format"])
      const view = overview(held, question)
      return { body: view, rows: () => seriesRows(view) }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/points/{id}",
    summary: "One point with its strands, commitments, evidence, ratings and history",
    access: "reader",
    query: PointQuery,
    answer: { status: 200, schema: PointAnswer },
    csv: true,
    handle: async (call) => {
      for (const name of ["plan", "points"]) if (call.search.has(name)) throw bad(name, "The address names the point.")
      const { ledger: held, question } = await asked(call, ["format"])
      const point = snapshot(held, question.known).records.point.get(call.path.id!)
      const view = point && pointView(held, { ...question, plan: point.plan }, point.number)
      if (!view) throw new Refusal("not_found", "There is no such point.")
      return { body: view, rows: () => commitmentRows(view) }
    },
  }),
  list("plans", "The editions of the plan", Plan, (facts) => byId(facts.records.plan.values())),
  list("points", "Numbered points with their texts and sources", Point, (facts, { question }, given) =>
    byId(facts.records.point.values())
      .filter((it) => !given.has("plan") || it.plan === question.plan)
      .filter((it) => question.points === null || question.points.includes(it.number)),
  ),
  list("commitments", "The scored units", Commitment, (facts, { question }, given) => {
    const ids = scoped(facts, question, given)
    return byId(facts.records.commitment.values()).filter((it) => ids.has(it.id))
  }),
  list(
    "assessments",
    "Levels and reasons, up to the as-of day; narrowed by plan, lane, track, region and points where given",
    Assessment,
    (facts, { question }, given) => {
      const ids = scoped(facts, question, given)
      return byId(facts.records.assessment.values())
        .filter((it) => ids.has(it.commitment) && it.effectiveOn <= question.asOf)
        .filter((it) => !given.has("lane") || it.lane === question.lane)
        .filter((it) => question.region === null || cellOf(it).endsWith(`/${question.region}`))
    },
  ),
  list("sources", "Who published what, when", Source, (facts) => byId(facts.records.source.values())),
  list("events", "Dated events, up to the as-of day", Event, (facts, { question }) =>
    byId(facts.records.event.values()).filter((it) => it.date <= question.asOf),
  ),
  list(
    "revisions",
    "The log: what was published when and why, each with its hash",
    RevisionAnswer,
    (facts, { ledger: held }) =>
      held.revisions.slice(0, facts.revision).map(({ number, publishedAt, kind, reason, hash, entries }) => ({
        number,
        publishedAt,
        kind,
        reason,
        hash,
        changes: entries.length,
      })),
  ),
]

function seriesRows(view: OverviewView): Flat[] {
  return view.series.flatMap((at) =>
    (["kinetic", "nonKinetic", "all"] as const).map((track) => ({
      plan: view.plan,
      lane: view.lane,
      region: view.region?.id ?? null,
      asOf: view.asOf,
      revision: view.revision,
      on: at.on,
      track: track === "nonKinetic" ? "non-kinetic" : track,
      ...at[track],
    })),
  )
}

function commitmentRows(view: PointView): Flat[] {
  return view.strands.flatMap((strand) =>
    strand.commitments.map((it) => {
      const lane = (name: "finding" | "claim") => {
        const inForce = it.lanes[name].inForce
        return {
          [`${name}Level`]: inForce?.level ?? null,
          [`${name}Unrated`]: inForce?.unratedReason ?? (inForce ? null : "not-assessed"),
          [`${name}Since`]: inForce?.effectiveOn ?? null,
          [`${name}LastChecked`]: it.lanes[name].lastChecked,
        }
      }
      return {
        plan: view.plan,
        point: view.point.number,
        commitment: it.id,
        track: strand.track,
        type: it.type,
        textEn: it.text.en,
        textUr: it.text.ur,
        ...lane("finding"),
        ...lane("claim"),
        asOf: view.asOf,
        revision: view.revision,
      }
    }),
  )
}
