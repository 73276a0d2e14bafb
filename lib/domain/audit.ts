import { z } from "zod"
import { Day, type Instant } from "@/lib/domain/date"

/** One act as the audit keeps it: who (null: the operator at the command line), what, about which thing. */
export type AuditItem = {
  id: string
  at: Instant
  who: { id: string; name: string } | null
  action: string
  /** "proposal:…", "revision:…", "person:…": what it was done to. */
  subject: string
  detail: Record<string, unknown>
}

/** Who the operator at the command line is called in the filter. */
export const OPERATOR = "operator"

/**
 * Which entries of the audit are asked for. `action` is a whole action ("proposal.submit") or its first word
 * ("proposal"); `subject` the beginning of one; the days are days in Pakistan, both included.
 */
export const AuditFilter = z.strictObject({
  who: z.string().max(80).nullable().default(null).describe(`Id of a person, or "${OPERATOR}"`),
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .max(60)
    .nullable()
    .default(null)
    .describe('"proposal" or "proposal.submit"'),
  subject: z.string().trim().max(120).nullable().default(null).describe('Beginning of a subject, as "proposal:"'),
  from: Day.nullable().default(null).describe("First day"),
  to: Day.nullable().default(null).describe("Last day"),
})
export type AuditFilter = z.infer<typeof AuditFilter>

const NAMES = Object.keys(AuditFilter.shape) as (keyof AuditFilter)[]

/** The filter of an address; what is empty or makes no sense is left out. */
export function readAuditFilter(search: URLSearchParams): AuditFilter {
  const given = NAMES.map((name) => {
    const read = AuditFilter.shape[name].safeParse(search.get(name) || null)
    return [name, read.success ? read.data : null]
  })
  return Object.fromEntries(given) as AuditFilter
}

/** The filter as the query part of an address, with whatever else belongs into it. */
export function searchOfAudit(filter: AuditFilter, more: Record<string, string | null> = {}): string {
  const set = Object.entries({ ...filter, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ""
}
