import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Assessment, Commitment, Source } from "@/lib/domain/records"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import { ANCHORS, type CommitmentType, type Lane, LANES, LEVELS, type Level, type Rule } from "@/lib/domain/scale"
import { commitmentHead, type CommitmentHead, type Text } from "@/lib/domain/views/scope"
import { type WorkedExample, workedExamples } from "@/lib/domain/views/worked-examples"

/** What the proposal form must know about one commitment. `published` is oldest first, both lanes, all regions. */
export type CommitmentForm = {
  commitment: CommitmentHead
  plan: string
  year: number
  pointTitle: Text
  type: CommitmentType
  lead: boolean
  anchors: Record<Level, Text>
  rule: Rule
  regions: { id: string; name: Text }[]
  published: Assessment[]
  /** The best evidenced of the same type at each level, by lane. */
  examples: Record<Lane, WorkedExample[]>
}

/** One commitment in a list to choose from. */
export type CommitmentChoice = Pick<CommitmentHead, "id" | "code" | "track" | "text"> & { plan: string; year: number }

/** One source of the library, as the form searches it. `url` only where it is a link, `address` as it was recorded. */
export type SourceChoice = Pick<
  Source,
  "id" | "publisher" | "title" | "publishedOn" | "precision" | "kind" | "language" | "url" | "copy" | "goneOn"
> & { address: string | null }

/** A commitment with its anchors (its own where it has some, else its type's), regions and published assessments. */
export function commitmentForm(facts: Snapshot, record: Commitment): CommitmentForm {
  const plan = facts.records.plan.get(record.plan)!
  const point = facts.records.point.get(record.point)!
  const { rule, en, ur } = ANCHORS[record.type]
  const anchor = (level: Level): Text => {
    const own = record.anchors?.[`${level}`]
    return own ? { en: own, ur: null } : { en: en[level], ur: ur[level] }
  }
  const names = record.regions.includes(WHOLE_COUNTRY) ? [...facts.records.region.keys()] : record.regions
  return {
    commitment: commitmentHead(facts, record),
    plan: plan.id,
    year: Number(plan.adoptedOn.slice(0, 4)),
    pointTitle: { en: point.titleEn, ur: point.titleUr },
    type: record.type,
    lead: record.lead,
    anchors: Object.fromEntries(LEVELS.map((level) => [level, anchor(level)])) as Record<Level, Text>,
    rule,
    regions: names
      .filter((id) => id !== WHOLE_COUNTRY)
      .flatMap((id) => {
        const region = facts.records.region.get(id)
        return region ? [{ id, name: { en: region.nameEn, ur: region.nameUr } }] : []
      }),
    published: [...facts.records.assessment.values()]
      .filter((it) => it.commitment === record.id)
      .sort((a, b) => order(a.effectiveOn, b.effectiveOn) || order(a.id, b.id)),
    examples: Object.fromEntries(LANES.map((lane) => [lane, workedExamples(facts, record, lane)])) as Record<
      Lane,
      WorkedExample[]
    >,
  }
}

/** Every commitment, by plan and code. */
export function commitmentChoices(facts: Snapshot): CommitmentChoice[] {
  return [...facts.records.commitment.values()]
    .sort((a, b) => order(a.id, b.id))
    .map((record) => {
      const { id, code, track, text } = commitmentHead(facts, record)
      const plan = facts.records.plan.get(record.plan)!
      return { id, code, track, text, plan: plan.id, year: Number(plan.adoptedOn.slice(0, 4)) }
    })
}

/** The library of sources, newest first, the undated last. */
export function sourceChoices(facts: Snapshot): SourceChoice[] {
  return [...facts.records.source.values()]
    .sort((a, b) => order(b.publishedOn ?? "", a.publishedOn ?? "") || order(a.id, b.id))
    .map(({ id, publisher, title, publishedOn, precision, kind, language, url, copy, goneOn }) => ({
      id,
      publisher,
      title,
      publishedOn,
      precision,
      kind,
      language,
      url: url?.startsWith("https:") ? url : null,
      copy,
      goneOn,
      address: url,
    }))
}
