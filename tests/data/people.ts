import { randomUUID } from "node:crypto"
import { db } from "@/lib/data/db"
import type { Actor, Role } from "@/lib/domain/policy"

export type PersonActor = Extract<Actor, { kind: "person" }>

/** Somebody of this role, in the database, without a password: enough to act, and quick to make. */
export async function person(role: Role, name = `A ${role}`): Promise<PersonActor> {
  const id = randomUUID()
  await db().user.create({ data: { id, email: `${role}-${id}@nap.test`, name, role, emailVerified: true } })
  return { kind: "person", id, role }
}

/** Where they sign in. */
export const emailOf = async ({ id }: PersonActor) => (await db().user.findUniqueOrThrow({ where: { id } })).email

/** The people of a usual team: two who write, two who decide, one who looks, one who rules. */
export async function team() {
  const [analyst, editor, otherEditor, reviewer, otherReviewer, admin] = await Promise.all([
    person("analyst"),
    person("editor"),
    person("editor", "Another editor"),
    person("reviewer"),
    person("reviewer", "Another reviewer"),
    person("admin"),
  ])
  return { analyst, editor, otherEditor, reviewer, otherReviewer, admin }
}
