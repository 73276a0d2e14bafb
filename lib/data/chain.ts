import "server-only"
import { createHash, randomBytes } from "node:crypto"
import { canonical } from "@/lib/domain/canonical"
import type { Instant } from "@/lib/domain/date"
import type { Entry, RevisionKind } from "@/lib/domain/ledger"
import { type Kind, LATE_FIELDS } from "@/lib/domain/records"

/** What a revision's hash covers. Content enters only as salted digests, so that it can be blanked by law and the chain hold. */
export type Link = {
  number: number
  publishedAt: Instant
  kind: RevisionKind
  team: string
  reasonDigest: string
  entries: StoredEntry[]
}

/**
 * An entry as stored with its revision: what was touched, and the digest of the version it published. A removal by law
 * publishes none; its entries name the version, or the revision's reason, that it rewrote, and the digest (without
 * salt, for nothing in it is secret) of what it left.
 */
export type StoredEntry = Omit<Entry, "kind"> & { kind: Kind | "revision"; digest: string; version?: number }

/** The hash before the first revision. */
export const GENESIS = "0".repeat(64)

export const newSalt = () => randomBytes(16).toString("hex")

/** Salted SHA-256 of a plain value's canonical text, in hex. */
export const digestOf = (salt: string, value: unknown) => sha256(`${salt}:${canonical(value)}`)

/** The digest of one version of a record. A late field that says nothing is left out (see LATE_FIELDS). */
export function recordDigest(salt: string, kind: Kind, withdrawn: boolean, record: object): string {
  const late = (LATE_FIELDS[kind] ?? []) as string[]
  const said = Object.fromEntries(
    Object.entries(record).filter(([name, value]) => value !== null || !late.includes(name)),
  )
  return digestOf(salt, { kind, withdrawn, record: said })
}

/** SHA-256 of the previous hash and this revision's canonical text, in hex. */
export const hashOf = (previousHash: string, link: Link) => sha256(`${previousHash}\n${canonical(link)}`)

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
