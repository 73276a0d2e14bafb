import { beforeAll, expect, test } from "vitest"
import { disablePerson } from "@/lib/data/people"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { SYSTEM } from "@/lib/domain/policy"
import { ask, type Ask, signIn, someone, type Someone } from "./client"
import { copies } from "./policy/copies"
import { drafts } from "./policy/drafts"
import { imports } from "./policy/imports"
import { ledger } from "./policy/ledger"
import { links } from "./policy/links"
import { notices } from "./policy/notices"
import { people as accounts } from "./policy/people"
import { proposals } from "./policy/proposals"
import { queue } from "./policy/queue"
import { reading } from "./policy/reading"
import { reviewing } from "./policy/reviewing"
import { self } from "./policy/self"
import { shares } from "./policy/shares"
import { type Made, type Row, type Rows, WHO, type Who } from "./policy/row"

/** What every endpoint answers to everyone: an endpoint that is not here fails the test below. */
const TABLE: Rows = {
  ...reading,
  ...proposals,
  ...reviewing,
  ...drafts,
  ...copies,
  ...queue,
  ...imports,
  ...ledger,
  ...shares,
  ...links,
  ...accounts,
  ...self,
  ...notices,
}

let people: Record<Exclude<Who, "anonymous" | "badToken">, Someone>
const cookies: Partial<Record<Who, Ask["as"]>> = {}

beforeAll(async () => {
  const [analyst, editor, otherEditor, reviewer, author, admin, disabled] = [
    await someone("analyst"),
    await someone("editor"),
    await someone("editor"),
    await someone("reviewer"),
    await someone("reviewer"),
    await someone("admin"),
    await someone("admin"),
  ]
  people = { analyst, editor, otherEditor, reviewer, author, admin, disabled }
  for (const [who, person] of Object.entries(people)) cookies[who as Who] = await signIn(person)
  expect(Object.values(cookies)).not.toContain(null)
  await disablePerson(SYSTEM, disabled.email)
})

const made = (row: Row, who: Who): Promise<Made> =>
  row.make?.(who === "author" ? people.author : people.editor, who, Object.values(people)) ??
  Promise.resolve({ id: "", version: 1 })

function credentials(who: Who, by: "token" | "cookie"): Ask["as"] {
  if (who === "anonymous") return null
  if (who === "badToken") return { token: `nap_${"x".repeat(43)}` }
  return by === "token" ? { token: people[who].token } : (cookies[who] ?? null)
}

function pathOf({ path }: Row, template: string, object: Made): string {
  return (typeof path === "function" ? path(object) : (path ?? template)).replace("{id}", object.id)
}

test("every endpoint of the build has its row, and every row its endpoint", () => {
  expect(Object.keys(TABLE).sort()).toEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort())
})

const cases = Object.entries(TABLE).flatMap(([name, rows]) =>
  rows.map((row) => [row.given ? `${name} of a ${row.given}` : name, name, row] as const),
)

test.each(cases)(
  "%s",
  async (_, name, row) => {
    const [method, template] = name.split(" ") as [string, string]
    const answers: Record<string, number> = {}
    const wanted: Record<string, number> = {}
    for (const by of ["token", "cookie"] as const) {
      for (const who of WHO) {
        const object = await made(row, who)
        const answer = await ask(pathOf(row, template, object), {
          method,
          as: credentials(who, by),
          body: row.body?.(object) ?? row.bytes?.(),
        })
        answers[`${who} by ${by}`] = answer.status
        // A dead session is nobody: it may read what anybody may.
        const nobody = by === "cookie" && who === "disabled" ? row.expected.anonymous : row.expected[who]
        wanted[`${who} by ${by}`] = nobody
        if (answer.status >= 400) {
          expect(answer.headers.get("content-type")).toBe("application/problem+json")
          expect(answer.json).toMatchObject({
            status: answer.status,
            code: expect.any(String),
            requestId: expect.any(String),
          })
        }
      }
    }
    expect(answers).toEqual(wanted)
  },
  60_000,
)

const withObject = cases.filter(([, , row]) => row.make !== undefined && row.hides !== false)
test.each(withObject)("%s that is somebody else's answers like a missing one", async (_, name, row) => {
  const [method, template] = name.split(" ") as [string, string]
  const object = await made(row, "editor")
  for (const who of ["otherEditor", "reviewer"] as const) {
    if (row.expected[who] !== 404) continue
    const as = credentials(who, "token")
    const answer = async (id: string) => {
      const { status, json, headers } = await ask(pathOf(row, template, { ...object, id }), {
        method,
        as,
        body: row.body?.(object) ?? row.bytes?.(),
      })
      const names = [...headers.keys()].filter((header) => header !== "date")
      return { status, names, json: { ...json, requestId: "" } }
    }
    expect(await answer(object.id)).toEqual(await answer("2b4f6b1e-0000-4000-8000-000000000000"))
  }
})
