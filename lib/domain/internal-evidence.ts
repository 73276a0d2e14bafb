import { z } from "zod"
import { isSecure } from "@/lib/domain/address"
import type { Instant } from "@/lib/domain/date"

/** What the team knows of a commitment and must not publish: who said so and what it means for the judgement. */
export const InternalEvidenceInput = z
  .strictObject({
    commitment: z.string().max(80),
    title: z.string().trim().min(1, "Say what it is.").max(500),
    publisher: z.string().trim().min(1).max(500).nullable().default(null),
    url: z.string().max(2000).refine(isSecure, "Write the whole https address.").nullable().default(null),
    note: z.string().trim().min(1, "Say what it shows.").max(4000),
    copy: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null)
      .describe("SHA-256 of an uploaded copy"),
  })
  .meta({ id: "InternalEvidenceInput" })
export type InternalEvidenceInput = z.input<typeof InternalEvidenceInput>

/** One piece of it as the team sees it. `mayRemove`: whoever added it, and whoever may review. */
export type InternalEvidence = {
  id: string
  commitment: string
  title: string
  publisher: string | null
  url: string | null
  note: string
  copy: { sha256: string; mediaType: string; size: number } | null
  author: string
  addedAt: Instant
  mayRemove: boolean
}
