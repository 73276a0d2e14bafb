import "server-only"
import { z } from "zod"
import type { Flat } from "@/lib/domain/import/cells"
import { methodParameters, type OwnScore, readMethod, Treatment, Weighting } from "@/lib/domain/own-method"
import { Query } from "@/lib/domain/query"
import { badParameters } from "@/lib/domain/refusal"
import { pointNumbers, sandbox, type SandboxView } from "@/lib/domain/views/sandbox"
import { CiteAnswer, ImbalanceAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, Format } from "@/lib/web/api/question"

const SandboxQuery = Query.extend({
  weights: Weighting.default("commitment").describe("What counts the same"),
  unrated: Treatment.default("range").describe("What an unrated commitment is taken for"),
  own: z.string().max(400).default("").describe("Weights by point number with weights=own: 7:2,12:0.5, from 0 to 10"),
  format: Format,
})

const OwnScoreAnswer = z.looseObject({ index: z.number().nullable(), coverage: z.number() }).meta({ id: "OwnScore" })
const OwnTracksAnswer = z.object({ kinetic: OwnScoreAnswer, nonKinetic: OwnScoreAnswer, all: OwnScoreAnswer })
const AboveAnswer = z.enum(["first", "second", "equal", "cannot-be-told"])

/** The same levels, added up as a reader likes. */
export const SANDBOX: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/sandbox",
    summary: "The headline under a reader's own method, beside every other way of adding up, and what holds under all",
    access: "reader",
    query: SandboxQuery,
    answer: {
      status: 200,
      schema: z
        .looseObject({
          cite: CiteAnswer,
          isPublished: z.boolean().describe("False: a reader's own method, not the one this site publishes by"),
          tracks: OwnTracksAnswer,
          imbalance: ImbalanceAnswer,
          combinations: z.array(z.looseObject({ weights: Weighting, unrated: Treatment, lead: AboveAnswer })),
          holdings: z.array(z.looseObject({ conclusion: z.string(), answer: AboveAnswer.nullable() })),
        })
        .meta({ id: "Sandbox" }),
    },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked(call)
      const { method, ignored } = readMethod(call.search, pointNumbers(held, question))
      if (ignored.length > 0) throw badParameters(ignored, "Unknown value.")
      const view = sandbox(held, question, method)
      const shown = { screen: "sandbox", view } as const
      const cite = citeOf({ ledger: held, question, shown }, "/sandbox", methodParameters(method))
      return { body: { ...view, cite }, rows: () => sandboxRows(view) }
    },
  }),
]

/** One line a set of commitments: the whole, the tracks, and each point; every line says whose method it is. */
function sandboxRows(view: SandboxView): Flat[] {
  const { weights, unrated } = view.method
  const head = {
    plan: view.plan,
    lane: view.lane,
    region: view.region?.id ?? null,
    asOf: view.asOf,
    revision: view.revision,
    method: view.isPublished ? "published method" : "reader's own method",
    weights,
    unrated,
    ownWeights: methodParameters(view.method).own ?? null,
  }
  const line = (point: number | null, track: string, { ...score }: OwnScore): Flat => ({
    ...head,
    point,
    track,
    ...score,
  })
  const lines = (point: number | null, tracks: SandboxView["tracks"]) => [
    line(point, "kinetic", tracks.kinetic),
    line(point, "non-kinetic", tracks.nonKinetic),
    line(point, "all", tracks.all),
  ]
  return [...lines(null, view.tracks), ...view.byPoint.flatMap(({ point, tracks }) => lines(point.number, tracks))]
}
