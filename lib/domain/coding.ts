import { z } from "zod"
import type { Day, Instant, Precision } from "@/lib/domain/date"
import { cellOf, type Ledger, order, type Snapshot } from "@/lib/domain/ledger"
import { MOST_OPERATIONS, type Operation, withOperations } from "@/lib/domain/proposal"
import type { Question } from "@/lib/domain/query"
import type { Assessment, Evidence, SecondCoding, Source } from "@/lib/domain/records"
import { Certainty, type CommitmentType, type Lane, Level, UnratedReason } from "@/lib/domain/scale"
import { pastOf } from "@/lib/domain/views/past"
import { commitmentForm } from "@/lib/domain/views/proposing"
import type { CommitmentHead, Text } from "@/lib/domain/views/scope"

/** One step of a proposal as its reviewer would code it; `step` counts from 0. */
const Coding = z
  .strictObject({
    step: z.int().min(0).max(MOST_OPERATIONS),
    level: Level.nullable(),
    unratedReason: UnratedReason.nullable(),
    certainty: Certainty,
    reason: z.string().trim().min(1, "Say why, in a sentence.").max(1000),
  })
  .refine((it) => (it.level === null) !== (it.unratedReason === null), {
    path: ["level"],
    message: "Give a level, or a reason why it cannot be rated.",
  })
type Coding = z.infer<typeof Coding>

/** What a reviewer codes before having seen the author's level, in one go. `version` is the one that was shown. */
export const BlindInput = z
  .strictObject({ version: z.int().positive(), codings: z.array(Coding).min(1).max(200) })
  .meta({ id: "BlindInput" })
export type BlindInput = z.infer<typeof BlindInput>

/** A blind coding as the team sees it once it is given. Names people; for signed-in editors only. */
export type BlindCoding = Coding & { version: number; coder: string; at: Instant }

/** A source as a blind coder sees it: what it is, not what anybody made of it. */
export type BlindSource = Pick<
  Source,
  | "id"
  | "kind"
  | "language"
  | "publisher"
  | "title"
  | "titleIsDescription"
  | "url"
  | "publishedOn"
  | "precision"
  | "copy"
>

/** One step to be coded: what was promised, what each level asks for, and the evidence. Nothing of the author's. */
export type BlindStep = {
  step: number
  commitment: CommitmentHead
  year: number
  pointTitle: Text
  type: CommitmentType
  anchors: Record<Level, Text>
  lane: Lane
  region: Text | null
  effectiveOn: Day
  precision: Precision
  evidence: (Pick<Evidence, "bearing" | "quote"> & { source: BlindSource })[]
}

/** The steps that can be coded: assessments that come in or are rewritten. */
export const codableSteps = (operations: readonly Operation[]): number[] =>
  operations.flatMap((it, at) => (it.kind === "assessment" && it.act !== "withdraw" ? [at] : []))

/**
 * What a blind coder is shown of a proposal. Built field by field, so that the author's level, reason, rationale,
 * certainty and rule cannot slip in; nor can the notes on evidence, which argue for a level.
 */
export function blindSteps(facts: Snapshot, operations: readonly Operation[]): BlindStep[] {
  const after = withOperations(facts, operations)
  return codableSteps(operations).flatMap((step) => {
    const record = (operations[step] as { record: Assessment }).record
    const commitment = after.records.commitment.get(record.commitment)
    if (!commitment) return []
    const { commitment: head, year, pointTitle, type, anchors } = commitmentForm(after, commitment)
    const region = record.region === null ? undefined : after.records.region.get(record.region)
    return [
      {
        step,
        commitment: head,
        year,
        pointTitle,
        type,
        anchors,
        lane: record.lane,
        region: region ? { en: region.nameEn, ur: region.nameUr } : null,
        effectiveOn: record.effectiveOn,
        precision: record.precision,
        evidence: record.evidence.flatMap(({ source: id, bearing, quote }) => {
          const source = after.records.source.get(id)
          return source ? [{ bearing, quote, source: blindSource(source) }] : []
        }),
      },
    ]
  })
}

const blindSource = (it: Source): BlindSource => ({
  id: it.id,
  kind: it.kind,
  language: it.language,
  publisher: it.publisher,
  title: it.title,
  titleIsDescription: it.titleIsDescription,
  url: it.url,
  publishedOn: it.publishedOn,
  precision: it.precision,
  copy: it.copy,
})

/**
 * The blind codings of a proposal as records to be published with it: finding lane, whole territory, as of the day
 * that was judged, and no names. `name` is a coding's own part of the record's id, never used before.
 */
export function secondCodings(
  operations: readonly Operation[],
  codings: readonly (Omit<Coding, "reason"> & { reason: string; name: string })[],
): Operation[] {
  return codings.flatMap(({ step, name, level, unratedReason, certainty, reason }) => {
    const operation = operations[step]
    if (operation?.kind !== "assessment" || operation.act === "withdraw") return []
    const { commitment, lane, region, effectiveOn, evidence } = operation.record
    if (lane !== "finding" || region !== null) return []
    const record: SecondCoding = {
      id: `${commitment.slice(0, 60)}-blind-${name}`,
      commitment,
      asOf: effectiveOn,
      level,
      unratedReason,
      certainty,
      reason,
      ruleDoubt: null,
      decisive: evidence.filter((it) => it.bearing === "supports").map((it) => it.source),
      excludedFromAgreement: false,
    }
    return [{ act: "add", kind: "secondCoding", record }]
  })
}

/** Whether a second coding is told of: once its day has come, and of no region, since it judges the whole territory. */
export const isCodingTold = (it: SecondCoding, { asOf, region }: Pick<Question, "asOf" | "region">): boolean =>
  region === null && it.asOf <= asOf

/** A published second coding beside the first coder's level that it was made against, and the revision of both. */
export type JudgedCoding = { coding: SecondCoding; first: Level | null; revision: number; isStartingData: boolean }

/**
 * Every second coding with the level that stood on its day in the very revision that published the coding, so that a
 * later correction leaves the agreement that was found as it was.
 */
export function judgedCodings(ledger: Ledger, facts: Snapshot): JudgedCoding[] {
  const past = pastOf(ledger)
  return [...facts.records.secondCoding.values()]
    .sort((a, b) => order(a.id, b.id))
    .map((coding) => {
      const { revision } = ledger.versions.secondCoding.get(coding.id)![0]!
      const cell = cellOf({ commitment: coding.commitment, lane: "finding", region: null })
      const first = past.standing(cell, coding.asOf, revision)?.level ?? null
      return { coding, first, revision, isStartingData: ledger.revisions[revision - 1]!.kind === "dataset" }
    })
}
