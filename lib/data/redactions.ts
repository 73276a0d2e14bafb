import "server-only"
import { randomUUID } from "node:crypto"
import { digestOf, recordDigest, type StoredEntry } from "@/lib/data/chain"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { clearLeftovers, type Files, filesOf, uncleared } from "@/lib/data/leftovers"
import { publish, type Published } from "@/lib/data/publish"
import { versionsBetween } from "@/lib/data/rows"
import { settings } from "@/lib/data/settings"
import { read, write } from "@/lib/data/write"
import { dayOf } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, assertSecondPerson, personOf, type Team } from "@/lib/domain/policy"
import { keyOf, type Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import {
  assertRedactable,
  excerptOf,
  isFound,
  type LookUp,
  placeOf,
  reasonOf,
  type ReasonClass,
  type Redaction,
  type RedactionInput,
  type Sought,
} from "@/lib/domain/redaction"
import { Refusal } from "@/lib/domain/refusal"

/** Every place where a text stands and every copy that would go, without changing anything. */
export async function lookUp(actor: Actor, sought: Sought): Promise<LookUp> {
  assertCan(actor, "redaction.write")
  const held = await ledger()
  if (sought.text !== null) assertRedactable(sought.text, held)
  return read((tx) => found(tx, held, sought))
}

type Place = { place: string; id: string; revision: number | null; fields: string[] }

async function found(tx: Tx, held: Ledger, { text, copies }: Sought): Promise<LookUp> {
  const places = await tx.$queryRaw<Place[]>`
    SELECT place, id, revision, fields FROM redaction_places(${text ?? ""}, ${copies}::text[])`
  const named = places.filter((each) => each.place === "Copy").map((each) => each.id)
  const kept = await tx.copy.findMany({
    where: { sha256: { in: named } },
    select: { sha256: true, name: true, size: true },
  })
  const hidden = places.filter(({ place }) => kindOf(place) === null && place !== "Revision" && place !== "Copy")
  return {
    records: places.flatMap(({ place, id, revision, fields }) => {
      const kind = kindOf(place)
      return kind ? [placeOf(held, { kind, id, revision: revision!, fields }, text ?? "")] : []
    }),
    reasons: places
      .filter(({ place }) => place === "Revision")
      .map(({ revision }) => ({
        revision: revision!,
        excerpt: excerptOf(held.revisions[revision! - 1]?.reason ?? null, text ?? "") ?? "",
      })),
    copies: kept,
    elsewhere: [...grouped(hidden, ({ place }) => place)].map(([place, all]) => ({ place, count: all.length })),
  }
}

/** The kind whose records a table holds, or null. */
const kindOf = (table: string): Kind | null =>
  KIND_NAMES.find((kind) => kind.toLowerCase() === table.toLowerCase()) ?? null

/**
 * Asks for a removal; a second person decides. Nothing is changed yet.
 * @throws Refusal `invalid` for a text that cannot be taken out, or that stands nowhere.
 */
export async function requestRedaction(actor: Actor, input: RedactionInput): Promise<Redaction> {
  assertCan(actor, "redaction.write")
  const { id: requestedById } = personOf(actor)
  assertFound(await lookUp(actor, input))
  const id = randomUUID()
  const { reasonClass, text, copies, note } = input
  await write(actor, "redaction.write", async (tx) => {
    await tx.redaction.create({ data: { id, reasonClass, text, copies, note, team: settings().team, requestedById } })
    return { value: undefined, audit: audited("redaction.request", id, reasonClass) }
  })
  return findRedaction(actor, id)
}

function assertFound(found: LookUp): void {
  if (isFound(found)) return
  const message = "This stands nowhere in the record."
  throw new Refusal("invalid", message, { text: [message] })
}

/** Takes a request back, by whoever may ask for one. @throws Refusal `not_found`, `conflict` if it is over. */
export async function cancelRedaction(actor: Actor, id: string): Promise<Redaction> {
  await write(actor, "redaction.write", async (tx) => {
    const { reasonClass } = await waiting(tx, id)
    // What is not going to be removed is no reason to keep it a second time.
    await tx.redaction.update({ where: { id }, data: { cancelledAt: new Date(), text: null, note: null } })
    return { value: undefined, audit: audited("redaction.cancel", id, reasonClass) }
  })
  return findRedaction(actor, id)
}

/**
 * Approves a removal and does it at once: the text and the copies are gone from every table, and a revision says in
 * public that something was removed, when, why and from which records. Cannot be undone. `uncleared` are the tables
 * in whose files it may still lie.
 * @throws Refusal `forbidden` for whoever asked for it, `conflict` if it is over, `invalid` if it stands nowhere now.
 */
export async function approveRedaction(actor: Actor, id: string): Promise<Published & { uncleared: string[] }> {
  assertCan(actor, "redaction.write")
  const { id: publisherId } = personOf(actor)
  let files: Files = {}
  const published = await publish(
    actor,
    "redaction.write",
    async (tx, newest) => {
      const row = await waiting(tx, id)
      const team = row.team as Team
      assertSecondPerson(team, row.requestedById, publisherId)
      if (row.text !== null) assertRedactable(row.text, newest)
      assertFound(await found(tx, newest, row))
      await tx.redaction.update({ where: { id }, data: { approvedById: publisherId } })
      const rows = await tx.$queryRaw<Place[]>`SELECT place, id, revision FROM redact(${id})`
      files = await filesOf(tx, [...new Set(["Redaction", ...rows.map(({ place }) => place)])])
      return {
        kind: "redaction",
        reason: reasonOf(row.reasonClass as ReasonClass),
        operations: [],
        removed: await entriesOf(tx, newest, rows),
        noted: { files },
        base: null,
        proposalId: null,
        authorId: row.requestedById,
        publisherId,
        team,
      }
    },
    async (tx, { revision }) => {
      await tx.redaction.update({ where: { id }, data: { revision } })
    },
  )
  return { ...published, uncleared: await clearLeftovers(files) }
}

/** What the removal did, for the chain: one entry for each version and each reason, with the digest of what it left. */
async function entriesOf(tx: Tx, held: Ledger, rows: Place[]): Promise<StoredEntry[]> {
  const facts = snapshot(held, held.newest)
  const entries: StoredEntry[] = []
  for (const kind of KIND_NAMES) {
    const own = rows.filter(({ place }) => kindOf(place) === kind)
    if (own.length === 0) continue
    const names = new Set(own.map(({ id, revision }) => `${id}@${revision}`))
    const ids = [...new Set(own.map(({ id }) => id))]
    for (const { record, revision, withdrawn } of await versionsBetween(tx, kind, 0, held.newest, ids)) {
      if (!names.has(`${record.id}@${revision}`)) continue
      const key = keyOf({ act: "change", kind, record } as Operation, facts)
      const digest = recordDigest("", kind, withdrawn, record)
      entries.push({ kind, id: record.id, key, act: "redact", version: revision, digest })
    }
  }
  const numbers = rows.filter(({ place }) => place === "Revision").map(({ revision }) => revision!)
  const revisions = await tx.revision.findMany({ where: { number: { in: numbers } }, orderBy: { number: "asc" } })
  for (const { number, reasonEn, reasonUr } of revisions) {
    const digest = digestOf("", { en: reasonEn, ur: reasonUr })
    const id = String(number)
    entries.push({ kind: "revision", id, key: `revision/${id}`, act: "redact", version: number, digest })
  }
  return entries
}

/** Every request and what became of it, newest first. */
export async function listRedactions(actor: Actor): Promise<Redaction[]> {
  assertCan(actor, "redaction.write")
  return listed(actor)
}

async function findRedaction(actor: Actor, id: string): Promise<Redaction> {
  const [redaction] = await listed(actor, id)
  if (!redaction) throw missing()
  return redaction
}

async function listed(actor: Actor, id?: string): Promise<Redaction[]> {
  const { id: reader } = personOf(actor)
  return read(async (tx) => {
    const rows = await tx.redaction.findMany({ where: { id }, orderBy: { requestedAt: "desc" } })
    const named = rows.flatMap((row) => [row.requestedById, row.approvedById ?? []].flat())
    const people = await tx.user.findMany({ where: { id: { in: named } }, select: { id: true, name: true } })
    const left = await uncleared(tx)
    const name = (person: string) => people.find((each) => each.id === person)?.name ?? ""
    return rows.map((row) => {
      const ended = row.doneAt ?? row.cancelledAt
      return {
        id: row.id,
        reasonClass: row.reasonClass as ReasonClass,
        text: row.text,
        copies: row.copies,
        note: row.note,
        state: row.doneAt ? "done" : row.cancelledAt ? "cancelled" : "waiting",
        requestedBy: name(row.requestedById),
        mine: row.requestedById === reader,
        requestedAt: row.requestedAt.toISOString(),
        approvedBy: row.approvedById === null ? null : name(row.approvedById),
        endedOn: ended && dayOf(ended.toISOString()),
        revision: row.revision,
        uncleared: (row.revision !== null && left.get(row.revision)) || [],
      } satisfies Redaction
    })
  })
}

/** The row of a request nobody has decided, locked until the transaction ends. */
async function waiting(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM "Redaction" WHERE id = ${id} FOR UPDATE`
  const row = await tx.redaction.findUnique({ where: { id } })
  if (!row) throw missing()
  if (row.doneAt || row.cancelledAt) throw new Refusal("conflict", "This request is over already.")
  return row
}

const missing = () => new Refusal("not_found", "There is no such request.")
const audited = (action: string, id: string, reasonClass: string) => ({
  action,
  subject: `redaction:${id}`,
  detail: { reasonClass },
})
