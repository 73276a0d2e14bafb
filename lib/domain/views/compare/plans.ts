import { addDays, type Day, type Instant } from "@/lib/domain/date"
import { type Ledger, order, type Snapshot } from "@/lib/domain/ledger"
import type { Commitment, Crosswalk } from "@/lib/domain/records"
import { type Track, TRACKS } from "@/lib/domain/scale"
import {
  type ComparableCore,
  comparableCore,
  coreChangedAt,
  coreCommitments,
  keptOf,
} from "@/lib/domain/views/compare/core"
import { differenceOf, pairsOf } from "@/lib/domain/views/compare/difference"
import {
  byChangeThenPlace,
  type CompareRow,
  headOf,
  levelPair,
  scoreIn,
  type Sides,
} from "@/lib/domain/views/compare/rows"
import { revisionAt } from "@/lib/domain/views/overview"
import { appliesIn, pointHead, type PointHead } from "@/lib/domain/views/scope"
import { type SeriesPoint, seriesOf } from "@/lib/domain/views/series"

/** One link of the crosswalk with where it stands: `provisional` means from the starting data, reviewed by nobody. */
export type LinkView = {
  id: string
  from: PointHead | null
  to: PointHead | null
  relation: Crosswalk["relation"]
  share: number | null
  basis: string
  note: string | null
  revision: number
  provisional: boolean
}

/** How much of one edition the core covers, within the question's track and region. */
export type CoreCover = { points: number; ofPoints: number; commitments: number; ofCommitments: number }

/** `inForce`: until the newer plan took its place; after that still judged on the old wording. */
export type CoreLine = { plan: string; inForceTo: Day; series: SeriesPoint[] }

export type PlansView = {
  core: Pick<ComparableCore, "from" | "to"> & {
    /** The revision that last changed a link of the core, and when; null where there is no link. */
    changedAt: { revision: number; publishedAt: Instant } | null
    cover: { a: CoreCover; b: CoreCover }
    /** Each side's core as a series of its own, never joined with the other. */
    lines: { a: CoreLine; b: CoreLine | null }
  }
  /** Every link between the two editions, also what was dropped and what is new. */
  links: LinkView[]
  /** Points of A without any link into B, points with one that are dropped in part, points of B without any link. */
  dropped: PointHead[]
  partly: PointHead[]
  added: PointHead[]
}

type Scoped = (commitments: Commitment[]) => Commitment[]

/** Within the question's track and region; points are of one plan only, so they do not narrow. */
export function narrowed({ track, region }: Sides["b"]): Scoped {
  return (commitments) =>
    commitments.filter((it) => (track === null || it.track === track) && (region === null || appliesIn(it, region)))
}

/** Both plans through the crosswalk alone. */
export function plansView(ledger: Ledger, facts: Snapshot, sides: Sides): PlansView {
  const { a, b } = sides
  const core = comparableCore(facts, a.plan, b.plan)
  const within = narrowed(b)
  const inA = within(coreCommitments(facts, core.fromPoints))
  const inB = within(coreCommitments(facts, core.toPoints))
  const changed = coreChangedAt(ledger, facts, a.plan, b.plan)
  const planA = facts.records.plan.get(a.plan)!
  const planB = facts.records.plan.get(b.plan)!
  const links = linksBetween(ledger, facts, a.plan, b.plan)
  const pointsOf = (plan: string) =>
    [...facts.records.point.values()].filter((it) => it.plan === plan).sort((x, y) => x.number - y.number)
  const cover = (plan: string, points: string[], commitments: Commitment[]): CoreCover => ({
    points: points.length,
    ofPoints: pointsOf(plan).length,
    commitments: commitments.length,
    ofCommitments: within(
      coreCommitments(
        facts,
        pointsOf(plan).map((it) => it.id),
      ),
    ).length,
  })
  const line = (plan: typeof planA, own: Commitment[], { lane, region }: typeof a): CoreLine => ({
    plan: plan.id,
    inForceTo: plan.supersededOn === null || plan.supersededOn > b.asOf ? b.asOf : addDays(plan.supersededOn, -1),
    series: seriesOf(facts, own, { lane, region }, plan.adoptedOn, b.asOf),
  })
  const unlinked = (plan: string, kept: string[]) =>
    pointsOf(plan)
      .filter((it) => !kept.includes(it.id))
      .map((it) => pointHead(facts, it))
  return {
    core: {
      from: core.from,
      to: core.to,
      changedAt: changed === null ? null : { revision: changed, publishedAt: revisionAt(ledger, changed).publishedAt },
      cover: { a: cover(a.plan, core.fromPoints, inA), b: cover(b.plan, core.toPoints, inB) },
      lines: { a: line(planA, inA, a), b: planB.adoptedOn > b.asOf ? null : line(planB, inB, b) },
    },
    links,
    dropped: unlinked(a.plan, core.fromPoints),
    partly: core.fromPoints.filter((id) => keptOf(facts, id) === "partly").map((id) => headOf(facts, id)),
    added: unlinked(b.plan, core.toPoints),
  }
}

