import { type Day, daysBetween, monthsBetween } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { type Score, score } from "@/lib/domain/indices"
import { cellOf, history, lastChecked, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Body, Commitment, Silence, Source } from "@/lib/domain/records"
import { type Lane, type Level, TRACKS, type Track } from "@/lib/domain/scale"
import { type Difference, differenceOf, pairsOf } from "@/lib/domain/views/compare/difference"
import {
  appliesIn,
  commitmentHead,
  type CommitmentHead,
  levelAt,
  pointHead,
  type PointHead,
  type Reading,
  scoreOf,
  type Text,
} from "@/lib/domain/views/scope"

/**
 * How far the state's claims run ahead of the evidence in one strand, over the commitments rated in
 * both lanes (`pairs` of `commitments`). Units: index points; `gap` = claim − finding, may be negative.
 */
export type Gap = {
  point: PointHead
  track: Track
  claim: number
  finding: number
  gap: number
  pairs: number
  commitments: number
  /** Claim − finding with its range over all commitments of the strand: whether the gap holds whatever the unrated are. */
  whole: Difference
}

/** Strands with at least one pair, widest gap first. */
export function gapsOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  question: Pick<Question, "region" | "asOf">,
): Gap[] {
  const strands = grouped(commitments, (it) => `${it.point}/${it.track}`)
  return [...strands.values()]
    .flatMap((strand) => {
      const at = (it: Commitment, lane: Lane) => levelAt(facts, it, { lane, region: question.region }, question.asOf)
      const levels = strand.map((it) => ({ a: at(it, "finding"), b: at(it, "claim") }))
      const { pairs, a: finding, b: claim, change: gap } = pairsOf(levels)
      if (finding === null || claim === null || gap === null) return []
      const { point, track } = strand[0]!
      return [
        {
          point: pointHead(facts, facts.records.point.get(point)!),
          ...{ track, claim, finding, gap, pairs },
          commitments: strand.length,
          whole: differenceOf(score(levels.map((it) => it.a)), score(levels.map((it) => it.b))),
        },
      ]
    })
    .sort((a, b) => b.gap - a.gap || a.point.number - b.point.number || order(a.track, b.track))
}

/** One change of level: from null is a first rating, to null a rating that could no longer be given. */
export type LevelChange = {
  id: string
  commitment: CommitmentHead
  on: Day
  precision: "day" | "month" | "quarter" | "year"
  from: Level | null
  to: Level | null
  revision: number
}

/** Changes of level in one lane and region up to the as-of day, newest first. A baseline is not a change. */
export function levelChanges(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  asOf: Day,
): LevelChange[] {
  return commitments
    .flatMap((commitment) => {
      const facets = history(facts, cellOf({ commitment: commitment.id, ...reading }), asOf)
      if (facets.length < 2) return []
      const head = commitmentHead(facts, commitment)
      return facets.slice(1).flatMap((to, at) => {
        const from = facets[at]!
        if (from.level === to.level) return []
        return [
          {
            id: to.id,
            commitment: head,
            on: to.effectiveOn,
            precision: to.precision,
            from: from.level,
            to: to.level,
            revision: facts.publishedBy.get(`assessment/${to.id}`)!,
          },
        ]
      })
    })
    .sort((a, b) => order(b.on, a.on) || order(a.id, b.id))
}

/** Of changes: how many went from level to level, gave one where there was none (`found`), or could no longer give one. */
export type ChangeCounts = { levels: number; found: number; lost: number }

export function countChanges(changes: readonly Pick<LevelChange, "from" | "to">[]): ChangeCounts {
  const [found, lost] = [changes.filter((it) => it.from === null), changes.filter((it) => it.to === null)]
  return { levels: changes.length - found.length - lost.length, found: found.length, lost: lost.length }
}

/** How long ago a rated commitment was last checked. Unit: whole months. */
export type Stale = { commitment: CommitmentHead; level: Level; checkedOn: Day; months: number }

/** Rated commitments, longest unchecked first. The score never decays by formula; this stands beside it. */
export function stalest(facts: Snapshot, commitments: readonly Commitment[], reading: Reading, asOf: Day): Stale[] {
  return commitments
    .flatMap((it) => {
      const cell = cellOf({ commitment: it.id, ...reading })
      const level = standing(facts, cell, asOf)?.level ?? null
      const checkedOn = lastChecked(facts, cell, asOf)
      if (level === null || checkedOn === null) return []
      return [{ commitment: commitmentHead(facts, it), level, checkedOn, months: monthsBetween(checkedOn, asOf) }]
    })
    .sort((a, b) => order(a.checkedOn, b.checkedOn) || order(a.commitment.id, b.commitment.id))
}

/**
 * A silence as it stood on the as-of day. `status` is "not-known" and `note` null where our finding is of a later day:
 * that a promise had not been seen could be told then, that it came late or was closed could not.
 */
