import type { Pinned } from "@/lib/domain/citation"
import type { Day } from "@/lib/domain/date"
import { type Ledger, type Snapshot, snapshot } from "@/lib/domain/ledger"
import { citedView, type CitedView } from "@/lib/domain/views/cited"
import type { DataView } from "@/lib/domain/views/data"
import { historyOf } from "@/lib/domain/views/history"
import { recordsIn } from "@/lib/domain/views/lists"
import { agreementOf, type MethodView, neverRated } from "@/lib/domain/views/method"
import { type PointView, secondCodingOf } from "@/lib/domain/views/point"
import { appliesIn, commitmentsInScope } from "@/lib/domain/views/scope"

/** After every day there is. */
const EVER = "9999-12-31"

/**
 * What a screen of one region showed while it still told some of what is of others: events, verdicts and, in a point's
 * history, levels. For the digest of a citation from then alone; no reader is shown it.
 */
export function withElsewhere(ledger: Ledger, pinned: Pinned): CitedView {
  const shown = citedView(ledger, pinned)
  const { question } = pinned
  if (question.region === null || !("events" in shown.view)) return shown
  const everywhere = citedView(ledger, { ...pinned, question: { ...question, region: null } })
  const { events } = everywhere.view as typeof shown.view
  if (shown.screen !== "point") return { ...shown, view: { ...shown.view, events } } as CitedView
  const { ratings } = everywhere.view as PointView
  const { asOf } = question
  return { ...shown, view: { ...shown.view, events, ratings, history: wholeHistory(ledger, pinned, shown.view, asOf) } }
}

/** Of the commitments that a region shows, the history wherever it happened. */
function wholeHistory(ledger: Ledger, { question }: Pinned, { point }: PointView, asOf: Day) {
  const facts = snapshot(ledger, question.known)
  return historyOf(ledger, facts, commitmentsInScope(facts, question), point.id, { asOf, region: null })
}

/**
 * What a screen showed while it still told some of what lies beyond its day too: sources found gone since, second codings
 * of later days (and beside a region's levels), what revisions said of later days. For the digest of a citation from then
 * alone; no reader is shown it.
 */
export function withLater(ledger: Ledger, pinned: Pinned, shown = withElsewhere(ledger, pinned)): CitedView {
  const facts = snapshot(ledger, pinned.question.known)
  const told = { ...shown, view: withGone(facts, shown.view) } as CitedView
  if (told.screen === "point") return { ...told, view: ofPoint(ledger, facts, pinned, told.view) }
  if (told.screen === "method") return { ...told, view: ofMethod(ledger, facts, told.view) }
  return told.screen === "data" ? { ...told, view: ofData(ledger, facts, pinned, told.view) } : told
}

/** The same with the day on which each source was found gone, whenever that was. */
function withGone(facts: Snapshot, value: unknown): unknown {
  if (value === null || typeof value !== "object") return value
  if (Array.isArray(value)) return value.map((each) => withGone(facts, each))
  const all = Object.entries(value).map(([name, inner]) => [name, withGone(facts, inner)])
  const isSource = "goneOn" in value && "id" in value
  return Object.fromEntries(
    isSource ? [...all, ["goneOn", facts.records.source.get(String(value.id))?.goneOn ?? null]] : all,
  )
}

function ofPoint(ledger: Ledger, facts: Snapshot, pinned: Pinned, view: PointView): PointView {
  const coded = (id: string) => secondCodingOf(facts, id, { asOf: EVER, region: null })
  return {
    ...view,
    history: wholeHistory(ledger, pinned, view, EVER),
    strands: view.strands.map((strand) => ({
      ...strand,
      commitments: strand.commitments.map((it) => ({ ...it, secondCoding: coded(it.id) })),
    })),
  }
}

function ofMethod(ledger: Ledger, facts: Snapshot, view: MethodView): MethodView {
  const commitments = commitmentsInScope(facts, { plan: view.plan, points: null, track: null, region: null })
  const counts = {
    ...view.counts,
    assessments: facts.records.assessment.size,
    neverRated: neverRated(facts, commitments, view.lane, EVER),
  }
  return { ...view, ...agreementOf(ledger, facts, EVER), counts }
}

function ofData(ledger: Ledger, facts: Snapshot, { question, extra }: Pinned, view: DataView): DataView {
  const { region } = question
  if (view.built.kind !== "secondCoding" || region === null) return view
  const given = new Map(extra)
  const found = recordsIn("secondCoding", ledger, { ...question, region: null }, given).filter((it) =>
    appliesIn(facts.records.commitment.get((it as { commitment: string }).commitment)!, region),
  )
  return { ...view, built: { ...view.built, records: found.length, first: found[0] ?? null } }
}
