import { z } from "zod"
import { Day, Precision } from "@/lib/domain/date"
import { Certainty, CommitmentType, Lane, Level, Rule, Track, UnratedReason } from "@/lib/domain/scale"

/**
 * Every published record, as one schema each: the dataset, the proposal form, the API, the import and
 * the OpenAPI document all pass through these. A record is identified by its kind and id.
 */

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.>-]{0,79}$/, "Letters, digits, dot, dash and underscore only.")
const line = z.string().trim().min(1).max(500)
const prose = z.string().trim().min(1).max(4000)
const note = prose.nullable()
const ids = z.array(Id).max(60)
const Confidence = z.enum(["confirmed", "from-memory", "reasoned"])

/** A web address; null where a source is on paper or its page was never seen. A link only if https. */
const Url = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), "Write the whole web address.")
  .nullable()

export const Region = z.strictObject({
  id: Id,
  nameEn: line,
  nameUr: line,
  note,
  tile: z.strictObject({ column: z.int().min(0), row: z.int().min(0) }),
})

export const Sector = z.enum([
  "federal-civilian",
  "provincial",
  "security-forces",
  "regulator",
  "parliament",
  "judiciary",
])
export const Body = z.strictObject({ id: Id, nameEn: line, nameUr: line, sector: Sector })

export const SourceKind = z.enum([
  "press",
  "law",
  "official-statement",
  "official-data",
  "international-body",
  "independent-monitor",
  "research",
  "reference",
])
/** What a published archived copy is known by: the SHA-256 of its bytes as served, their type and number. */
export const SourceCopy = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(["application/pdf", "image/png", "image/jpeg", "text/plain"]),
  size: z.int().positive().describe("Bytes"),
  archivedOn: Day,
})

/** Who published what, when. `titleIsDescription`: the page's own title was not seen, the words are ours. */
export const Source = z.strictObject({
  id: Id,
  kind: SourceKind,
  language: z.string().regex(/^[a-z]{2}$/),
  publisher: line,
  title: line,
  titleIsDescription: z.boolean(),
  url: Url,
  publishedOn: Day.nullable(),
  precision: Precision.nullable(),
  confidence: Confidence,
  notes: note,
  copy: SourceCopy.nullable().default(null).describe("The archived copy"),
  goneOn: Day.nullable().default(null).describe("The day its page was found to be gone"),
})

export const Plan = z.strictObject({
  id: Id,
  titleEn: line,
  titleUr: line,
  adoptedOn: Day,
  precision: Precision,
  adoptionNote: note,
  supersededOn: Day.nullable(),
  monitoringNote: note,
  pointCount: z.int().positive(),
  textStatus: z.enum(["verbatim", "topic"]),
  trackCounts: z.strictObject({ kinetic: z.int().nullable(), "non-kinetic": z.int().nullable() }),
  sources: ids,
})

export const Point = z.strictObject({
  id: Id,
  plan: Id,
  number: z.int().positive(),
  numberIsOfficial: z.boolean(),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  titleEn: line,
  titleUr: line,
  textEn: prose,
  textUr: prose,
  textKind: z.enum(["verbatim", "topic"]),
  textUrIsOurTranslation: z.boolean(),
  wordingVariants: z.array(z.strictObject({ textEn: prose, origin: line, isQuotation: z.boolean(), sources: ids })),
  publishedTrack: z.strictObject({ value: Track, confidence: Confidence, note }).nullable(),
  leadBodies: z.array(z.strictObject({ body: Id, role: line, confidence: Confidence, sources: ids })),
  regions: ids,
  sources: ids,
  note,
})

export const Commitment = z.strictObject({
  id: Id,
  plan: Id,
  point: Id,
  track: Track,
  trackBasis: prose,
  type: CommitmentType,
  textEn: prose,
  textUr: prose,
  lead: z.boolean(),
  locality: line.nullable(),
  regions: ids,
  bodies: ids,
  restsOn: z.strictObject({
    kind: z.enum(["plan-text", "topic", "follow-up-decision", "reporting-line", "speech-variant"]),
    quote: note,
    decision: note,
    source: Id.nullable(),
  }),
  anchors: z.strictObject({ "0": prose, "1": prose, "2": prose, "3": prose }).partial().nullable(),
  continues: ids,
  promisedBy: Day.nullable(),
  promisedByPrecision: Precision.nullable(),
  promisedByNote: note,
})

export const Bearing = z.enum(["supports", "contradicts", "context"])
export const Evidence = z.strictObject({ source: Id, bearing: Bearing, quote: note, note })

const assessment = z.strictObject({
  id: Id,
  commitment: Id,
  lane: Lane,
  region: Id.nullable().describe("A province or territory; null for the whole territory of the commitment."),
  level: Level.nullable(),
  unratedReason: UnratedReason.nullable(),
  effectiveOn: Day,
  precision: Precision,
  rationaleEn: prose,
  rationaleUr: note,
  certainty: Certainty,
  rule: Rule,
  lifecycle: z.enum(["in-force", "term-ended", "reversed", "stopped"]).nullable(),
  evidence: z.array(Evidence).min(1, "Cite at least one source.").max(20),
})
export const Assessment = assessment.refine((it) => (it.level === null) !== (it.unratedReason === null), {
  path: ["level"],
  message: "Give a level, or a reason why it cannot be rated.",
})

