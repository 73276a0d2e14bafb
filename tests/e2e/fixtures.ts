import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { type APIRequestContext, type Cookie, expect, type Page, test as base } from "@playwright/test"

export type Someone = { email: string; password: string; token: string }
type Role = "analyst" | "editor" | "reviewer" | "admin"

/** Runs our command line against the instance under test and returns what it printed as JSON. */
export function nap<T>(args: string[], input?: string): T {
  const run = spawnSync("node", ["lib/cli/bootstrap.mjs", ...args, "--json"], {
    input,
    encoding: "utf8",
    env: { ...process.env, NAP_DATA: process.env.NAP_TEST_DATA, NAP_BASE_URL: process.env.NAP_TEST_URL },
    timeout: 60_000,
  })
  if (run.status !== 0) throw new Error(`nap ${args.join(" ")}: ${run.stderr}`)
  return JSON.parse(run.stdout) as T
}

function someone(role: Role): Someone {
  const email = `${role}-${randomBytes(4).toString("hex")}@people.example`
  const password = `violet harbour ${randomBytes(6).toString("hex")}`
  nap(["user", "add", "--email", email, "--name", `${role} of the tests`, "--role", role, "--password-stdin"], password)
  const { token } = nap<{ token: string }>(["token", "create", "--email", email])
  return { email, password, token }
}

/** A page that fails its test when the browser reports an error or asks anybody but our own server. */
export const test = base.extend<{ quiet: void }, { people: Record<Role, Someone> }>({
  people: [
    // eslint and Playwright agree on no other spelling of "no fixtures".
    async ({ browserName: _ }, use, { project }) => {
      if (project.name === "reading") throw new Error("nobody signs in to the site that is only read")
      const made = {
        editor: someone("editor"),
        reviewer: someone("reviewer"),
        analyst: someone("analyst"),
        admin: someone("admin"),
      }
      await use(made)
    },
    { scope: "worker", timeout: 120_000 },
  ],
  quiet: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = []
      page.on("console", (message) => {
        // The browser's own line about an answer of ours, like a 409 that a test asks for.
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) wrong.push(message.text())
      })
      page.on("pageerror", (error) => wrong.push(String(error)))
      page.on("request", (request) => {
        const url = new URL(request.url())
        if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL!).origin)
          wrong.push(`third party: ${url.origin}`)
      })
      await use()
      expect(wrong).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

// An account takes twenty sign-ins in a quarter of an hour, fewer than it has tests.
const sessions = new Map<string, Cookie[]>()

/** Signs in through the door, without clicking; a session that is still good is used again. */
export async function signIn(page: Page, who: Someone): Promise<void> {
  const kept = sessions.get(who.email)
  if (kept) {
    await page.context().addCookies(kept)
    const { person } = (await (await page.request.get("/api/v1/me")).json()) as { person: object | null }
    if (person) return
  }
  const answer = await page.request.post("/api/auth/sign-in/email", {
    data: { email: who.email, password: who.password },
  })
  expect(answer.status()).toBe(200)
  sessions.set(who.email, await page.context().cookies())
}

/** A call of the API as this person, by token. */
export async function call<T>(
  request: APIRequestContext,
  who: Someone,
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  data?: object,
): Promise<{ status: number; body: T }> {
  const answer = await request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: { authorization: `Bearer ${who.token}` },
  })
  const text = await answer.text()
  return { status: answer.status(), body: (text === "" ? null : JSON.parse(text)) as T }
}

type Drafted = { proposal: { id: string; version: number } }

/** The newest revision that the site answers from. */
export async function revisionNow(request: APIRequestContext): Promise<number> {
  return ((await (await request.get("/api/v1/overview")).json()) as { revision: number }).revision
}

/** Publishes one new finding through two people; returns the revision. */
export async function publishFinding(
  request: APIRequestContext,
  people: Record<Role, Someone>,
  commitment: string,
  level: number,
  reason = "The tests changed the world.",
  effectiveOn = "2026-06-01",
): Promise<number> {
  const record = {
    commitment,
    lane: "finding",
    region: null,
    level,
    unratedReason: null,
    effectiveOn,
    precision: "day",
    rationaleEn: "A dated source says so.",
    rationaleUr: null,
    certainty: "high",
    rule: "r-enf",
    lifecycle: null,
    evidence: [{ source: "satp20", bearing: "supports", quote: null, note: null }],
  }
  const input = { change: "world-changed", reasonEn: reason, operations: [{ act: "add", kind: "assessment", record }] }
  const drafted = await call<Drafted>(request, people.editor, "POST", "/proposals", input)
  expect(drafted.status).toBe(201)
  const path = `/proposals/${drafted.body.proposal.id}`
  expect((await call(request, people.editor, "POST", `${path}/submit`, {})).status).toBe(200)
  const published = await call<{ revision: number }>(request, people.reviewer, "POST", `${path}/publish`, {})
  expect(published.status).toBe(200)
  return published.body.revision
}
