import { createToken, listTokens, revokeToken } from "@/lib/data/tokens"
import { SYSTEM } from "@/lib/domain/policy"
import { answer, minute, table } from "./answer"
import { actionsOf, daysIn, type Given, needed, optional } from "./arguments"
import { actingPerson, withDatabase } from "./database"

/** `nap token …`: keys with which scripts act as a person. */
export const run = actionsOf("token", {
  create: {
    usage: "--email E [--label L] [--expires 90d|never]",
    flags: { email: { type: "string" }, label: { type: "string" }, expires: { type: "string" } },
    run: create,
  },
  list: { usage: "", flags: {}, run: list },
  revoke: { usage: "ID", flags: {}, words: 1, run: revoke },
})

async function create(given: Given) {
  const email = needed(given, "email")
  const days = daysIn(optional(given, "expires") ?? "90d")
  const label = optional(given, "label") ?? "Command line"
  const made = await withDatabase(async () => createToken(SYSTEM, (await actingPerson(email)).id, label, days))
  answer(given, { token: made.token, id: made.id }, () => `${made.token}   (shown once: keep it)`)
}

async function list(given: Given) {
  const tokens = await withDatabase(() => listTokens(SYSTEM))
  const now = new Date().toISOString()
  const state = ({ revoked, expiresAt }: (typeof tokens)[number]) =>
    revoked ? "revoked" : expiresAt !== null && expiresAt <= now ? "expired" : "active"
  answer(given, tokens, () =>
    table(
      ["ID", "STATE", "MADE", "ENDS", "E-MAIL", "LABEL"],
      tokens.map((it) => [
        it.id,
        state(it),
        minute(it.createdAt),
        it.expiresAt ? minute(it.expiresAt) : "never",
        it.email,
        it.label,
      ]),
    ),
  )
}

async function revoke(given: Given) {
  const id = given.words[0]!
  await withDatabase(() => revokeToken(SYSTEM, id))
  answer(given, { id, revoked: true }, () => `Revoked ${id}.`)
}
