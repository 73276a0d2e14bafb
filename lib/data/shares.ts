import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { read, write } from "@/lib/data/write"
import type { Instant } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, can, personOf, type Role, SYSTEM } from "@/lib/domain/policy"
import { Query } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { type Share, ShareInput, type SharePatch, type ShareScreen, type ShareState } from "@/lib/domain/share"

/** What a link opens, once it has passed the door. */
export type OpenedShare = {
  id: string
  version: number
  /** The role of whoever shared it, for the page to say; never their name. Null for the operator's own. */
  sharedBy: Role | null
  screen: ShareScreen
  point: number | null
  query: Query
  frozen: boolean
  createdAt: Instant
  expiresAt: Instant | null
}

/**
 * The only door to a shared view: page, data and images of a link all come through here, on every request. Unknown,
 * malformed, expired, paused and revoked look the same: null. The database's clock decides about expiry.
 * @throws Refusal `unavailable` if the link's state cannot be read; then nothing is shown.
 */
export async function openShare(token: string): Promise<OpenedShare | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const rows = await read(
    (tx) => tx.$queryRaw<ShareRow[]>`
      SELECT s.id, s.version, u.role, s.screen, s.point, s.query, s.known, s."createdAt", s."expiresAt"
      FROM "Share" s LEFT JOIN "User" u ON u.id = s."creatorId"
      WHERE s."tokenHash" = ${sha256(token)} AND s."revokedAt" IS NULL AND s."pausedAt" IS NULL
        AND (s."expiresAt" IS NULL OR s."expiresAt" > now())`,
  )
  const row = rows[0]
  if (!row) return null
  const query = Query.parse(row.query)
  return {
    id: row.id,
    version: row.version,
    sharedBy: row.role,
    screen: row.screen as ShareScreen,
    point: row.point,
    query: { ...query, known: row.known ?? query.known },
    frozen: row.known !== null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
type ShareRow = {
  id: string
  version: number
  role: Role | null
  screen: string
  point: number | null
  query: unknown
  known: number | null
  createdAt: Date
  expiresAt: Date | null
}

/**
 * Makes a link. The token (32 random bytes) is returned this once; only its hash is kept.
 * @throws Refusal `invalid` for a scope that does not exist, `forbidden` for "never expires" by others than admins.
 */
export async function createShare(
  actor: Actor,
  input: ShareInput,
  ownerId?: string,
): Promise<{ share: Share; token: string }> {
  assertCan(actor, "share.write")
  const creatorId = ownerId ?? (actor.kind === "person" ? actor.id : null)
  if (input.expiresInDays === null && !can(actor, "share.manage-any")) {
    throw new Refusal("forbidden", "Only an admin may make a link that never expires.", {
      expiresInDays: ["Choose a day."],
    })
  }
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  assertScope(input, facts, held.newest)
  const known = input.frozen ? (input.query.known ?? held.newest) : null
  const token = randomBytes(32).toString("base64url")
  const id = randomUUID()
  const { label, screen, point, query, expiresInDays } = input
  const share = await write(actor, "share.write", async (tx) => {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
    const expiresAt = expiresInDays === null ? null : new Date(clock!.now.getTime() + expiresInDays * 86_400_000)
    const row = await tx.share.create({
      data: { id, tokenHash: sha256(token), label, screen, point, query, known, creatorId, expiresAt },
    })
    const [value] = await shown(tx, [row], actor)
    return {
      value: value!,
      audit: { action: "share.create", subject: `share:${id}`, detail: { screen, frozen: input.frozen } },
    }
  })
  return { share, token }
}

function assertScope(input: ShareInput, facts: ReturnType<typeof snapshot>, newest: number): void {
  const { query, point } = input
  const fields: Record<string, string[]> = {}
  const points = [...facts.records.point.values()].filter((it) => it.plan === query.plan).map((it) => it.number)
  if (!facts.records.plan.has(query.plan)) fields["query.plan"] = ["There is no such plan."]
  if (query.region !== null && !facts.records.region.has(query.region))
    fields["query.region"] = ["There is no such region."]
  if (query.known !== null && query.known > newest) fields["query.known"] = ["There is no such revision."]
  if ([...(query.points ?? []), ...(point === null ? [] : [point])].some((number) => !points.includes(number))) {
    fields["query.points"] = ["There is no such point."]
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "This view does not exist.", fields)
}

/** One's own links, or everybody's for an admin; newest first. */
export async function listShares(actor: Actor): Promise<Share[]> {
  assertCan(actor, "share.write")
  const everyone = can(actor, "share.manage-any")
  return read(async (tx) => {
    const where = everyone ? {} : { creatorId: personOf(actor).id }
    return shown(tx, await tx.share.findMany({ where, orderBy: { createdAt: "desc" }, take: 500 }), actor)
  })
}

/** Renames, pauses, resumes or shortens a link; its scope never changes. @throws Refusal `not_found`, `conflict`, `invalid`. */
export async function changeShare(actor: Actor, id: string, patch: SharePatch): Promise<Share> {
  return write(actor, "share.write", async (tx) => {
    const before = await owned(tx, actor, id)
    const expiresAt = patch.expiresOn === undefined ? undefined : new Date(`${patch.expiresOn}T00:00:00Z`)
    if (expiresAt && before.expiresAt && expiresAt > before.expiresAt) {
      throw new Refusal("invalid", "A link can be shortened, not prolonged.", { expiresOn: ["Choose an earlier day."] })
    }
    const { count } = await tx.share.updateMany({
      where: { id, version: patch.version, revokedAt: null },
      data: {
        label: patch.label,
        pausedAt: patch.paused === undefined ? undefined : patch.paused ? new Date() : null,
        expiresAt,
        version: { increment: 1 },
      },
    })
    if (count === 0)
      throw new Refusal("conflict", "The link has changed since you opened it.", {}, { version: before.version })
    const [value] = await shown(tx, [await owned(tx, actor, id)], actor)
    return {
      value: value!,
      audit: { action: "share.change", subject: `share:${id}`, detail: { paused: patch.paused ?? null } },
    }
  })
}

/** Ends a link for good, from the next request on. */
export async function revokeShare(actor: Actor, id: string): Promise<void> {
  await write(actor, "share.write", async (tx) => {
    const { revokedAt } = await owned(tx, actor, id)
    if (!revokedAt) await tx.share.update({ where: { id }, data: { revokedAt: new Date(), version: { increment: 1 } } })
    return { value: undefined, audit: { action: "share.revoke", subject: `share:${id}`, detail: {} } }
  })
}

async function owned(tx: Tx, actor: Actor, id: string) {
  const row = await tx.share.findUnique({ where: { id } })
  const allowed = can(actor, "share.manage-any") || (actor.kind === "person" && row?.creatorId === actor.id)
  if (!row || !allowed) throw new Refusal("not_found", "There is no such link.")
  return row
}

type StoredShare = Awaited<ReturnType<Tx["share"]["findMany"]>>[number]

async function shown(tx: Tx, rows: StoredShare[], actor: Actor): Promise<Share[]> {
  const ids = rows.flatMap((row) => (row.creatorId === null ? [] : [row.creatorId]))
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    label: row.label,
    screen: row.screen as ShareScreen,
    point: row.point,
    query: Query.parse(row.query),
    known: row.known,
    state: stateOf(row, clock!.now),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    mine: actor.kind === "person" && row.creatorId === actor.id,
    creator: people.find((person) => person.id === row.creatorId)?.name ?? "",
  }))
}

function stateOf(row: Pick<StoredShare, "revokedAt" | "pausedAt" | "expiresAt">, now: Date): ShareState {
  if (row.revokedAt) return "revoked"
  if (row.expiresAt && row.expiresAt <= now) return "expired"
  return row.pausedAt ? "paused" : "active"
}

/** A live link to the overview for the first start to print, as a path; null when links exist already. */
export async function exampleShare(): Promise<string | null> {
  const made = await read((tx) => tx.share.count())
  if (made > 0) return null
  const input = ShareInput.parse({ label: "Example", query: {} })
  const { token } = await createShare(SYSTEM, input)
  return `/s/${token}`
}