export type SilenceView = {
  id: string
  what: Text
  status: Silence["status"] | "not-known"
  point: PointHead | null
  promisedBy: Text | null
  promisedOn: Day | null
  promisedPrecision: Silence["promisedPrecision"]
  dueOn: Day | null
  duePrecision: Silence["duePrecision"]
  /** Days since it was due, or promised where no date was set; null when neither is known. */
  days: number | null
  note: string | null
  sources: string[]
  /** The publications that our finding rests on; none where it is of a later day. */
  cited: CitedSource[]
  /**
   * What was owed: something `promised` on a recorded day or for one; something only `expected`, of which no promise was
   * seen; or `nothing`, where what somebody did of his own accord came to an end.
   */
  owed: "promised" | "expected" | "nothing"
  /** The commitment of the same point with the same promised date, and how it stands: it is the same promise. */
  repeats: { commitment: CommitmentHead; level: Level | null } | null
}

/** A publication by name, with its public address where it has one. */
export type CitedSource = Pick<Source, "id" | "title" | "publisher"> & { href: string | null }

function citedBy(facts: Snapshot, { sources }: Silence): CitedSource[] {
  return sources.flatMap((id) => {
    const source = facts.records.source.get(id)
    if (!source) return []
    const href = source.url?.startsWith("https://") ? source.url : null
    return [{ id, title: source.title, publisher: source.publisher, href }]
  })
}

/** Whether something had been promised, or was due, by the as-of day; without either date, whether we had found it. */
export function isSilent(it: Silence, asOf: Day): boolean {
  return (it.promisedOn ?? it.dueOn ?? it.asOf) <= asOf
}

/** Whether what became of it had been found by the as-of day: only then its note and a status that tells of coming. */
export function isSilenceFound(it: Silence, asOf: Day): boolean {
  return it.asOf <= asOf
}

const owedOf = ({ status, promisedOn, dueOn }: Silence): SilenceView["owed"] =>
  status === "ended" ? "nothing" : promisedOn === null && dueOn === null ? "expected" : "promised"

/** Promised reports that never appeared, of the plan and its points, longest waited for first. */
export function silencesOf(facts: Snapshot, question: Question): SilenceView[] {
  const { region } = question
  const dated = [...facts.records.commitment.values()].filter(
    (it) => it.promisedBy !== null && (region === null || appliesIn(it, region)),
  )
  const repeated = ({ point, dueOn }: Silence): SilenceView["repeats"] => {
    const same = dueOn === null ? undefined : dated.find((it) => it.point === point && it.promisedBy === dueOn)
    return same
      ? { commitment: commitmentHead(facts, same), level: levelAt(facts, same, question, question.asOf) }
      : null
  }
  const text = (id: string | null): Text | null => {
    const body = id === null ? undefined : facts.records.body.get(id)
    return body ? { en: body.nameEn, ur: body.nameUr } : null
  }
  return [...facts.records.silence.values()]
    .filter((it) => it.plan === question.plan && isSilent(it, question.asOf))
    .map((it) => {
      const point = it.point === null ? undefined : facts.records.point.get(it.point)
      const since = it.dueOn ?? it.promisedOn
      const found = isSilenceFound(it, question.asOf)
      return {
        id: it.id,
        what: { en: it.whatEn, ur: it.whatUr },
        status: found || it.status === "not-found" ? it.status : ("not-known" as const),
        point: point ? pointHead(facts, point) : null,
        promisedBy: text(it.promisedByBody),
        promisedOn: it.promisedOn,
        promisedPrecision: it.promisedPrecision,
        dueOn: it.dueOn,
        duePrecision: it.duePrecision,
        days: since === null ? null : Math.max(0, daysBetween(since, question.asOf)),
        note: found ? it.note : null,
        sources: it.sources,
        cited: found ? citedBy(facts, it) : [],
        owed: owedOf(it),
        repeats: repeated(it),
      }
    })
    .filter((it) => question.points === null || (it.point !== null && question.points.includes(it.point.number)))
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || order(a.id, b.id))
}

/** Commitments for which a kind of body is named; one that names two kinds counts in both. */
export type SectorScore = { sector: Body["sector"]; kinetic: Score; nonKinetic: Score; all: Score }

export function sectorsOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  asOf: Day,
): SectorScore[] {
  const sectors = new Set([...facts.records.body.values()].map((body) => body.sector))
  return [...sectors]
    .map((sector) => {
      const named = commitments.filter((it) => it.bodies.some((id) => facts.records.body.get(id)?.sector === sector))
      const of = (track: Track) =>
        scoreOf(
          facts,
          named.filter((it) => it.track === track),
          reading,
          asOf,
        )
      const [kinetic, nonKinetic] = TRACKS.map(of) as [Score, Score]
      return { sector, kinetic, nonKinetic, all: scoreOf(facts, named, reading, asOf) }
    })
    .filter((it) => it.all.commitments > 0)
    .sort((a, b) => b.all.commitments - a.all.commitments || order(a.sector, b.sector))
}
