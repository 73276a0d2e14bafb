import "server-only"
import { createHmac, timingSafeEqual } from "node:crypto"
import { withinLimit } from "@/lib/data/attempts"
import { sha256 } from "@/lib/data/chain"
import { verifyPassword } from "@/lib/data/passwords"
import { secrets } from "@/lib/data/settings"
import { read } from "@/lib/data/write"
import type { Instant } from "@/lib/domain/date"
import type { Role } from "@/lib/domain/policy"
import type { Query } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import type { FreeControl, ShareChart, ShareScreen } from "@/lib/domain/share"
import { type OwnScope, readStored } from "@/lib/domain/share-own"

/** What a link opens, once it has passed the door. */
export type OpenedShare = OwnScope & {
  id: string
  version: number
  /** The role of whoever shared it, for the page to say; never their name. Null for the operator's own. */
  sharedBy: Role | null
  screen: ShareScreen
  point: number | null
  chart: ShareChart | null
  query: Query
  free: FreeControl[]
  frozen: boolean
  /** The digest of the frozen answer when the link was made; null for a live one. */
  digest: string | null
  language: "en" | "ur" | null
  hasPassword: boolean
  downloads: boolean
  sites: string[]
  createdAt: Instant
  expiresAt: Instant | null
}

/** Behind a password nothing is told but that there is one, and in which language to ask for it. */
export type LockedShare = { locked: true; id: string; language: "en" | "ur" | null }
export type Opening = ({ locked: false } & OpenedShare) | LockedShare

/**
 * The only door to a shared view: page, data and images of a link all come through here, on every request. Unknown,
 * malformed, expired, paused and revoked look the same: null. A link with a password is locked until the request
 * carries the proof that unlockShare gave. The database's clock decides about expiry.
 * @throws Refusal `unavailable` if the link's state cannot be read; then nothing is shown.
 */
export async function openShare(token: string, proof: string | null = null): Promise<Opening | null> {
  const row = await found(token)
  if (!row) return null
  if (row.passwordHash !== null && !isProof(proof, row)) return { locked: true, id: row.id, language: row.language }
  const { query, ...own } = readStored(row.query)
  return {
    locked: false,
    id: row.id,
    version: row.version,
    sharedBy: row.role,
    screen: row.screen as ShareScreen,
    point: row.point,
    chart: row.chart,
    query: { ...query, known: row.known ?? query.known },
    ...own,
    free: row.free,
    frozen: row.known !== null,
    digest: row.digest,
    language: row.language,
    hasPassword: row.passwordHash !== null,
    downloads: row.downloads,
    sites: row.sites,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}

/**
 * The proof that somebody knows a link's password, to be sent with later requests; null when it is wrong or the link
 * opens nothing. Attempts count per link, from wherever they come.
 * @throws Refusal `too_many` beyond their limit.
 */
export async function unlockShare(token: string, password: string): Promise<{ id: string; proof: string } | null> {
  const row = await found(token)
  if (!row || row.passwordHash === null) return null
  if (!(await withinLimit("unlock", row.id))) {
    throw new Refusal("too_many", "Too many attempts on this link. Try again later.")
  }
  return (await verifyPassword(row.passwordHash, password)) ? { id: row.id, proof: proofOf(row) } : null
}

type ShareRow = {
  id: string
  version: number
  role: Role | null
  screen: string
  point: number | null
  chart: ShareChart | null
  query: unknown
  free: FreeControl[]
  known: number | null
  digest: string | null
  language: "en" | "ur" | null
  passwordHash: string | null
  passwordNumber: number
  downloads: boolean
  sites: string[]
  createdAt: Date
  expiresAt: Date | null
}

async function found(token: string): Promise<ShareRow | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const rows = await read(
    (tx) => tx.$queryRaw<ShareRow[]>`
      SELECT s.id, s.version, u.role, s.screen, s.point, s.chart, s.query, s.free, s.known, s.digest, s.language,
        s."passwordHash", s."passwordNumber", s.downloads, s.sites, s."createdAt", s."expiresAt"
      FROM "Share" s LEFT JOIN "User" u ON u.id = s."creatorId"
      WHERE s."tokenHash" = ${sha256(token)} AND s."revokedAt" IS NULL AND s."pausedAt" IS NULL
        AND (s."expiresAt" IS NULL OR s."expiresAt" > now())`,
  )
  return rows[0]
}

/** Signed over the link and the number of its password: a new password makes every older proof worthless. */
const proofOf = ({ id, passwordNumber }: Pick<ShareRow, "id" | "passwordNumber">) =>
  createHmac("sha256", secrets().unlockSecret).update(`${id}:${passwordNumber}`).digest("base64url")

function isProof(proof: string | null, row: Pick<ShareRow, "id" | "passwordNumber">): boolean {
  const [given, wanted] = [Buffer.from(proof ?? ""), Buffer.from(proofOf(row))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
