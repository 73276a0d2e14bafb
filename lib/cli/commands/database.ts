import { closeDb } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { personByEmail } from "@/lib/data/people"
import { type OpenDatabase, openDatabase } from "@/lib/data/postgres/open"
import type { Ledger } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

/** Does some work with the database of this installation, whether its server runs or not, and leaves it as it was. */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await work(database)
  } finally {
    await closeDb()
    await database.stop()
  }
}

/** The person in whose name a command acts, with their own rights. @throws Refusal `not_found`, `forbidden`. */
export async function actingPerson(email: string): Promise<Extract<Actor, { kind: "person" }>> {
  const { id, role, remit, secondFactor, disabled } = await personByEmail(email)
  if (disabled) throw new Refusal("forbidden", "This person has been disabled.")
  return { kind: "person", id, role, remit, secondFactor }
}

/** The record. @throws Refusal `unavailable` with the way out when nothing was ever published here. */
export async function publishedLedger(): Promise<Ledger> {
  try {
    return await ledger()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "unavailable") throw error
    throw new Refusal("unavailable", "Nothing has been published here yet. Start the site once: npm run up")
  }
}
