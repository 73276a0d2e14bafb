import "server-only"
import type { Client } from "pg"
import { withClient } from "@/lib/data/postgres/open"
import { Refusal } from "@/lib/domain/refusal"
import { SPELLING } from "./catalog"
import type { Header } from "./format"

/** Which people stay as they were, and the database in which to look up what has been closed since, where there is one. */
export type Kept = { enable: string[]; endedIn: string | null }

/**
 * What a restore ended, in numbers. `peopleKept`: the addresses that can still sign in. `removals`: removals by law that
 * were done after the backup, so that what they took out is here again; null when nobody could say.
 */
export type Ended = {
  sessions: number
  tokens: number
  invitations: number
  verifications: number
  linksPaused: number
  linksRevoked: number
  linksKept: number
  peopleDisabled: number
  peopleKept: string[]
  removals: number | null
}

/** A row as its columns spell it. */
type Row = Record<string, unknown> & { id: string }
type There = { links: Map<string, Row>; people: Map<string, Row>; removals: string[] }

/**
 * Ends what a backup would revive: it knows nothing of what was closed after it. Sessions, keys, invitations and
 * unlocked passwords end in any case. Links are paused and people disabled unless they are named, or the replaced
 * database shows that nothing about them has changed. One entry of the audit says all of it.
 * @throws Refusal `invalid` where no administrator could sign in, or somebody named who may not.
 */
export async function endDoors(client: Client, header: Header, { enable, endedIn }: Kept): Promise<Ended> {
  const there = endedIn === null ? null : await lookInto(endedIn)
  const count = async (statement: string) => (await client.query(statement)).rowCount ?? 0
  const sessions = await count(`DELETE FROM "Session"`)
  const verifications = await count(`DELETE FROM "Verification"`)
  const tokens = await count(`UPDATE "Token" SET "revokedAt" = now() WHERE "revokedAt" IS NULL`)
  const invitations = await count(
    `UPDATE "Invitation" SET "revokedAt" = now() WHERE "revokedAt" IS NULL AND "usedAt" IS NULL AND "expiresAt" > now()`,
  )
  // Not the next number: that may have been given out after the backup, and whoever unlocked then could come in again.
  await client.query(`UPDATE "Share" SET "passwordNumber" = "passwordNumber" + 1000 + floor(random() * 1e6)::int`)
  const links = await endLinks(client, there)
  const people = await endPeople(
    client,
    there,
    enable.map((email) => email.toLowerCase()),
  )
  const removals = there && (await removalsMissing(client, there))
  const ended: Ended = { sessions, tokens, invitations, verifications, ...links, ...people, removals }
  // Not write(): that is another connection, and this entry is to stand or fall with what is restored here.
  await client.query(
    `INSERT INTO "AuditEntry" ("actorId", action, subject, detail) VALUES (NULL, 'backup.restore', $1, $2)`,
    [`revision:${header.revision}`, auditOf(header, ended, endedIn !== null)],
  )
  return ended
}

const auditOf = ({ createdAt, head }: Header, { peopleKept, ...ended }: Ended, compared: boolean) =>
  JSON.stringify({ backupOf: createdAt, head, compared, ...ended, peopleKept: peopleKept.length })

/** What may have been changed on a link or a person to keep somebody out. */
const LINK_DOORS = ["tokenHash", "passwordHash", "pausedAt", "expiresAt", "sites", "downloads"]
const PERSON_DOORS = ["email", "role", "remit", "password", "totpSecret", "totpEnabledAt"]

const changed = (doors: string[], here: Row, there: Row) =>
  doors.some((name) => JSON.stringify(here[name] ?? null) !== JSON.stringify(there[name] ?? null))

