import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"
import { db } from "@/lib/data/db"
import { changeShare, revokeShare } from "@/lib/data/share-upkeep"
import { site, someone, type Someone } from "./client"
import { bare, type Door, DOOR_NAMES, INSIDE, type Known, knock, narrow, OUTSIDE, TYPES, unlock } from "./link-doors"

const STATES = [
  "live",
  "frozen",
  "paused",
  "expired",
  "revoked",
  "locked",
  "unlocked",
  "wrong password",
  "out of scope",
] as const
type State = (typeof STATES)[number]

/**
 * What stands behind a door: the view, nothing at all (the same as for a token that never was), the form that asks for
 * the password, the way to that form, a picture that says nothing of the view, a refusal that names the password, or one of a program's wrong parameters.
 */
type Expected = "view" | "nothing" | "form" | "to the form" | "generic" | "unauthenticated" | "invalid"

const everywhere = (expected: Expected): Record<Door, Expected> =>
  Object.fromEntries(DOOR_NAMES.map((door) => [door, expected])) as Record<Door, Expected>
const LOCKED: Record<Door, Expected> = {
  ...everywhere("to the form"),
  page: "form",
  embed: "nothing",
  oembed: "nothing",
  preview: "generic",
  api: "unauthenticated",
}
/** The promise, in full: what each door shows of a link in each state, on a public site and on a private one alike. */
const MATRIX: Record<State, Record<Door, Expected>> = {
  live: everywhere("view"),
  frozen: everywhere("view"),
  paused: everywhere("nothing"),
  expired: everywhere("nothing"),
  revoked: everywhere("nothing"),
  locked: LOCKED,
  // Whoever makes cards of links for others is never told what a password guards.
  unlocked: { ...everywhere("view"), oembed: "nothing" },
  "wrong password": LOCKED,
  // A person's address is read as far as it makes sense; a program is told what does not.
  "out of scope": { ...everywhere("view"), api: "invalid", oembed: "invalid" },
}

const WIDER = "plan=nap-2021&points=1,2,3&track=non-kinetic&asOf=2026-01-01&known=1&lane=claim&region=PK-KP"
const UNKNOWN = Array.from({ length: 43 }, (_, at) => "abcDEF123_-"[(at * 7) % 11]).join("")

let shut: TestSite
let owner: Someone
const sites: Record<"public" | "private", string> = { public: site, private: "" }
const tokens = {} as Record<State, string>
let password: string

beforeAll(async () => {
  owner = await someone("analyst")
  shut = await startTestSite({ NAP_DATA: process.env.NAP_TEST_DATA!, NAP_VISIBILITY: "private" })
  sites.private = shut.url
  for (const state of STATES) {
    const isLocked = state === "locked" || state === "unlocked" || state === "wrong password"
    const made = await narrow(owner, { frozen: state === "frozen", password: isLocked ? "a long password" : null })
    tokens[state] = made.token
    const { id, version } = made.share
    if (state === "paused") await changeShare(owner, id, { version, paused: true })
    if (state === "revoked") await revokeShare(owner, id)
    if (state === "expired") await db().$executeRaw`UPDATE "Share" SET "expiresAt" = now() WHERE id = ${id}`
  }
  password = "a long password"
}, 180_000)
afterAll(async () => {
  await shut?.stop()
})

/** What somebody who comes to a link in this state holds. */
async function held(state: State, at: string): Promise<Known> {
  if (state === "unlocked") return unlock(tokens[state], password, at)
  if (state !== "wrong password") return null
  expect(await unlock(tokens[state], "another password", at)).toBeNull()
  return { cookie: "nap_link_0000000000000000=x; nap_link=x", proof: "AAAA" }
}

describe.each(["public", "private"] as const)("on a %s site", (visibility) => {
  describe.each(STATES)("a link that is %s", (state) => {
    test.each(DOOR_NAMES)("at its %s", async (door) => {
      const at = sites[visibility]
      const token = tokens[state]
      const known = await held(state, at)
      const answer = await knock(door, token, at, known, state === "out of scope" ? WIDER : "")
      const expected = MATRIX[state][door]
      // Whatever it is, it is nobody else's business.
      if (door !== "oembed") {
        expect(answer.headers.get("cache-control")).toMatch(/no-store/)
        expect(answer.headers.get("x-robots-tag")).toMatch(/noindex/)
        expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
      }
      if (expected !== "view") expect(answer.text).not.toMatch(/displaced|Punjab|<table|trend\.svg/i)
      if (expected === "view") {
        expect(answer.status).toBe(200)
        expect(answer.headers.get("content-type")).toMatch(TYPES[door])
        if (!["png", "preview", "xlsx", "oembed"].includes(door)) expect(answer.text).toMatch(INSIDE)
        expect(answer.text).not.toMatch(OUTSIDE)
        if (state === "out of scope") {
          const asMade = await knock(door, token, at)
          expect(bare(answer, token)).toEqual(bare(asMade, token))
        }
      } else if (expected === "nothing") {
        expect(answer.status).toBe(404)
        expect(bare(answer, token)).toEqual(bare(await knock(door, UNKNOWN, at), UNKNOWN))
      } else if (expected === "form") {
        expect(answer.status).toBe(200)
        expect(answer.text).toContain('type="password"')
      } else if (expected === "to the form") {
        expect([answer.status, answer.headers.get("location")]).toEqual([303, `/en/s/${token}`])
      } else if (expected === "generic") {
        expect([answer.status, answer.headers.get("location")]).toEqual([303, "/preview-en.png"])
      } else {
        expect(answer.status).toBe(expected === "invalid" ? 400 : 401)
        expect(answer.json).toMatchObject({ code: expected })
      }
    })
  })
})
