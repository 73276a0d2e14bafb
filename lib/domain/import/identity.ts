import { canonical } from "@/lib/domain/canonical"
import type { Kind } from "@/lib/domain/records"

/** The SHA-256 of a text in hex; handed in, since the domain itself computes nothing with keys. */
export type Hash = (text: string) => string

/** What a record says apart from its name: two records that say the same are the same row imported twice. */
export function contentOf(record: object): string {
  return canonical(Object.fromEntries(Object.entries(record).filter(([name]) => name !== "id")))
}

/** The id of a new row that came without one: always the same for the same content. */
export function idFor(kind: Kind, record: Record<string, unknown>, hash: Hash): string {
  const mark = hash(`${kind}:${contentOf(record)}`).slice(0, 16)
  const stem = kind === "assessment" ? `${String(record.commitment)}-${String(record.lane)}` : kind
  return `${stem.slice(0, 60)}-${mark}`
}
