import "server-only"
import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { Query, QUERY_NAMES } from "@/lib/domain/query"
import { badParameters } from "@/lib/domain/refusal"
import { Lane, Track } from "@/lib/domain/scale"
import { exploreLines, exploreView } from "@/lib/domain/views/explore"
import { choiceParams, COLUMNS, explored, LONGEST_SEARCH, pageOf, readChoice } from "@/lib/domain/views/explore-choice"
import { type ExploreFacet, FACETS, OWN_FACETS } from "@/lib/domain/views/explore-facets"
import { CiteAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { cursorOf, placeIn, withCursor } from "@/lib/web/api/cursor"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, bad, Format } from "@/lib/web/api/question"

const MOST = 10_000

const SAID: Partial<Record<ExploreFacet, string>> = {
  where: "Ids of regions a commitment names",
  body: "Ids of bodies that lead its point or are named for it",
}
const facet = (name: ExploreFacet) =>
  z
    .string()
    .max(2000)
    .nullable()
    .default(null)
    .describe(`${SAID[name] ?? (FACETS[name] ?? []).join(", ")}; several with commas`)

const ExploreQuery = Query.extend({
  q: z.string().max(LONGEST_SEARCH).default("").describe("Words of the commitment, its point, bodies and regions"),
  ...Object.fromEntries(OWN_FACETS.map((name) => [name, facet(name)])),
  sort: z
    .string()
    .nullable()
    .default(null)
    .describe(`commitment, ${COLUMNS.join(", ")}; with a minus before it from the other end; unknown always last`),
  limit: z.int().min(1).max(MOST).default(MOST).describe("How many on a page at most"),
  cursor: z
    .string()
    .max(120)
    .nullable()
    .default(null)
    .describe("`next` of the page before: it goes on with that page's revision and day"),
  format: Format,
})

const count = z.object({ value: z.string(), count: z.int(), chosen: z.boolean() })
const text = z.object({ en: z.string(), ur: z.string().nullable() })

const ExploreAnswer = z
  .looseObject({
    revision: z.int(),
    asOf: Day,
    plan: z.string(),
    lane: Lane,
    items: z.array(
      z.looseObject({
        id: z.string(),
        track: Track,
        text,
        finding: z.int().nullable(),
        claim: z.int().nullable(),
        gap: z.int().nullable().describe("claim − finding, in levels"),
        months: z.int().nullable().describe("since last checked"),
      }),
    ),
    total: z.int(),
    next: z.string().nullable(),
    cite: CiteAnswer,
    names: z.looseObject({}).describe("What the items name by number or id"),
    counts: z.record(z.string(), z.array(count)).describe("Of each facet's values, under the search and all others"),
  })
  .meta({ id: "Explore" })

/** The table of commitments, narrowed and ordered as on its page. */
export const EXPLORE: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/explore",
    summary: "Every commitment of a plan with everything known of it: searched, narrowed, counted and ordered",
    access: "reader",
    query: ExploreQuery,
    answer: { status: 200, schema: ExploreAnswer },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked({ search: withCursor(call.search) })
      const view = exploreView(held, question)
      const { choice, ignored } = readChoice(call.search, view)
      if (ignored.length > 0) throw badParameters(ignored, "Unknown value, or too long.")
      const { rows, counts } = explored(view, choice)
      const { shown, next } = pageOf(rows, ...pageIn(rows, call.search))
      const { revision, asOf, plan, lane, region, names } = view
      const own = choiceParams(choice).filter(([name]) => !(QUERY_NAMES as string[]).includes(name))
      const cite = citeOf(
        { ledger: held, question, shown: { screen: "explore", view } },
        "/explore",
        Object.fromEntries(own),
      )
      return {
        body: {
          revision,
          asOf,
          plan,
          lane,
          region: region?.id ?? null,
          total: rows.length,
          next: next && cursorOf(question, next),
          cite,
          counts,
          names,
          items: shown,
        },
        rows: () => exploreLines(view, shown),
        columns: () => exploreLines(view, view.items.slice(0, 1)).flatMap(Object.keys),
      }
    },
  }),
]

/** Where a page begins and how long it is. @throws Refusal `invalid`. */
function pageIn(rows: readonly { id: string }[], search: URLSearchParams): [after: string | null, most: number] {
  const given = search.get("limit") ?? String(MOST)
  const limit = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (limit < 1 || limit > MOST) throw bad("limit", `From 1 to ${MOST}.`)
  const after = placeIn(search)
  if (after !== null && !rows.some((row) => row.id === after))
    throw bad("cursor", "There is no such place in the list.")
  return [after, limit]
}
