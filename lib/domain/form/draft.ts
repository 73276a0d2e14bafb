import { z } from "zod"
import type { Instant } from "@/lib/domain/date"
import { Change, MOST_OPERATIONS, Operation } from "@/lib/domain/proposal"

/** What a form keeps on the server while somebody writes: theirs alone, never published, shown to nobody else. */
export type KeptDraft = {
  id: string
  version: number
  /** Which form it belongs to and what it is about: "assessment:nap2014-05.b:finding", "records", "proposal:…". */
  form: string
  title: string
  createdAt: Instant
  updatedAt: Instant
}

/** The most characters of one draft's content as JSON. */
export const LONGEST_DRAFT = 60_000
/** The most drafts one person keeps at once. */
export const MOST_DRAFTS = 200

const title = z.string().trim().max(300)
const content = z
  .looseObject({})
  .refine((value) => lengthOf(value) <= LONGEST_DRAFT, "At most 60,000 characters.")
  .describe("Whatever the form keeps")

/** Nesting without end is no form's, and too long in any case. */
function lengthOf(value: object): number {
  try {
    return JSON.stringify(value).length
  } catch {
    return Infinity
  }
}

export const DraftInput = z
  .strictObject({
    form: z.string().regex(/^[a-z]+(:[\w.>-]{1,80}){0,3}$/, "Name the form."),
    title: title.default(""),
    content,
  })
  .meta({ id: "DraftInput" })
export type DraftInput = z.infer<typeof DraftInput>

/** `version` is the one the writer saw. */
export const DraftPatch = z
  .strictObject({ version: z.int().positive(), title: title.optional(), content: content.optional() })
  .meta({ id: "DraftPatch" })
export type DraftPatch = z.infer<typeof DraftPatch>

/**
 * A proposal's steps anew: a number stands for the step at that place (from 0) of the version the author saw, so that
 * one step of two thousand can be changed without sending the others.
 */
export const StepsInput = z
  .strictObject({
    version: z.int().positive(),
    change: Change,
    base: z.int().positive().optional(),
    reasonEn: z.string().trim().min(1, "Say why, for readers.").max(1000),
    reasonUr: z.string().trim().max(1000).nullable(),
    note: z.string().trim().max(4000).nullable(),
    steps: z.array(z.union([z.int().min(0).max(MOST_OPERATIONS), Operation])).min(1, "Propose at least one change.").max(MOST_OPERATIONS), // prettier-ignore
  })
  .meta({ id: "StepsInput" })
export type StepsInput = z.infer<typeof StepsInput>
