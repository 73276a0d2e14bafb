import "server-only"
import { snapshot } from "@/lib/domain/ledger"
import { Query } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { commitmentRows, seriesRows } from "@/lib/domain/views/rows"
import { OverviewAnswer, PointAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, Format } from "@/lib/web/api/question"

const View = Query.extend({ format: Format })
const PointQuery = Query.omit({ plan: true, points: true }).extend({ format: Format })
/** The views. */
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
      const { ledger: held, question } = await asked(call)
      const view = overview(held, question)
      const cite = citeOf({ ledger: held, question, shown: { screen: "overview", view } }, "")
      return { body: { ...view, cite }, rows: () => seriesRows(view) }
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
      const { ledger: held, question } = await asked(call)
      const point = snapshot(held, question.known).records.point.get(call.path.id!)
      const view = point && pointView(held, { ...question, plan: point.plan }, point.number)
      if (!view) throw new Refusal("not_found", "There is no such point.")
      const cite = citeOf(
        { ledger: held, question, shown: { screen: "point", view } },
        `/points/${view.point.year}/${view.point.number}`,
      )
      return { body: { ...view, cite }, rows: () => commitmentRows(view) }
    },
  }),
]
