import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"
import { closeDb, db } from "@/lib/data/db"
import { addPerson } from "@/lib/data/people"
import { APP_ROLE } from "@/lib/data/postgres/rights"
import { secrets } from "@/lib/data/settings"
import { createToken } from "@/lib/data/tokens"
import { verify } from "@/lib/data/verify"
import { type Role, SYSTEM } from "@/lib/domain/policy"
import { proposal } from "@/tests/data/samples"
import { rows } from "@/tests/domain/sample"

// The long form (npm run test:faults) takes the promise's own size: 32 workers × 40 commitments × 8 rounds = 10,240.
const ROUNDS = Number(process.env.NAP_CROWD_ROUNDS ?? 1)
const WORKERS = Number(process.env.NAP_CROWD_WORKERS ?? 8)
const COMMITMENTS = 40

let data: string
const sites: TestSite[] = []
let editors: string[]
let reviewers: string[]

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nap-crowd-"))
  process.env.NAP_DATA = data
  for (let instance = 0; instance < 2; instance++) sites.push(await startTestSite({ NAP_DATA: data }))
  const database = readFileSync(join(data, "postgres.port"), "utf8").trim()
  process.env.DATABASE_URL = `postgresql://${APP_ROLE}:${secrets(data).appPassword}@127.0.0.1:${database}/nap`
  const key = async (role: Role, at: number) => {
    const { person } = await addPerson(SYSTEM, { email: `${role}-${at}@nap.test`, name: `${role} ${at}`, role })
    return (await createToken(SYSTEM, person.id, "crowd", null)).token
  }
  const keys = async (role: Role) => {
    const made: string[] = []
    for (let at = 0; at < WORKERS; at++) made.push(await key(role, at))
    return made
  }
  editors = await keys("editor")
  reviewers = await keys("reviewer")
}, 300_000)

afterAll(async () => {
  await closeDb()
  for (const site of sites.toReversed()) await site.stop()
  rmSync(data, { recursive: true, force: true })
}, 60_000)

type Told = { status: number; json: ReturnType<typeof JSON.parse> }
async function send(instance: number, path: string, key: string, body: object, method = "POST"): Promise<Told> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` }
  const response = await fetch(sites[instance]!.url + path, { method, headers, body: JSON.stringify(body) })
  return { status: response.status, json: await response.json() }
}

type Attempt = { commitment: string; id: string; status: number; revision: number | null; conflicts: unknown }

/** One editor writes, changes what they wrote and sends it; one reviewer publishes it: on the instance given. */
async function attempt(instance: number, worker: number, commitment: string, base: number): Promise<Attempt> {
  const P = "/api/v1/proposals"
  const [editor, reviewer] = [editors[worker]!, reviewers[worker]!]
  const drafted = await send(instance, P, editor, proposal({ commitment, rationaleEn: `By ${worker}.` }, { base }))
  expect(drafted.status).toBe(201)
  const { id, version } = drafted.json.proposal
  const patch = { version, reasonEn: `Worker ${worker} wrote it twice.` }
  const edited = await send(1 - instance, `${P}/${id}`, editor, patch, "PATCH")
  expect(edited.status).toBe(200)
  // A second editor's window on the old version is told, never obeyed.
  const stale = await send(instance, `${P}/${id}`, editor, { version, reasonEn: "Out of date." }, "PATCH")
  expect(stale.status).toBe(409)
  const sent = await send(instance, `${P}/${id}/submit`, editor, { version: edited.json.proposal.version })
  expect(sent.status).toBe(200)
  const { status, json } = await send(instance, `${P}/${id}/publish`, reviewer, {
    version: sent.json.proposal.version,
  })
  return { commitment, id, status, revision: json.revision ?? null, conflicts: json.conflicts }
}

test(
  `${WORKERS} workers on ${COMMITMENTS} commitments over two instances: lost 0, duplicated 0, no 5xx, every loser told`,
  async () => {
    const about = rows("commitment")
      .map(({ id }) => id)
      .slice(0, COMMITMENTS)
    const started = performance.now()
    let attempts = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { number: base } = await db().revision.findFirstOrThrow({ orderBy: { number: "desc" } })
      const made: Attempt[] = []
      await Promise.all(
        Array.from({ length: WORKERS }, async (_, worker) => {
          for (let turn = 0; turn < about.length; turn++) {
            const commitment = about[(turn + worker * 5) % about.length]!
            made.push(await attempt(worker % 2, worker, commitment, base))
          }
        }),
      )
      attempts += made.length
      const won = made.filter(({ status }) => status === 200)
      const stored = await db().revision.findMany({ where: { number: { gt: base } }, orderBy: { number: "asc" } })
      expect(made.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
      // All wrote against one base: of each commitment's attempts exactly one stands, once, and is the one told so.
      expect(won.map(({ commitment }) => commitment).sort()).toEqual([...about].sort())
      expect(stored.map(({ proposalId }) => proposalId)).toEqual(
        won.toSorted((a, b) => a.revision! - b.revision!).map(({ id }) => id),
      )
      for (const { status, commitment, conflicts } of made) {
        const { revision } = won.find((it) => it.commitment === commitment)!
        if (status === 409) expect(conflicts).toEqual([{ key: `assessment/${commitment}/finding/-`, revision }])
      }
    }
    const seconds = (performance.now() - started) / 1000
    expect(attempts).toBe(ROUNDS * WORKERS * COMMITMENTS)
    expect((await verify()).faults).toEqual([])
    process.stdout.write(
      `crowd over HTTP: ${attempts} proposals written, edited and decided by ${WORKERS} workers on 2 instances, ` +
        `${ROUNDS * COMMITMENTS} published, the others told; lost 0, duplicated 0, 5xx 0; ` +
        `${Math.round(attempts / seconds)} a second\n`,
    )
  },
  60_000 + ROUNDS * WORKERS * 10_000,
)

test("50 approvals of one proposal at once have one effect", async () => {
  const { number: base } = await db().revision.findFirstOrThrow({ orderBy: { number: "desc" } })
  const P = "/api/v1/proposals"
  const drafted = await send(0, P, editors[0]!, proposal({}, { base }))
  const { id } = drafted.json.proposal
  const { json } = await send(0, `${P}/${id}/submit`, editors[0]!, {})
  const { version } = json.proposal
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      send(at % 2, `${P}/${id}/publish`, reviewers[at % WORKERS]!, { version }).then(({ status }) => status),
    ),
  )
  expect(answers.toSorted()).toEqual([200, ...Array.from({ length: 49 }, () => 409)])
  expect(await db().revision.count({ where: { number: { gt: base } } })).toBe(1)
  expect(await db().review.count({ where: { proposalId: id } })).toBe(1)
}, 60_000)
