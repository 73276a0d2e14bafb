import { z } from "zod"
import type { Day, Instant } from "@/lib/domain/date"
import type { Ledger, Version } from "@/lib/domain/ledger"
import { NoticeKind } from "@/lib/domain/notice"
import { Role } from "@/lib/domain/policy"
import { Change, ProposalStatus, Verdict } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"

/** Why the law takes something out. The public sees this class and nothing more. */
export const ReasonClass = z.enum(["court-order", "personal-data", "safety", "copyright"])
export type ReasonClass = z.infer<typeof ReasonClass>

/** What stands where a text was taken out. */
export const MARK = "█████"

const SHORTEST = 4

/** Asking for a removal: a text exactly as it is written, archived copies by their SHA-256, or both. */
export const RedactionInput = z
  .strictObject({
    reasonClass: ReasonClass,
    text: z
      .string()
      .trim()
      .min(SHORTEST, `At least ${SHORTEST} characters.`)
      .max(2000)
      .nullable()
      .default(null)
      .describe("Removed wherever it stands, letter for letter"),
    copies: z
      .array(z.string().regex(/^[0-9a-f]{64}$/, "A SHA-256 has 64 digits, 0 to 9 and a to f."))
      .max(20)
      .default([])
      .describe("SHA-256 of archived copies to delete"),
    note: z.string().trim().max(2000).nullable().default(null).describe("For the team only; never published."),
  })
  .refine((it) => it.text !== null || it.copies.length > 0, {
    path: ["text"],
    message: "Name a text or an archived copy.",
  })
  .meta({ id: "RedactionInput" })
export type RedactionInput = z.infer<typeof RedactionInput>

/** What a removal is looked up by before it is asked for. */
export type Sought = Pick<RedactionInput, "text" | "copies">

/**
 * The reason that a revision of a removal is published with: the class in words, in both languages. A published one is
 * told by these very words, so they never change.
 */
const REASONS: Record<ReasonClass, { en: string; ur: string }> = {
  "court-order": { en: "Removed by law: order of a court.", ur: "قانون کے تحت ہٹایا گیا: عدالت کا حکم۔" },
  "personal-data": { en: "Removed by law: personal data.", ur: "قانون کے تحت ہٹایا گیا: ذاتی معلومات۔" },
  safety: { en: "Removed by law: safety of a person.", ur: "قانون کے تحت ہٹایا گیا: کسی فرد کی سلامتی۔" },
  copyright: { en: "Removed by law: copyright.", ur: "قانون کے تحت ہٹایا گیا: حقِ اشاعت۔" },
}
export const reasonOf = (reasonClass: ReasonClass) => REASONS[reasonClass]

/** The public trace of one removal: when, by which class of reason, and from what; never what it was. */
export type Tombstone = {
  revision: number
  publishedAt: Instant
  reasonClass: ReasonClass
  records: { kind: Kind; id: string }[]
  /** Revisions whose reason it was taken out of. */
  reasons: number[]
}

/** Every removal up to a revision, newest first. */
export function redactionsOf(ledger: Ledger, known: number = ledger.newest): Tombstone[] {
  return ledger.revisions
    .slice(0, known)
    .filter((revision) => revision.kind === "redaction")
    .map(({ number, publishedAt, reason, entries, reasonsRemoved = [] }) => ({
      revision: number,
      publishedAt,
      reasonClass: ReasonClass.options.find((it) => REASONS[it].en === reason.en) ?? "court-order",
      records: entries.map(({ kind, id }) => ({ kind, id })),
      reasons: reasonsRemoved,
    }))
    .reverse()
}

/** Where a text stands in what was published: a version of a record, with the fields and a piece of the first. */
export type PublishedPlace = { kind: Kind; id: string; revision: number; fields: string[]; excerpt: string }

/** What a removal would touch. What is not published is counted, not shown: a draft is its author's alone. */
export type LookUp = {
  records: PublishedPlace[]
  reasons: { revision: number; excerpt: string }[]
  copies: { sha256: string; name: string; size: number }[]
  elsewhere: { place: string; count: number }[]
}

