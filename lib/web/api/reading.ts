import "server-only"
import type { Flat } from "@/lib/domain/import/cells"
import { snapshot } from "@/lib/domain/ledger"
import { Query } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { overview, type OverviewView } from "@/lib/domain/views/overview"
import { pointView, type PointView } from "@/lib/domain/views/point"
import { OverviewAnswer, PointAnswer } from "@/lib/web/api/answers"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, bad, Format } from "@/lib/web/api/question"

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
