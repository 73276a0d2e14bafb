import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { PersonActor } from "@/tests/data/people"
import { addPerson } from "@/lib/data/people"
import { APP_ROLE } from "@/lib/data/postgres/rights"
import { secrets } from "@/lib/data/settings"
import { createToken } from "@/lib/data/tokens"
import { type Role, SYSTEM } from "@/lib/domain/policy"

/** The running site under test; `npm test` starts one and names it. */
export const site = required("NAP_TEST_URL")
const data = required("NAP_TEST_DATA")

// The site's own database, so that tests may prepare through lib/data what they then ask for over HTTP.
process.env.NAP_DATA = data
const port = readFileSync(join(data, "postgres.port"), "utf8").trim()
process.env.DATABASE_URL = `postgresql://${APP_ROLE}:${secrets(data).appPassword}@127.0.0.1:${port}/nap`

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run npm test -- --only web`)
  return value
}

export type Answer = {
  status: number
  headers: Headers
  text: string
  // Answers are looked into field by field; their shape is what the tests are about.
  json: ReturnType<typeof JSON.parse>
}
export type Ask = {
  method?: string
  /** Sent as JSON unless it is a string already, or bytes. */
  body?: unknown
  as?: { token?: string; cookie?: string } | null
  headers?: Record<string, string>
  /** Another site than the one under test. */
  at?: string
}

/** One request, redirects not followed. */
export async function ask(path: string, { method, body, as, headers, at = site }: Ask = {}): Promise<Answer> {
  const isBytes = body instanceof Uint8Array
  const response = await fetch(at + path, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    redirect: "manual",
    body: body === undefined || typeof body === "string" || isBytes ? (body as BodyInit) : JSON.stringify(body),
    headers: {
      ...(body !== undefined && { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
      ...(as?.token && { authorization: `Bearer ${as.token}` }),
      ...(as?.cookie && { cookie: as.cookie }),
      ...headers,
    },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: jsonOrNull(text) }
}

function jsonOrNull(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What a page, or a part of one, says to a reader: its words in one line. */
export const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ")
    .trim()

export type Someone = PersonActor & { email: string; name: string; password: string; token: string }

/** A person of this role who can sign in, with a key for scripts. */
export async function someone(role: Role, name = `The ${role}`): Promise<Someone> {
  const email = `${role}-${randomUUID()}@nap.test`
  const { person, password } = await addPerson(SYSTEM, { email, name, role })
  const { token } = await createToken(SYSTEM, person.id, "tests", 1)
  return { kind: "person", id: person.id, role, email, name, password, token }
}

/** Signs in over HTTP; the cookie to send from then on, or null when refused. */
export async function signIn({ email, password }: { email: string; password: string }, at = site) {
  const answer = await ask("/api/auth/sign-in/email", { body: { email, password }, at })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0]!)
  return answer.status === 200 ? { cookie: cookie.join("; ") } : null
}

/** The rows of a CSV text as objects by column (RFC 4180; a reader of its own, so that the writer is checked). */
export function csvRows(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ""
  let quoted = false
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const letter = text[at]!
    if (quoted && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (letter === '"') quoted = !quoted
    else if (quoted || (letter !== "," && letter !== "\r" && letter !== "\n")) cell += letter
    else if (letter !== "\r") {
      rows.at(-1)!.push(cell)
      cell = ""
      if (letter === "\n") rows.push([])
    }
  }
  const [names, ...lines] = rows.filter((row) => row.length > 0)
  return lines.map((line) => Object.fromEntries(names!.map((name, column) => [name, line[column] ?? ""])))
}
