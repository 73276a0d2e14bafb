import "server-only"
import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { Query } from "@/lib/domain/query"
import { Track } from "@/lib/domain/scale"
import { momentumView } from "@/lib/domain/views/momentum"
import { stepLines } from "@/lib/domain/views/momentum/lines"
import { outcomes, unknownPanels } from "@/lib/domain/views/outcomes"
import { outcomeLines } from "@/lib/domain/views/outcomes/lines"
import { frame, TracksAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, bad, Format } from "@/lib/web/api/question"

/** Room for the ids of all panels there are. */
const LONGEST_CHOICE = 4000

const Show = z
  .string()
  .max(LONGEST_CHOICE)
  .nullable()
  .default(null)
  .describe("Ids of panels, by comma; the ones the page shows unless given")

const OutcomesQuery = Query.extend({ show: Show, format: Format })
const MomentumQuery = Query.extend({ format: Format })

const PanelAnswer = z.looseObject({
  id: z.string(),
  indicator: z.string(),
  publisher: z.string(),
  unit: z.string(),
  measure: z.enum(["attacks", "deaths", "other"]),
  region: z.string().nullable(),
  figures: z.array(
    z.looseObject({
      year: z.int(),
      value: z.number(),
      variant: z.string().nullable().describe("The vintage or base, where the publisher has several"),
      isBreak: z.boolean().describe("Does not continue the figure before it"),
      isPartial: z.boolean().describe("Its year was not over on the as-of day"),
    }),
  ),
})

const OutcomesAnswer = z
  .looseObject({ ...frame, tracks: TracksAnswer, panels: z.array(PanelAnswer) })
  .meta({ id: "Outcomes" })

const MomentumAnswer = z
  .looseObject({
    ...frame,
    tracks: TracksAnswer,
    steps: z.array(
      z.object({
        year: z.int(),
        track: Track,
        from: Day,
        to: Day,
        up: z.int().describe("Commitments whose level rose"),
        down: z.int(),
        newlyRated: z.int().describe("A first level, or one again after none could be given"),
        unrated: z.int().describe("A level that could no longer be given"),
        levelsUp: z.int(),
        levelsDown: z.int(),
        levelsFound: z.int(),
        levelsLost: z.int(),
        change: z.int().describe("Of the sum of all levels"),
      }),
    ),
  })
  .meta({ id: "Momentum" })

/** Outcomes beside the index, and what moved. */
export const OUTCOMES: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/outcomes",
    summary: "The index beside attacks and deaths as each publisher counts them: no evidence of cause",
    access: "reader",
    query: OutcomesQuery,
    answer: { status: 200, schema: OutcomesAnswer },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked(call)
      const text = call.search.get("show")
      if (text !== null && text.length > LONGEST_CHOICE) throw bad("show", "Too many panels.")
      const show = text === null ? [] : text.split(",")
      const unknown = unknownPanels(held, question, show)
      if (unknown.length > 0) throw bad("show", "There is no such panel in this view.")
      const view = outcomes(held, question, show)
      const cite = citeOf(
        { ledger: held, question, shown: { screen: "outcomes", view } },
        "/outcomes",
        show.length > 0 ? { show: show.join(",") } : {},
      )
      return { body: { ...view, cite }, rows: () => outcomeLines(view) }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/momentum",
    summary: "Steps by year, composition, promised dates, who leads, provinces and the stale share of the headline",
    access: "reader",
    query: MomentumQuery,
    answer: { status: 200, schema: MomentumAnswer },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question } = await asked(call)
      const view = momentumView(held, question)
      const cite = citeOf({ ledger: held, question, shown: { screen: "momentum", view } }, "/momentum")
      return { body: { ...view, cite }, rows: () => stepLines(view) }
    },
  }),
]