/** Whether there is anything to remove at all. */
export const isFound = ({ records, reasons, copies, elsewhere }: LookUp) =>
  records.length + reasons.length + copies.length + elsewhere.length > 0

/** A removal as the team sees it. The text is told only until it is done; then nobody has it any more. */
export type Redaction = {
  id: string
  reasonClass: ReasonClass
  text: string | null
  copies: string[]
  note: string | null
  state: "waiting" | "done" | "cancelled"
  requestedBy: string
  mine: boolean
  requestedAt: Instant
  approvedBy: string | null
  endedOn: Day | null
  revision: number | null
  /** Tables in whose files it may still lie, until the operator has them rewritten. */
  uncleared: string[]
}

/**
 * Refuses a text that cannot be taken out without breaking the record itself: part of an id, of a field's name or of a
 * fixed word, of a day or of a number that names something.
 * @throws Refusal `invalid`.
 */
export function assertRedactable(text: string, ledger: Ledger): void {
  const refuse = (message: string) => new Refusal("invalid", message, { text: [message] })
  if (text.replaceAll(MARK[0]!, "").trim().length === 0) throw refuse("This has been removed already.")
  if (couldBeNumber(text)) throw refuse("This is too short to be told from a date or a number. Give more of it.")
  if (vocabulary().some((word) => word.includes(text))) {
    throw refuse("This is a word of the record's own forms. Give more of the sentence it stands in.")
  }
  for (const kind of KIND_NAMES) {
    for (const id of ledger.versions[kind].keys()) {
      if (id.includes(text)) throw refuse(`This is part of the id of a record (${id}). Give more of the sentence.`)
    }
  }
}

const MOMENT = "dddd-dd-ddTdd:dd:dd.dddZ"
/** Part of a moment, or so short a run of hexadecimal digits that it may stand in a hash by chance. */
const couldBeNumber = (text: string) =>
  MOMENT.includes(text.replaceAll(/\d/g, "d")) || /^[0-9a-f-]{1,7}$/i.test(text) // prettier-ignore

let words: string[] | undefined
/** Names of fields and fixed words of every schema, and what the log itself says. */
function vocabulary(): string[] {
  return (words ??= [
    ...new Set([
      ...KIND_NAMES.flatMap((kind) => [kind, ...wordsOf(z.toJSONSchema(KINDS[kind], { io: "input" }))]),
      ...[Role, Change, ProposalStatus, Verdict, NoticeKind, ReasonClass].flatMap((it) => it.options as string[]),
      ...Object.values(REASONS).flatMap(({ en, ur }) => [en, ur]),
    ]),
  ])
}

function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf)
  if (schema === null || typeof schema !== "object") return []
  const { enum: options, const: only, properties, ...rest } = schema as Record<string, unknown>
  const fixed = [options, only].flat().filter((word) => typeof word === "string")
  const inner = [...Object.values((properties ?? {}) as object), ...Object.values(rest)]
  return [...fixed, ...Object.keys((properties ?? {}) as object), ...inner.flatMap(wordsOf)]
}

const EITHER_SIDE = 60

/** The text with a few words around it, from the first string within a value that holds it; null if none does. */
export function excerptOf(value: unknown, text: string): string | null {
  if (typeof value === "string") {
    const at = value.indexOf(text)
    if (at < 0) return null
    const [from, to] = [Math.max(0, at - EITHER_SIDE), Math.min(value.length, at + text.length + EITHER_SIDE)]
    return `${from > 0 ? "…" : ""}${value.slice(from, to)}${to < value.length ? "…" : ""}`
  }
  if (value === null || typeof value !== "object") return null
  for (const inner of Object.values(value)) {
    const found = excerptOf(inner, text)
    if (found !== null) return found
  }
  return null
}

/** One published version, as a look-up shows it. */
export function placeOf(
  ledger: Ledger,
  { kind, id, revision, fields }: Omit<PublishedPlace, "excerpt">,
  text: string,
): PublishedPlace {
  const versions = (ledger.versions[kind] as Map<string, Version[]>).get(id) ?? []
  const record = versions.find((version) => version.revision === revision)?.record
  return { kind, id, revision, fields, excerpt: excerptOf(record ?? null, text) ?? "" }
}
