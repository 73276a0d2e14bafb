import { beforeAll, expect, test } from "vitest"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { disablePerson } from "@/lib/data/people"
import { createShare } from "@/lib/data/shares"
import { SYSTEM } from "@/lib/domain/policy"
import { assessment, COMMITMENT, proposal, share, SOURCE } from "@/tests/data/samples"
import { ask, type Ask, signIn, someone, type Someone } from "./client"
import { rows } from "@/tests/domain/sample"

/** Who asks. `author` is a reviewer whose own work the object is; `owner` in a row's name means the editor's or analyst's. */
const WHO = [
  "anonymous",
  "badToken",
  "disabled",
  "analyst",
  "editor",
  "otherEditor",
  "reviewer",
  "author",
  "admin",
] as const
type Who = (typeof WHO)[number]
type Codes = Record<Who, number>

const shut = { anonymous: 401, badToken: 401, disabled: 401 }
const codes = (
  analyst: number,
  editor: number,
  otherEditor: number,
  reviewer: number,
  author: number,
  admin: number,
): Codes => ({
  ...shut,
  ...{ analyst, editor, otherEditor, reviewer, author, admin },
})
const READ: Codes = { ...codes(200, 200, 200, 200, 200, 200), anonymous: 200 }

type Made = { id: string; version: number }
type Row = { given?: "draft" | "submitted" | "share"; body?: (made: Made) => unknown; path?: string; expected: Codes }

const P = "/api/v1/proposals"
const version = ({ version: seen }: Made) => ({ version: seen })
const label = ({ version: seen }: Made) => ({ version: seen, label: "Renamed" })
const verdict = (made: Made) => ({ ...version(made), verdict: "approved" })
const operations = () => ({ change: "world-changed", operations: [assessment()] })
const forWriters = (status: number) => codes(403, status, status, status, status, status)

/** What every endpoint answers to everyone: an endpoint that is not here fails the test below. */
const TABLE: Record<string, Row[]> = {
  "GET /api/v1/overview": [{ expected: READ }],
  "GET /api/v1/points/{id}": [{ path: "/api/v1/points/nap2014-01", expected: READ }],
  "GET /api/v1/plans": [{ expected: READ }],
  "GET /api/v1/points": [{ expected: READ }],
  "GET /api/v1/commitments": [{ expected: READ }],
  "GET /api/v1/assessments": [{ expected: READ }],
  "GET /api/v1/sources": [{ expected: READ }],
  "GET /api/v1/events": [{ expected: READ }],
  "GET /api/v1/revisions": [{ expected: READ }],
  "GET /api/v1/me": [{ expected: READ }],
  [`GET ${P}`]: [{ expected: forWriters(200) }],
  [`POST ${P}`]: [{ body: () => proposal(), expected: forWriters(201) }],
  [`POST ${P}/preview`]: [{ body: operations, expected: forWriters(200) }],
  [`GET ${P}/{id}`]: [
    { given: "draft", expected: codes(403, 200, 404, 404, 200, 404) },
    { given: "submitted", expected: forWriters(200) },
  ],
  [`PATCH ${P}/{id}`]: [
    { given: "draft", body: version, expected: codes(403, 200, 404, 404, 200, 404) },
    { given: "submitted", body: version, expected: codes(403, 200, 404, 404, 200, 404) },
  ],
  [`POST ${P}/{id}/submit`]: [{ given: "draft", body: version, expected: codes(403, 200, 404, 404, 200, 404) }],
  [`POST ${P}/{id}/withdraw`]: [
    { given: "draft", body: version, expected: codes(403, 200, 404, 404, 200, 404) },
    { given: "submitted", body: version, expected: codes(403, 200, 404, 404, 200, 200) },
  ],
  [`POST ${P}/{id}/review`]: [
    { given: "submitted", body: verdict, expected: codes(403, 403, 403, 200, 403, 200) },
    { given: "draft", body: verdict, expected: codes(403, 403, 403, 404, 404, 404) },
  ],
  [`POST ${P}/{id}/publish`]: [
    { given: "submitted", body: version, expected: codes(403, 403, 403, 200, 403, 200) },
    { given: "draft", body: version, expected: codes(403, 403, 403, 404, 404, 404) },
  ],
  "POST /api/v1/rechecks": [
    { body: () => ({ commitment: COMMITMENT, lane: "claim", source: SOURCE }), expected: forWriters(201) },
  ],
  "GET /api/v1/shares": [{ expected: { ...READ, anonymous: 401 } }],
  "POST /api/v1/shares": [{ body: () => ({ label: "A link" }), expected: { ...codes(201, 201, 201, 201, 201, 201) } }],
  "PATCH /api/v1/shares/{id}": [{ given: "share", body: label, expected: codes(404, 200, 404, 404, 200, 200) }],
  "DELETE /api/v1/shares/{id}": [{ given: "share", expected: codes(404, 204, 404, 404, 204, 204) }],
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

/** The object of a row, made afresh for each request: the author's own for the author, the editor's for the rest. */
async function made(given: Row["given"], who: Who): Promise<Made> {
  const owner = who === "author" ? people.author : people.editor
  if (given === "share") return (await createShare(owner, share())).share
  const draft = await createProposal(owner, proposal({ commitment: nextCommitment() }))
  return given === "submitted" ? submitProposal(owner, draft.id, draft.version) : draft
}

// Each on a commitment of its own, or the second publication would be a conflict.
const commitments = rows("commitment").map(({ id }) => id)
let taken = 0
const nextCommitment = () => commitments[taken++ % commitments.length]!

function credentials(who: Who, by: "token" | "cookie"): Ask["as"] {
  if (who === "anonymous") return null
  if (who === "badToken") return { token: `nap_${"x".repeat(43)}` }
  return by === "token" ? { token: people[who].token } : (cookies[who] ?? null)
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
        const object = row.given ? await made(row.given, who) : { id: "", version: 1 }
        const path = (row.path ?? template).replace("{id}", object.id)
        const body = row.body?.(object)
        const answer = await ask(path, { method, as: credentials(who, by), body })
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

const withObject = cases.filter(([, , row]) => row.given !== undefined && row.given !== "submitted")
test.each(withObject)("%s that is somebody else's answers like a missing one", async (_, name, row) => {
  const [method, template] = name.split(" ") as [string, string]
  const object = await made(row.given, "editor")
  for (const who of ["otherEditor", "reviewer"] as const) {
    if (row.expected[who] !== 404) continue
    const as = credentials(who, "token")
    const answer = async (id: string) => {
      const { status, json, headers } = await ask(template.replace("{id}", id), {
        method,
        as,
        body: row.body?.(object),
      })
      const names = [...headers.keys()].filter((header) => header !== "date")
      return { status, names, json: { ...json, requestId: "" } }
    }
    expect(await answer(object.id)).toEqual(await answer("2b4f6b1e-0000-4000-8000-000000000000"))
  }
})