/** "Nothing changed; this source consulted." Refreshes the last-checked date, moves no level. */
export const Check = z.strictObject({
  id: Id,
  commitment: Id,
  lane: Lane,
  region: Id.nullable(),
  checkedOn: Day,
  source: Id,
})

/** A rival's verdict in its own words; never converted, never averaged. */
export const Rating = z.strictObject({
  id: Id,
  plan: Id,
  point: Id.nullable(),
  region: Id.nullable(),
  date: Day,
  precision: Precision,
  publisher: line,
  kind: z.enum([
    "press",
    "court",
    "government-self",
    "independent-monitor",
    "international-body",
    "foreign-government",
    "military",
  ]),
  rawLabel: line,
  isParaphrase: z.boolean(),
  isDirectionOnly: z.boolean(),
  source: Id,
  note,
})

/** A report, KPI or review that was promised and never appeared, or came late. */
export const Silence = z.strictObject({
  id: Id,
  plan: Id,
  point: Id.nullable(),
  whatEn: line,
  whatUr: line,
  status: z.enum(["not-found", "late", "closed", "ended"]),
  promisedByBody: Id.nullable(),
  promisedOn: Day.nullable(),
  promisedPrecision: Precision.nullable(),
  dueOn: Day.nullable(),
  duePrecision: Precision.nullable(),
  asOf: Day,
  asOfPrecision: Precision,
  sources: ids,
  note,
})

/** A typed link between points of two editions; `from` null is new, `to` null is dropped. */
export const Crosswalk = z.strictObject({
  id: Id,
  from: Id.nullable(),
  to: Id.nullable(),
  relation: z.enum([
    "continued",
    "reworded",
    "merged",
    "split",
    "widened",
    "narrowed",
    "partly-replaced",
    "dropped",
    "new",
  ]),
  share: z.number().min(0).max(1).nullable(),
  basis: prose,
  note,
})

export const Event = z.strictObject({
  id: Id,
  category: z.enum(["operation", "attack", "law", "policy", "institution", "external"]),
  date: Day,
  precision: Precision,
  endDate: Day.nullable(),
  titleEn: line,
  titleUr: line,
  descriptionEn: prose,
  region: Id.nullable(),
  relatedPoints: ids,
  isExternal: z.boolean(),
  onChart: z.boolean().describe("Marked by name on the charts; every event stands in their tables."),
  killed: z.int().min(0).nullable(),
  killedNote: note,
  confidence: Confidence,
  sources: ids,
  note,
})

/** One outcome series of one publisher; two publishers never share a line. */
export const Indicator = z.strictObject({ id: Id, indicator: line, publisher: line, unit: line })
export const Observation = z.strictObject({
  id: Id,
  series: Id,
  year: z.int().min(1990).max(2100),
  value: z.number(),
  breakNote: note,
  note,
  source: Id.nullable(),
  confidence: Confidence,
  confidenceAsFound: line,
})

/** A second coder's blind judgement of one commitment on one day, finding lane. */
export const SecondCoding = z.strictObject({
  id: Id,
  commitment: Id,
  asOf: Day,
  level: Level.nullable(),
  unratedReason: UnratedReason.nullable(),
  certainty: Certainty,
  reason: prose,
  ruleDoubt: note,
  decisive: z.array(z.string().max(200)).max(60),
  excludedFromAgreement: z.boolean(),
})

/** All kinds, in the order in which one may refer to another. */
export const KINDS = {
  region: Region,
  body: Body,
  source: Source,
  plan: Plan,
  point: Point,
  commitment: Commitment,
  assessment: Assessment,
  check: Check,
  rating: Rating,
  silence: Silence,
  crosswalk: Crosswalk,
  event: Event,
  indicator: Indicator,
  observation: Observation,
  secondCoding: SecondCoding,
} as const

/**
 * Fields that came after the first records were published. Where they are null they stay out of a record's digest,
 * so that what was published before them still verifies.
 */
export const LATE_FIELDS: { [K in Kind]?: (keyof RecordOf<K>)[] } = { source: ["copy", "goneOn"] }

export type Kind = keyof typeof KINDS
export type RecordOf<K extends Kind> = z.infer<(typeof KINDS)[K]>
export const KIND_NAMES = Object.keys(KINDS) as Kind[]

export type Region = RecordOf<"region">
export type Body = RecordOf<"body">
export type Source = RecordOf<"source">
export type Plan = RecordOf<"plan">
export type Point = RecordOf<"point">
export type Commitment = RecordOf<"commitment">
export type Assessment = RecordOf<"assessment">
export type Check = RecordOf<"check">
export type Rating = RecordOf<"rating">
export type Silence = RecordOf<"silence">
export type Crosswalk = RecordOf<"crosswalk">
export type Event = RecordOf<"event">
export type Indicator = RecordOf<"indicator">
export type Observation = RecordOf<"observation">
export type SecondCoding = RecordOf<"secondCoding">
export type Evidence = z.infer<typeof Evidence>
