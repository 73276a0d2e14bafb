import { type Day, daysBetween, type Precision } from "@/lib/domain/date"
import { cellOf, history, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import { HIGHEST_LEVEL, type Level } from "@/lib/domain/scale"
import { type CitedSource, type SilenceView, silencesOf } from "@/lib/domain/views/rankings"
import { commitmentHead, type CommitmentHead, type PointHead, type Reading, type Text } from "@/lib/domain/views/scope"

/**
 * A commitment with a date. `reachedOn`: the first day of the unbroken run of "complete" that holds on the as-of day;
 * null where it does not stand at complete. `atDue`: its level by the end of the due day, null while not due or where
 * it could not be rated. `days`: from the due day to the day it was reached, or so far; negative when early or not yet
 * due.
 */
export type DatedCommitment = {
  commitment: CommitmentHead
  promisedBy: Day
  precision: Precision
  note: string | null
  isDue: boolean
  atDue: Level | null
  now: Level | null
  reachedOn: Day | null
  days: number
}

/** A report or step with a due date. Its own day of coming is no field of the record; the note tells what was found. */
export type DatedReport = {
  id: string
  what: Text
  point: PointHead | null
  promisedOn: Day | null
  promisedPrecision: Precision | null
  dueOn: Day
  precision: Precision
  isDue: boolean
  status: SilenceView["status"]
  days: number
  note: string | null
  /** The publications that our finding rests on; none where it is of a later day. */
  cited: CitedSource[]
  /** The id of the commitment that holds the same promise, and so the outcome; null where none does. */
  repeats: string | null
}

/**
 * `undated`: commitments and silences for which no date was ever given, so that nothing can be late; `promised` are those
 * of the silences that were promised at all.
 */
export type Promises = {
  commitments: DatedCommitment[]
  reports: DatedReport[]
  undated: { commitments: number; reports: number; promised: number }
  /** Of the dates that have passed: kept on time, and still open (not complete, or never found). By record. */
  past: { due: number; kept: number; open: number }
  /** The same with each promise counted once, by its commitment where a report repeats one. */
  dates: { due: number; kept: number; open: number }
}

export function promisesOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  question: Question,
): Promises {
  const { asOf } = question
  const silences = silencesOf(facts, question)
  const dated = commitments.filter((it) => it.promisedBy !== null)
  const promised = dated
    .map((it) => datedOf(facts, it, reading, asOf))
    .sort((a, b) => order(a.promisedBy, b.promisedBy) || order(a.commitment.id, b.commitment.id))
  const reports = silences
    .filter((it) => it.dueOn !== null)
    .map<DatedReport>(
      ({ id, what, point, promisedOn, promisedPrecision, dueOn, duePrecision, status, note, cited, repeats }) => ({
        ...{ id, what, point, promisedOn, promisedPrecision, status, note, cited },
        dueOn: dueOn!,
        precision: duePrecision ?? "day",
        isDue: dueOn! <= asOf,
        days: daysBetween(dueOn!, asOf),
        repeats: promised.find((it) => it.commitment.id === repeats?.commitment.id)?.commitment.id ?? null,
      }),
    )
    .sort((a, b) => order(a.dueOn, b.dueOn) || order(a.id, b.id))
  const due = promised.filter((it) => it.isDue)
  const dueReports = reports.filter((it) => it.isDue)
  return {
    commitments: promised,
    reports,
    undated: {
      commitments: commitments.length - dated.length,
      reports: silences.filter((it) => it.dueOn === null).length,
      promised: silences.filter((it) => it.dueOn === null && it.owed === "promised").length,
    },
    past: outcomesOf(due, dueReports),
    dates: outcomesOf(
      due,
      dueReports.filter((it) => it.repeats === null),
    ),
  }
}

const outcomesOf = (due: readonly DatedCommitment[], reports: readonly DatedReport[]) => ({
  due: due.length + reports.length,
  kept: due.filter((it) => it.reachedOn !== null && it.days <= 0).length,
  open: due.filter((it) => it.reachedOn === null).length + reports.filter((it) => it.status === "not-found").length,
})

function datedOf(facts: Snapshot, commitment: Commitment, reading: Reading, asOf: Day): DatedCommitment {
  const cell = cellOf({ commitment: commitment.id, ...reading })
  const due = commitment.promisedBy!
  const reachedOn = completeSince(history(facts, cell, asOf))
  return {
    commitment: commitmentHead(facts, commitment),
    promisedBy: due,
    precision: commitment.promisedByPrecision ?? "day",
    note: commitment.promisedByNote,
    isDue: due <= asOf,
    atDue: due <= asOf ? (standing(facts, cell, due)?.level ?? null) : null,
    now: standing(facts, cell, asOf)?.level ?? null,
    reachedOn,
    days: daysBetween(due, reachedOn ?? asOf),
  }
}

function completeSince(assessed: readonly { effectiveOn: Day; level: Level | null }[]): Day | null {
  let since: Day | null = null
  for (const it of assessed) since = it.level === HIGHEST_LEVEL ? (since ?? it.effectiveOn) : null
  return since
}
