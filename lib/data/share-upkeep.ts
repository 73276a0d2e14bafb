import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import { databaseTime, type Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { hashPassword, madeUpPassphrase } from "@/lib/data/passwords"
import { countsOf, keepVisits } from "@/lib/data/share-counts"
import { read, write } from "@/lib/data/write"
import { canonical } from "@/lib/domain/canonical"
import { type Day, dayOf, endOfDay } from "@/lib/domain/date"
import { type Actor, assertCan, can, personOf, SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import {
  type FreeControl,
  type Share,
  type ShareChart,
  ShareInput,
  type SharePatch,
  type ShareScreen,
  type ShareState,
} from "@/lib/domain/share"
import { readStored, storedOf } from "@/lib/domain/share-own"
import { assertScope } from "@/lib/domain/share-scope"
import { sharedAnswer } from "@/lib/domain/views/shared"

/** A link with what is told this once: its token, and a password that was made for it. */
export type MadeShare = { share: Share; token: string; password: string | null }

/**
 * Makes a link. The token (32 random bytes) is returned this once; only its hash is kept, and of a password likewise.
 * Failing to set the password means no link.
 * @throws Refusal `invalid` for a scope that does not exist, `forbidden` for "never expires" by others than admins.
 */
export async function createShare(actor: Actor, input: ShareInput, ownerId?: string): Promise<MadeShare> {
  assertCan(actor, "share.write")
  const creatorId = ownerId ?? (actor.kind === "person" ? actor.id : null)
  if (input.expiresInDays === null && !can(actor, "share.manage-any")) {
    throw new Refusal("forbidden", "Only an admin may make a link that never expires.", {
      expiresInDays: ["Choose a day."],
    })
  }
  const held = await ledger()
  const known = input.frozen ? (input.query.known ?? held.newest) : null
  const asked = known ?? input.query.known ?? held.newest
  assertScope(held, input, Math.min(asked, held.newest), new Date().toISOString())
  const token = newToken()
  const id = randomUUID()
  const { label, screen, point, chart, query, free, language, downloads, sites, expiresInDays } = input
  const { comparison, panels } = input
  const { password, passwordHash } = await passwordFor(input.password)
  const share = await write(actor, "share.write", async (tx) => {
    const now = await databaseTime(tx)
    const expiresAt = expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * 86_400_000)
    const own = { comparison, panels }
    const frozen = known !== null
    const scope = { screen, point, query: { ...query, known }, ...own, frozen, createdAt: now.toISOString() }
    const answer = known === null ? null : sharedAnswer(held, scope, scope.createdAt)
    const row = await tx.share.create({
      data: {
        ...{
          id,
          tokenHash: sha256(token),
          label,
          screen,
          point,
          chart,
          query: storedOf(query, own),
          free,
          known,
          language,
          downloads,
          sites,
        },
        ...{ passwordHash, passwordNumber: passwordHash === null ? 0 : 1, creatorId, createdAt: now, expiresAt },
        digest: answer && sha256(canonical(answer)),
      },
    })
    const [value] = await shown(tx, [row], actor)
    const detail = { screen, chart, frozen: input.frozen, password: passwordHash !== null, sites: sites.length }
    return { value: value!, audit: { action: "share.create", subject: `share:${id}`, detail } }
  })
  return { share, token, password }
}

const newToken = () => randomBytes(32).toString("base64url")

async function passwordFor(asked: ShareInput["password"]) {
  const password = asked === true ? madeUpPassphrase() : null
  const chosen = password ?? asked
  return { password, passwordHash: typeof chosen === "string" ? await hashPassword(chosen) : null }
}

/**
 * One's own links, or everybody's for an admin, newest first: `limit` of them after `cursor` (a link's id). `next` is
 * the cursor of the following page, null on the last.
 * @throws Refusal `invalid` for a cursor that is none.
 */
export async function pageOfShares(
  actor: Actor,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<{ items: Share[]; next: string | null }> {
  assertCan(actor, "share.write")
  // Whoever looks at the list has often just tried a link; if the counts cannot be kept now, they are later.
  if (cursor === null) await keepVisits().catch(() => {})
  return read(async (tx) => {
    const where = { creatorId: listedFor(actor) ?? undefined }
    if (cursor !== null && !(await tx.share.findFirst({ where: { ...where, id: cursor }, select: { id: true } }))) {
      throw new Refusal("invalid", "There is no such place in the list.", { cursor: ["There is no such place."] })
    }
    const rows = await tx.share.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(cursor !== null && { cursor: { id: cursor }, skip: 1 }),
    })
    const items = await shown(tx, rows.slice(0, limit), actor)
    return { items, next: rows.length > limit ? items.at(-1)!.id : null }
  })
}