/** Whole rows, because the replaced database may be of another version and lack a column. */
async function rowsOf(client: Client, table: string, where = "true"): Promise<Map<string, Row>> {
  const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE ${where}`)
  return new Map(rows.map(({ row }) => [row.id, row]))
}

async function peopleOf(client: Client): Promise<Map<string, Row>> {
  const people = await rowsOf(client, "User")
  for (const { userId, password } of (await rowsOf(client, "Account", `"providerId" = 'credential'`)).values()) {
    const person = people.get(String(userId))
    if (person) person.password = password
  }
  return people
}

const removalsOf = async (client: Client) => [...(await rowsOf(client, "Redaction", `"doneAt" IS NOT NULL`)).keys()]

async function lookInto(url: string): Promise<There> {
  let found: There | undefined
  await withClient(url, async (client) => {
    await client.query(SPELLING)
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    const [links, people] = [await rowsOf(client, "Share"), await peopleOf(client)]
    found = { links, people, removals: await removalsOf(client) }
  })
  return found!
}

async function removalsMissing(client: Client, there: There): Promise<number> {
  const done = await removalsOf(client)
  return there.removals.filter((id) => !done.includes(id)).length
}

async function endLinks(client: Client, there: There | null) {
  const living = `"revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`
  const [paused, revoked, kept]: [string[], string[], string[]] = [[], [], []]
  for (const link of (await rowsOf(client, "Share", living)).values()) {
    const now = there?.links.get(link.id)
    if (now?.revokedAt) revoked.push(link.id)
    else if (link.pausedAt === null) (!now || changed(LINK_DOORS, link, now) ? paused : kept).push(link.id)
  }
  return {
    linksRevoked: await ending(client, `"Share" SET "revokedAt" = now(), version = version + 1`, revoked),
    linksPaused: await ending(client, `"Share" SET "pausedAt" = now(), version = version + 1`, paused),
    linksKept: kept.length,
  }
}

async function endPeople(client: Client, there: There | null, enable: string[]) {
  const people = [...(await peopleOf(client)).values()]
  const named = (person: Row) => enable.includes(String(person.email))
  for (const email of enable) {
    const person = people.find((it) => it.email === email)
    if (!person) throw new Refusal("invalid", `There is nobody with the address ${email} in this backup.`)
    if (person.disabledAt || there?.people.get(person.id)?.disabledAt) {
      throw new Refusal("invalid", `${email} was disabled. Let them in after the restore: nap user enable.`)
    }
  }
  const disabled = people.filter((person) => {
    const now = there?.people.get(person.id)
    if (person.disabledAt || named(person)) return false
    return !now || Boolean(now.disabledAt) || changed(PERSON_DOORS, person, now)
  })
  const kept = people.filter((person) => !person.disabledAt && !disabled.includes(person))
  if (people.length > 0 && !kept.some(({ role }) => role === "admin")) {
    const admins = people.filter(({ role, disabledAt }) => role === "admin" && !disabledAt).map(({ email }) => email)
    const message = `No administrator could sign in afterwards. Name one with --enable EMAIL: ${admins.join(", ")}.`
    throw new Refusal("invalid", message)
  }
  const ids = disabled.map(({ id }) => id)
  const peopleDisabled = await ending(client, `"User" SET "disabledAt" = now()`, ids)
  for (const person of kept) await forgetUsedCodes(client, person, there?.people.get(person.id))
  return { peopleDisabled, peopleKept: kept.map(({ email }) => String(email)) }
}

/** A recovery code is good once, and so is one of the second factor, whichever database saw it used. */
async function forgetUsedCodes(client: Client, person: Row, now: Row | undefined): Promise<void> {
  if (!now) return
  const left = (now.recoveryCodes ?? []) as string[]
  const codes = (person.recoveryCodes as string[]).filter((code) => left.includes(code))
  await client.query(
    `UPDATE "User" SET "recoveryCodes" = $2, "totpLastStep" = greatest("totpLastStep", $3) WHERE id = $1`,
    [person.id, codes, now.totpLastStep ?? null],
  )
}

async function ending(client: Client, update: string, ids: string[]): Promise<number> {
  return (await client.query(`UPDATE ${update} WHERE id = ANY ($1)`, [ids])).rowCount ?? 0
}