function linksBetween(ledger: Ledger, facts: Snapshot, a: string, b: string): LinkView[] {
  const planOf = (point: string | null) => (point === null ? null : (facts.records.point.get(point)?.plan ?? null))
  const plans: (string | null)[] = [a, b]
  return [...facts.records.crosswalk.values()]
    .filter((it) => {
      const ends = [planOf(it.from), planOf(it.to)].filter((plan) => plan !== null)
      return ends.length > 0 && ends.every((plan) => plans.includes(plan)) && ends[0] !== ends[1]
    })
    .map((it): LinkView => {
      const revision = facts.publishedBy.get(`crosswalk/${it.id}`)!
      return {
        id: it.id,
        from: it.from === null ? null : headOf(facts, it.from),
        to: it.to === null ? null : headOf(facts, it.to),
        relation: it.relation,
        share: it.share,
        basis: it.basis,
        note: it.note,
        revision,
        provisional: revisionAt(ledger, revision).kind === "dataset",
      }
    })
    .sort(
      (x, y) =>
        (x.from?.number ?? Infinity) - (y.from?.number ?? Infinity) ||
        (x.to?.number ?? Infinity) - (y.to?.number ?? Infinity) ||
        order(x.id, y.id),
    )
}

/** Each core point of B with the points of A it comes from, strand by strand; a point of A may stand behind several. */
export function coreRows(facts: Snapshot, sides: Sides): CompareRow[] {
  const core = comparableCore(facts, sides.a.plan, sides.b.plan)
  const within = narrowed(sides.b)
  return core.toPoints
    .flatMap((point) => {
      const partners = core.links
        .filter((it) => it.to === point || it.from === point)
        .map((it) => (it.to === point ? it.from : it.to))
      const behind = [...new Set(partners)].sort(order)
      const [older, newer] = [within(coreCommitments(facts, behind)), within(coreCommitments(facts, [point]))]
      return TRACKS.flatMap((track): CompareRow[] => {
        const on = (list: Commitment[]) => list.filter((it) => it.track === track)
        const [x, y] = [on(older), on(newer)]
        if (x.length === 0 && y.length === 0) return []
        return [rowOf(facts, sides, { point, behind, track, x, y })]
      })
    })
    .sort(byChangeThenPlace)
}

function rowOf(
  facts: Snapshot,
  sides: Sides,
  { point, behind, track, x, y }: { point: string; behind: string[]; track: Track; x: Commitment[]; y: Commitment[] },
): CompareRow {
  const [a, b] = [scoreIn(facts, x, sides.a), scoreIn(facts, y, sides.b)]
  const from = behind.map((id) => headOf(facts, id)).sort((one, other) => one.number - other.number)
  const pairs = continuations(facts, y, x).map(({ commitment, from: old }) => ({
    a: levelPair(facts, old, sides).a,
    b: levelPair(facts, commitment, sides).b,
  }))
  return { point: headOf(facts, point), from, track, a, b, difference: differenceOf(a, b), pairs: pairsOf(pairs) }
}

/** Commitments of the newer set, each with one of the older set which its record says it continues. */
export function continuations(facts: Snapshot, newer: readonly Commitment[], older: readonly Commitment[]) {
  const known = new Map(older.map((it) => [it.id, it]))
  const forward = newer.flatMap((commitment) =>
    commitment.continues.flatMap((id) => {
      const from = known.get(id)
      return from ? [{ commitment, from }] : []
    }),
  )
  if (forward.length > 0) return forward
  // With the sides swapped the record that names the other stands on side A.
  const byId = new Map(newer.map((it) => [it.id, it]))
  return older.flatMap((from) =>
    from.continues.flatMap((id) => {
      const commitment = byId.get(id)
      return commitment ? [{ commitment, from }] : []
    }),
  )
}