/** All of one's own links, or everybody's for an admin; newest first. */
export async function listShares(actor: Actor): Promise<Share[]> {
  const all: Share[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageOfShares>> = await pageOfShares(actor, { limit: 500, cursor })
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return all
}

/** How many links such a list has, how many of them are active, and how many people made them. */
export async function countShares(actor: Actor): Promise<{ all: number; active: number; makers: number }> {
  assertCan(actor, "share.write")
  const where = { creatorId: listedFor(actor) ?? undefined }
  return read(async (tx) => {
    const now = await databaseTime(tx)
    const open = { revokedAt: null, pausedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
    const byMaker = await tx.share.groupBy({ by: ["creatorId"], where, _count: true })
    return {
      all: byMaker.reduce((sum, { _count }) => sum + _count, 0),
      active: await tx.share.count({ where: { ...where, ...open } }),
      makers: byMaker.length,
    }
  })
}

/** Whose links somebody is shown; null for everybody's. */
const listedFor = (actor: Actor) => (can(actor, "share.manage-any") ? null : personOf(actor).id)

/**
 * Renames, pauses, resumes or shortens a link, changes its password, downloads or embedding sites; never its scope.
 * `password` in the answer is one made for it, told this once.
 * @throws Refusal `not_found`, `conflict`, `invalid`.
 */
export async function changeShare(
  actor: Actor,
  id: string,
  patch: SharePatch,
): Promise<Share & { password: string | null }> {
  assertCan(actor, "share.write")
  const { password, passwordHash } = await passwordFor(patch.password ?? null)
  const share = await write(actor, "share.write", async (tx) => {
    const before = await owned(tx, actor, id)
    const expiresAt = patch.expiresOn === undefined ? undefined : shortened(before.expiresAt, patch.expiresOn)
    await changed(tx, before, patch.version, {
      label: patch.label,
      pausedAt: patch.paused === undefined ? undefined : patch.paused ? new Date() : null,
      expiresAt,
      downloads: patch.downloads,
      sites: patch.sites,
      ...(patch.password !== undefined && { passwordHash, passwordNumber: { increment: 1 } }),
    })
    const [value] = await shown(tx, [await owned(tx, actor, id)], actor)
    const { version: _, password: given, ...rest } = patch
    const detail = {
      fields: [...Object.keys(rest), ...(given === undefined ? [] : ["password"])],
      paused: patch.paused ?? null,
    }
    return { value: value!, audit: { action: "share.change", subject: `share:${id}`, detail } }
  })
  return { ...share, password }
}

/** Gives a link a new address; the old one opens nothing from the next request on. The token is told this once. */
export async function replaceAddress(
  actor: Actor,
  id: string,
  version: number,
): Promise<{ share: Share; token: string }> {
  const token = newToken()
  const share = await write(actor, "share.write", async (tx) => {
    await changed(tx, await owned(tx, actor, id), version, { tokenHash: sha256(token) })
    const [value] = await shown(tx, [await owned(tx, actor, id)], actor)
    return { value: value!, audit: { action: "share.replace-address", subject: `share:${id}`, detail: {} } }
  })
  return { share, token }
}

/** Ends a link for good, from the next request on. */
export async function revokeShare(actor: Actor, id: string): Promise<void> {
  await write(actor, "share.write", async (tx) => {
    const { revokedAt } = await owned(tx, actor, id)
    if (!revokedAt) await tx.share.update({ where: { id }, data: { revokedAt: new Date(), version: { increment: 1 } } })
    return { value: undefined, audit: { action: "share.revoke", subject: `share:${id}`, detail: {} } }
  })
}

/** Ends every link that a person made; answers how many. For admins, and for whoever wants their own gone. */
export async function revokeAllOf(actor: Actor, creatorId: string): Promise<number> {
  return write(actor, "share.write", async (tx) => {
    if (!can(actor, "share.manage-any") && personOf(actor).id !== creatorId) {
      throw new Refusal("not_found", "There is no such person.")
    }
    const { count } = await tx.share.updateMany({
      where: { creatorId, revokedAt: null },
      data: { revokedAt: new Date(), version: { increment: 1 } },
    })
    return { value: count, audit: { action: "share.revoke-all", subject: `person:${creatorId}`, detail: { count } } }
  })
}

/** Whether an answer with this digest was ever frozen here. Tells nothing of the link, which may be gone. */
export async function lookUpDigest(digest: string) {
  const found = /^[0-9a-f]{64}$/.test(digest)
    ? await read((tx) => tx.share.findFirst({ where: { digest }, orderBy: { createdAt: "asc" } }))
    : null
  const frozenOn = found && dayOf(found.createdAt.toISOString())
  return { digest, known: found !== null, revision: found?.known ?? null, frozenOn }
}

/** The end of the link's new last day; on the day it ends anyway, its own end. @throws Refusal `invalid` for a later day. */
function shortened(ends: Date | null, lastDay: Day): Date {
  if (ends === null || lastDay < dayOf(ends.toISOString())) return endOfDay(lastDay)
  if (lastDay === dayOf(ends.toISOString())) return ends
  throw new Refusal("invalid", "A link can be shortened, not prolonged.", { expiresOn: ["Choose an earlier day."] })
}

type StoredShare = Awaited<ReturnType<Tx["share"]["findMany"]>>[number]
type Changes = Parameters<Tx["share"]["updateMany"]>[0]["data"]

async function changed(tx: Tx, before: StoredShare, version: number, data: Changes): Promise<void> {
  const { count } = await tx.share.updateMany({
    where: { id: before.id, version, revokedAt: null },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 1) return
  throw new Refusal("conflict", "The link has changed since you opened it.", {}, { version: before.version })
}

async function owned(tx: Tx, actor: Actor, id: string): Promise<StoredShare> {
  const row = await tx.share.findUnique({ where: { id } })
  const allowed = can(actor, "share.manage-any") || (actor.kind === "person" && row?.creatorId === actor.id)
  if (!row || !allowed) throw new Refusal("not_found", "There is no such link.")
  return row
}

async function shown(tx: Tx, rows: StoredShare[], actor: Actor): Promise<Share[]> {
  const ids = rows.flatMap((row) => (row.creatorId === null ? [] : [row.creatorId]))
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const now = await databaseTime(tx)
  const counts = await countsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    label: row.label,
    screen: row.screen as ShareScreen,
    point: row.point,
    chart: row.chart as ShareChart | null,
    ...readStored(row.query),
    free: row.free as FreeControl[],
    known: row.known,
    language: row.language as Share["language"],
    hasPassword: row.passwordHash !== null,
    downloads: row.downloads,
    sites: row.sites,
    state: stateOf(row, now),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    ...counts(row.id),
    mine: actor.kind === "person" && row.creatorId === actor.id,
    creatorId: row.creatorId,
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
