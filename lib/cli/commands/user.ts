import { text } from "node:stream/consumers"
import type { z } from "zod"
import { invite, type MadeInvitation, makeReset } from "@/lib/data/invitations"
import { addPerson, changePerson, disablePerson, listPeople, personByEmail } from "@/lib/data/people"
import { settings } from "@/lib/data/settings"
import { INVITATION_DAYS, InvitationInput, type Person, PersonInput, type PersonPatch } from "@/lib/domain/account"
import { Remit, Role, SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { answer, facts, minute, table } from "./answer"
import { actionsOf, type Given, needed, optional, UsageError } from "./arguments"
import { publishedLedger, withDatabase } from "./database"

const email = { email: { type: "string" } } as const
const limits = { plans: { type: "string" }, tracks: { type: "string" } } as const

/** `nap user …`: the people who can sign in. */
export const run = actionsOf("user", {
  add: {
    usage: "--email E --name N --role ROLE [--password-stdin]",
    flags: { ...email, name: { type: "string" }, role: { type: "string" }, "password-stdin": { type: "boolean" } },
    run: add,
  },
  invite: {
    usage: "--email E --name N --role ROLE [--plans P,…|all] [--tracks T,…|all]",
    flags: { ...email, ...limits, name: { type: "string" }, role: { type: "string" } },
    run: inviteOne,
  },
  list: { usage: "", flags: {}, run: list },
  role: { usage: "--email E --role ROLE", flags: { ...email, role: { type: "string" } }, run: role },
  remit: { usage: "--email E [--plans P,…|all] [--tracks T,…|all]", flags: { ...email, ...limits }, run: remit },
  disable: { usage: "--email E", flags: email, run: disable },
  enable: { usage: "--email E", flags: email, run: enable },
  "reset-link": { usage: "--email E", flags: email, run: resetLink },
})

async function add(given: Given) {
  const input = read(given, PersonInput)
  // The line's end belongs to the terminal or to echo, not to the password.
  const chosen = given.flags["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : null
  const { person, password } = await withDatabase(() => addPerson(SYSTEM, input, chosen)).catch(known)
  const { id, email, name, role } = person
  answer(given, { id, email, name, role, ...(chosen === null && { password }) }, () =>
    facts([
      ["Added", `${name} <${email}>`],
      ["Role", role],
      ...(chosen === null ? [["Password", `${password}   (shown once: keep it)`] as [string, string]] : []),
    ]),
  )
}

function read<T extends z.ZodType>(given: Given, schema: T, more: object = {}): z.infer<T> {
  const [email, name, role] = [needed(given, "email"), needed(given, "name"), needed(given, "role")]
  const found = schema.safeParse({ email, name, role, ...more })
  if (found.success) return found.data
  const field = String(found.error.issues[0]?.path[0])
  throw new UsageError(field === "role" ? ROLES : `--${field} cannot be used.`)
}

const ROLES = `--role takes ${Role.options.join(", ")}.`

function known(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== "conflict") throw error
  throw new Refusal("conflict", "There is a person with this address already.")
}

async function inviteOne(given: Given) {
  const input = read(given, InvitationInput, { remit: limitsOf(given) })
  const made = await withDatabase(async () => {
    // Which plans there are is known once something was published.
    if (input.remit?.plans) await publishedLedger()
    return invite(SYSTEM, input)
  }).catch(known)
  sayAddress(given, "Invited", made)
}

function sayAddress(given: Given, act: string, { invitation, token }: MadeInvitation) {
  const { id, name, email, role, expiresAt } = invitation
  const url = `${settings().baseUrl}/join/${token}`
  answer(given, { id, url, email, role, expiresAt }, () =>
    facts([
      [act, `${name} <${email}>`],
      ["Address", `${url}   (shown once; good once, for ${INVITATION_DAYS} days)`],
    ]),
  )
}

async function list(given: Given) {
  const people = await withDatabase(() => listPeople(SYSTEM))
  answer(given, people, () =>
    table(
      ["ROLE", "STATE", "SINCE", "WORKS ON", "E-MAIL", "NAME"],
      people.map((it) => [
        it.role,
        it.disabled ? "disabled" : "active",
        minute(it.createdAt),
        limitWords(it.remit),
        it.email,
        it.name,
      ]),
    ),
  )
}

const limitWords = (remit: Remit | null) => [remit?.plans ?? [], remit?.tracks ?? []].flat().join(" ") || "everything"

async function role(given: Given) {
  const chosen = Role.safeParse(needed(given, "role"))
  if (!chosen.success) throw new UsageError(ROLES)
  const person = await change(given, { role: chosen.data })
  answer(given, person, () => `${person.name} <${person.email}> is ${person.role} now: signed out everywhere.`)
}

async function remit(given: Given) {
  const person = await change(given, { remit: limitsOf(given) })
  answer(given, person, () => `${person.name} <${person.email}> works on ${limitWords(person.remit)}.`)
}

/** "nap-2021" and "kinetic,non-kinetic" → a remit; what is left out or "all" is no limit. @throws UsageError. */
function limitsOf(given: Given): Remit | null {
  const listed = (name: string) => {
    const text = optional(given, name)
    return text === null || text === "all" ? null : text.split(",")
  }
  const found = Remit.safeParse({ plans: listed("plans"), tracks: listed("tracks") })
  if (!found.success) throw new UsageError(`--${String(found.error.issues[0]?.path[0])} cannot be used.`)
  return found.data.plans === null && found.data.tracks === null ? null : found.data
}

async function disable(given: Given) {
  const address = needed(given, "email")
  const person = await withDatabase(() => disablePerson(SYSTEM, address))
  answer(given, person, () => `Disabled ${person.name} <${person.email}>: signed out everywhere, tokens refused.`)
}

async function enable(given: Given) {
  const person = await change(given, { disabled: false })
  answer(given, person, () => `${person.name} <${person.email}> may sign in again; old tokens stay refused.`)
}

async function resetLink(given: Given) {
  const address = needed(given, "email")
  const made = await withDatabase(async () => makeReset(SYSTEM, (await personByEmail(address)).id))
  sayAddress(given, "New password for", made)
}

function change(given: Given, patch: PersonPatch): Promise<Person> {
  const address = needed(given, "email")
  return withDatabase(async () => changePerson(SYSTEM, (await personByEmail(address)).id, patch))
}
