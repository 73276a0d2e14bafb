import { text } from "node:stream/consumers"
import { addPerson, disablePerson, listPeople, PersonInput } from "@/lib/data/people"
import { Role, SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { answer, facts, minute, table } from "./answer"
import { actionsOf, type Given, needed, UsageError } from "./arguments"
import { withDatabase } from "./database"

/** `nap user …`: the people who can sign in. */
export const run = actionsOf("user", {
  add: {
    usage: "--email E --name N --role ROLE [--password-stdin]",
    flags: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      "password-stdin": { type: "boolean" },
    },
    run: add,
  },
  list: { usage: "", flags: {}, run: list },
  disable: { usage: "--email E", flags: { email: { type: "string" } }, run: disable },
})

async function add(given: Given) {
  const read = PersonInput.safeParse({
    email: needed(given, "email"),
    name: needed(given, "name"),
    role: needed(given, "role"),
  })
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0])
    throw new UsageError(field === "role" ? `--role takes ${Role.options.join(", ")}.` : `--${field} cannot be used.`)
  }
  // The line's end belongs to the terminal or to echo, not to the password.
  const chosen = given.flags["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : null
  const { person, password } = await withDatabase(() => addPerson(SYSTEM, read.data, chosen)).catch(known)
  const { id, email, name, role } = person
  answer(given, { id, email, name, role, ...(chosen === null && { password }) }, () =>
    facts([
      ["Added", `${name} <${email}>`],
      ["Role", role],
      ...(chosen === null ? [["Password", `${password}   (shown once: keep it)`] as [string, string]] : []),
    ]),
  )
}

function known(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== "conflict") throw error
  throw new Refusal("conflict", "There is a person with this address already.")
}

async function list(given: Given) {
  const people = await withDatabase(() => listPeople(SYSTEM))
  answer(given, people, () =>
    table(
      ["ROLE", "STATE", "SINCE", "E-MAIL", "NAME"],
      people.map((it) => [it.role, it.disabled ? "disabled" : "active", minute(it.createdAt), it.email, it.name]),
    ),
  )
}

async function disable(given: Given) {
  const email = needed(given, "email")
  const person = await withDatabase(() => disablePerson(SYSTEM, email))
  answer(given, person, () => `Disabled ${person.name} <${person.email}>: signed out everywhere, tokens refused.`)
}
