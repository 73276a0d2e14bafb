import "server-only"
import { z } from "zod"
import { type Flat, flatten } from "@/lib/domain/import/cells"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import { type Snapshot, snapshot } from "@/lib/domain/ledger"
import { Query, type Question } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"
import { recordsIn } from "@/lib/domain/views/lists"
import { listOf } from "@/lib/web/api/answers"
import { cursorOf, placeIn, withCursor } from "@/lib/web/api/cursor"
import { type Asked, type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, bad, Format } from "@/lib/web/api/question"

const LARGEST_PAGE = 500
const List = Query.extend({
  limit: z.int().min(1).max(LARGEST_PAGE).default(100).describe("How many on a page at most"),
  cursor: z
    .string()
    .max(120)
    .nullable()
    .default(null)
    .describe("`next` of the page before: it goes on with that page's revision and day"),
  format: Format,
})

/** A list endpoint: records in view, in the order of their ids, a page at a time; as a table all at once. */
function list<T extends object>(
  name: string,
  summary: string,
  item: z.ZodType,
  rows: (facts: Snapshot, asked: Asked, given: URLSearchParams) => T[],
  columns: readonly string[],
  line: (row: T) => Flat = flatten,
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
      const question = await asked({ search: withCursor(call.search) })
      const facts = snapshot(question.ledger, question.question.known)
      const all = rows(facts, question, call.search)
      const { items, next } = pageOf(all, call.search, question.question)
      return {
        body: { revision: facts.revision, asOf: question.question.asOf, items, total: all.length, next },
        rows: () => linesOf(call.search.has("limit") || call.search.has("cursor") ? items : all, line),
        columns: () => [...columns],
      }
    },
  })
}

function* linesOf<T>(rows: readonly T[], line: (row: T) => Flat): Generator<Flat> {
  for (const row of rows) yield line(row)
}

function pageOf<T extends object>(
  all: T[],
  search: URLSearchParams,
  question: Question,
): { items: T[]; next: string | null } {
  const text = search.get("limit") ?? "100"
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > LARGEST_PAGE) throw bad("limit", `From 1 to ${LARGEST_PAGE}.`)
  const after = placeIn(search)
  const from = after === null ? 0 : all.findIndex((each) => nameOf(each) === after) + 1
  if (after !== null && from === 0) throw bad("cursor", "There is no such place in the list.")
  const items = all.slice(from, from + limit)
  return { items, next: from + limit < all.length ? cursorOf(question, nameOf(items.at(-1)!)) : null }
}

const nameOf = (row: object) => String("id" in row ? row.id : "number" in row ? row.number : "")

const SUMMARIES: Record<Kind, string> = {
  region: "The federation, provinces and territories",
  body: "Who leads and who carries out",
  source: "Who published what, when",
  plan: "The editions of the plan",
  point: "Numbered points with their texts and sources",
  commitment: "The scored units",
  assessment: "Levels and reasons, up to the as-of day; narrowed by plan, lane, track, region and points where given",
  check: "Re-checks up to the as-of day: nothing had changed, by this source",
  rating: "Verdicts of others in their own words, up to the as-of day",
  silence: "Reports and reviews that were promised and never appeared, as found up to the as-of day",
  crosswalk: "Links between points of two editions",
  event: "Dated events, up to the as-of day",
  indicator: "Outcome series, each of one publisher",
  observation: "Values of the outcome series, of years over by the as-of day, or of its own year if published by then",
  secondCoding: "The blind second coding, up to the as-of day; none for a region, since it judges the whole territory",
}

const RevisionAnswer = z.object({
  number: z.int(),
  publishedAt: z.string(),
  kind: z.string(),
  reason: z.object({ en: z.string(), ur: z.string().nullable() }),
  hash: z.string(),
  changes: z.int(),
})

/** Every kind of record, and the log. */
export const LISTS: Endpoint[] = [
  ...KIND_NAMES.map((kind) =>
    list(
      LIST_NAMES[kind],
      SUMMARIES[kind],
      KINDS[kind],
      (_, { ledger: held, question }, given) => recordsIn(kind, held, question, given),
      COLUMNS[kind].map(({ name }) => name),
    ),
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
    ["number", "publishedAt", "kind", "reasonEn", "reasonUr", "hash", "changes"],
    ({ number, publishedAt, kind, reason, hash, changes }) => ({
      number,
      publishedAt,
      kind,
      reasonEn: reason.en,
      reasonUr: reason.ur,
      hash,
      changes,
    }),
  ),
]
