import { isCodingTold } from "@/lib/domain/coding"
import { type Ledger, type Snapshot, snapshot, type Version } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { bearsOn, WHOLE_COUNTRY } from "@/lib/domain/region"
import { comparisonOf, type OwnScope } from "@/lib/domain/share-own"
import { sidesOf } from "@/lib/domain/views/compare/sides"
import { isFigureShown, panelsOf } from "@/lib/domain/views/outcomes/panels"
import { commitmentsInScope, pointsInScope } from "@/lib/domain/views/scope"

/** What a link is about: one question, or the two of a comparison, and the series of figures that belong to it. */
export type Reach = {
  questions: readonly Question[]
  /** The same, each up to the last day that the screen shows of it. */
  bounds: readonly Question[]
  /** Whether a side without a region means what was found for the whole country alone, and of no province. */
  isByRegion: boolean
  isByPlan: boolean
  series: ReadonlySet<string>
}

/** The reach of a question with what its screen settles of its own; null where the record knows nothing of its plans. */
export function reachOf(held: Ledger, facts: Snapshot, question: Question, own: OwnScope): Reach | null {
  const { comparison, panels } = own
  const plain = { isByRegion: false, isByPlan: false, series: seriesOf(held, facts, question, panels) }
  const isThere = ({ plan }: Question) => facts.records.plan.has(plan)
  if (comparison === null) return isThere(question) ? { ...plain, questions: [question], bounds: [question] } : null
  const { by, against } = comparison
  // A side's name that the record does not know would otherwise fall back on another.
  if (by === "plans" && !(facts.records.plan.has(against) && isThere(question))) return null
  const [a, b] = sidesOf(facts, question, comparisonOf(comparison))
  if (!isThere(a) || !isThere(b)) return null
  // The older plan's line runs on to the newer one's day.
  const until = by === "plans" && a.asOf < b.asOf ? { ...a, asOf: b.asOf } : a
  return { ...plain, questions: [a, b], bounds: [until, b], isByRegion: by === "regions", isByPlan: by === "plans" }
}

function seriesOf(held: Ledger, facts: Snapshot, question: Question, panels: string[] | null): Set<string> {
  if (panels === null) return new Set()
  const chosen = panelsOf(held, facts, question).filter((panel) => panels.includes(panel.id))
  return new Set(chosen.flatMap((panel) => panel.figures.map((it) => it.series)))
}

/** The ledger with only what a link is about, each record judged as it stands at the question's revision. */
export function within(held: Ledger, facts: Snapshot, reach: Reach): Ledger {
  const sides = reach.bounds.map((question) => boundsOf(held, facts, question, reach))
  const known = facts.revision
  const versions = Object.fromEntries(
    KIND_NAMES.map((kind) => {
      const belongs: Belongs = (record) => sides.some((side) => (side[kind] as Belongs)(record))
      return [kind, keptVersions(held, kind, known, belongs)]
    }),
  ) as unknown as Ledger["versions"]
  if (reach.isByPlan) keepLinks(versions, held, known)
  const isKept = (number: number) => (entry: { kind: Kind; id: string }) =>
    versions[entry.kind].get(entry.id)?.some((version) => version.revision === number) ?? false
  const revisions = held.revisions
    .slice(0, known)
    .map((revision) => ({ ...revision, entries: revision.entries.filter(isKept(revision.number)) }))
  return { newest: known, revisions, versions }
}

type Belongs = (record: RecordOf<Kind>) => boolean

function keptVersions(held: Ledger, kind: Kind, known: number, belongs: Belongs): Map<string, Version[]> {
  const kept = new Map<string, Version[]>()
  for (const [id, all] of held.versions[kind] as Map<string, Version[]>) {
    const upToThen = all.filter((version) => version.revision <= known)
    const last = upToThen.at(-1)
    // A record corrected out of the scope goes with its past, or an older version would stand in for it.
    if (!last || !belongs(last.record)) continue
    kept.set(
      id,
      upToThen.filter((version) => belongs(version.record)),
    )
  }
  return kept
}

/** Between plans the crosswalk is what is compared: every link of which no end lies outside both. */
function keepLinks(versions: Ledger["versions"], held: Ledger, known: number): void {
  const isInside = (point: string | null) => point === null || versions.point.has(point)
  versions.crosswalk = keptVersions(held, "crosswalk", known, (record) => {
    const { from, to } = record as RecordOf<"crosswalk">
    return isInside(from) && isInside(to)
  }) as Ledger["versions"]["crosswalk"]
}

/** Which records of each kind a question is about. */
function boundsOf(
  held: Ledger,
  facts: Snapshot,
  question: Question,
  { isByRegion, series }: Reach,
): { [K in Kind]: (record: RecordOf<K>) => boolean } {
  const { plan, region, asOf } = question
  const points = new Set(pointsInScope(facts, question).map((it) => it.id))
  const commitments = new Set(commitmentsInScope(facts, question).map((it) => it.id))
  const isEverywhere = region === null && !isByRegion
  const here = (it: string | null) => isEverywhere || it === region
  const hereOrEverywhere = (it: string | null) => bearsOn(isEverywhere ? null : (region ?? WHOLE_COUNTRY), it)
  return {
    region: (it) => hereOrEverywhere(it.id),
    body: () => true,
    source: () => true,
    plan: (it) => it.id === plan,
    point: (it) => points.has(it.id),
    commitment: (it) => commitments.has(it.id),
    assessment: (it) => commitments.has(it.commitment) && here(it.region) && it.effectiveOn <= asOf,
    check: (it) => commitments.has(it.commitment) && here(it.region) && it.checkedOn <= asOf,
    rating: (it) => it.point !== null && points.has(it.point) && hereOrEverywhere(it.region) && it.date <= asOf,
    silence: (it) => it.plan === plan && (it.point === null || points.has(it.point)),
    // The other end of a link is another edition's point, so only "dropped" says nothing about what lies outside.
    crosswalk: (it) => it.to === null && it.from !== null && points.has(it.from),
    // What happens in a province happens in the country, also where its levels are not asked for.
    event: (it) => it.date <= asOf && bearsOn(region, it.region),
    indicator: (it) => series.has(it.id),
    observation: (it) => series.has(it.series) && isFigureShown(held, facts, it, asOf),
    secondCoding: (it) => commitments.has(it.commitment) && isCodingTold(it, question),
  }
}

/** Entries of later revisions that are about a link's own beside its commitments: its links between plans, its figures. */
export function isOfOwn(held: Ledger, { isByPlan, series, questions }: Reach) {
  const newest = snapshot(held, held.newest)
  const plans = questions.map(({ plan }) => plan)
  const isInside = (point: string | null) =>
    point === null || plans.includes(newest.records.point.get(point)?.plan ?? "")
  return ({ kind, id }: { kind: Kind; id: string }): boolean => {
    const versions = <K extends Kind>(of: K) => (held.versions[of].get(id) ?? []) as Version<K>[]
    if (kind === "crosswalk" && isByPlan)
      return versions("crosswalk").some(({ record }) => isInside(record.from) && isInside(record.to))
    if (kind === "indicator") return series.has(id)
    return kind === "observation" && versions("observation").some(({ record }) => series.has(record.series))
  }
}
