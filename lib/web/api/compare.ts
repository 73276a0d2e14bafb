import "server-only"
import { z } from "zod"
import { snapshot } from "@/lib/domain/ledger"
import { Query } from "@/lib/domain/query"
import { badParameters } from "@/lib/domain/refusal"
import { compareView } from "@/lib/domain/views/compare/compare"
import { MOVEMENTS } from "@/lib/domain/views/compare/difference"
import { comparedLines } from "@/lib/domain/views/compare/lines"
import {
  COMPARE_NAMES,
  comparedQuery,
  CompareKind,
  CompareRows,
  readComparison,
} from "@/lib/domain/views/compare/sides"
import { CiteAnswer, ImbalanceAnswer, ScoreAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, Format } from "@/lib/web/api/question"

const CompareQuery = Query.extend({
  by: CompareKind.default("dates").describe("What the two sides differ in"),
  against: z.string().max(80).nullable().default(null).describe("Side A: a day, lane, track, region or plan"),
  then: z.string().max(10).nullable().default(null).describe("Between plans, side A's day"),
  rows: CompareRows.default("points").describe("The lines of a table; the JSON answer holds both"),
  format: Format,
})

const Tracks = z.looseObject({ kinetic: ScoreAnswer, nonKinetic: ScoreAnswer, all: ScoreAnswer })
const Side = z.looseObject({ asOf: z.string(), lane: z.string(), tracks: Tracks, imbalance: ImbalanceAnswer })
const DifferenceAnswer = z
  .object({
    value: z.number().nullable().describe("B − A in index points; null when it cannot be told"),
    low: z.number().nullable(),
    high: z.number().nullable(),
    verdict: z.enum(["higher", "lower", "unchanged", "cannot-be-told"]),
  })
  .meta({ id: "Difference" })

const CompareAnswer = z
  .looseObject({
    revision: z.int(),
    asOf: z.string(),
    cite: CiteAnswer,
    by: CompareKind,
    a: Side,
    b: Side,
    basket: z.object({
      kind: z.enum(["same", "overlap", "apart"]),
      shared: z.int(),
      onlyA: z.int(),
      onlyB: z.int(),
    }),
    comparable: z.looseObject({ a: Tracks, b: Tracks }).describe("What both sides have in common; plans: the core"),
    rows: z.array(z.looseObject({ a: ScoreAnswer, b: ScoreAnswer, difference: DifferenceAnswer })),
    commitments: z.array(z.looseObject({ movement: z.enum(MOVEMENTS), steps: z.int().nullable() })),
  })
  .meta({ id: "Comparison" })

/** Two sides of one question beside each other. */
export const COMPARE: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/compare",
    summary: "Two dates, lanes, tracks, regions or plans beside each other, with what moved and why",
    access: "reader",
    query: CompareQuery,
    answer: { status: 200, schema: CompareAnswer },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked(call)
      const { comparison, ignored } = readComparison(call.search, question, snapshot(held, question.known))
      if (ignored.length > 0) throw badParameters(ignored)
      const view = compareView(held, question, comparison)
      const own = Object.fromEntries(
        [...call.search].filter(([name]) => (COMPARE_NAMES as readonly string[]).includes(name)),
      )
      const pinned = { ledger: held, question: comparedQuery(question, comparison.by) }
      const cite = citeOf({ ...pinned, shown: { screen: "compare", view } }, "/compare", own)
      return {
        body: { ...view, cite },
        rows: () => comparedLines(view),
      }
    },
  }),
]
