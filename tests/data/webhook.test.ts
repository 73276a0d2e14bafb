import { createHmac, timingSafeEqual } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/lib/data/db"
import { deliveryState } from "@/lib/data/deliveries"
import { createProposal } from "@/lib/data/proposals"
import { seed } from "@/lib/data/seed"
import { SYSTEM } from "@/lib/domain/policy"
import { log } from "@/lib/web/log"
import { freshMemory, work } from "@/lib/web/worker"
import { team } from "./people"
import { proposal, published } from "./samples"

const SECRET = "a secret of the operator's"
type Told = { path: string; headers: IncomingHttpHeaders; body: string }
let received: Told[] = []
let answers: (number | "never")[] = []
/** How long the receiver takes for each message, by the test's clock. */
let slowMs = 0

const server = createServer(async (request, response) => {
  let body = ""
  for await (const part of request) body += String(part)
  received.push({ path: request.url ?? "", headers: request.headers, body })
  clock += slowMs
  const status = answers.shift() ?? 200
  if (status === "never") return
  response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("noted")
})

let people: Awaited<ReturnType<typeof team>>
let config: Parameters<typeof work>[1]
const logged: string[] = []

beforeAll(async () => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=operator-only`
  // Publishing notes what is to be told only where a webhook is set.
  process.env.NAP_WEBHOOK_URL = url
  process.env.NAP_WEBHOOK_SECRET = SECRET
  config = { mail: null, webhook: { url, secret: SECRET }, baseUrl: "https://nap.example.org" }
  for (const level of ["debug", "info", "warn", "error"] as const)
    vi.spyOn(log(), level).mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)))
  await seed()
  people = await team()
}, 60_000)
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

let clock = Date.now()
const now = () => new Date(clock).toISOString()
/** A round at a moment so many minutes after the one before, on each of so many instances at once. */
async function round(minutes = 0, instances = 1): Promise<void> {
  clock += minutes * 60_000
  await Promise.all(Array.from({ length: instances }, () => work(now, config, freshMemory())))
}
const numbers = () => received.map(({ body }) => (JSON.parse(body) as { revision: number }).revision)
const publish = async (reasonEn = "A committee was named.") => {
  const { revision } = await published(people.editor, people.reviewer, proposal({}, { reasonEn }))
  clock = Math.max(clock, Date.now() + 1000)
  return revision
}

beforeEach(async () => {
  answers = []
  slowMs = 0
  clock = Math.max(clock, Date.now() + 1000)
  await round()
  received = []
  logged.length = 0
})

test("a published revision is told once, signed, however many instances look at once", async () => {
  await createProposal(people.editor, proposal({}, { reasonEn: "A draft nobody knows of" }))
  const revision = await publish("The committee met.")
  await round(0, 3)
  await round(1, 3)
  expect(numbers()).toEqual([revision])
  const [{ headers, body }] = received as [Told]
  const timestamp = String(headers["x-nap-timestamp"])
  const signature = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex")
  expect(timingSafeEqual(Buffer.from(`sha256=${signature}`), Buffer.from(String(headers["x-nap-signature"])))).toBe(
    true,
  )
  expect(Date.parse(timestamp)).not.toBeNaN()
  expect(headers["x-nap-delivery"]).toBe(`revision-${revision}`)

  const row = await db().revision.findUniqueOrThrow({ where: { number: revision } })
  expect(JSON.parse(body)).toEqual({
    revision,
    kind: "world-changed",
    publishedAt: row.publishedAt.toISOString(),
    reason: { en: "The committee met.", ur: null },
    hash: row.hash,
    entries: [{ kind: "assessment", id: expect.any(String), act: "add" }],
    url: `https://nap.example.org/en/changes?revision=${revision}`,
  })
  expect(body).not.toContain("nobody knows")
})

test("each message of a long round carries the time at which it went out", async () => {
  await publish()
  await publish()
  await publish()
  slowMs = 60_000
  const started = clock
  await round()
  const ages = received.map(({ headers }) => Date.parse(String(headers["x-nap-timestamp"])) - started)
  expect(ages).toEqual([0, 60_000, 120_000])
})

test("a refusal is tried again after a minute, then later and later, and the next revision waits its turn", async () => {
  const first = await publish()
  answers = [500, 503]
  await round()
  const second = await publish()
  await round(0.5)
  expect(numbers()).toEqual([first])
  await round(0.6)
  await round(4)
  expect(numbers()).toEqual([first, first])
  await round(1.1, 2)
  expect(numbers()).toEqual([first, first, first, second])
  const { attempts, lastStatus } = await db().delivery.findUniqueOrThrow({ where: { revision: first } })
  expect([attempts, lastStatus]).toEqual([3, "200"])
  expect(received[0]!.headers["x-nap-delivery"]).toBe(received[2]!.headers["x-nap-delivery"])
})

test("after the sixth attempt it is given up, with what it last said, and the next revision is told", async () => {
  const first = await publish()
  const second = await publish()
  answers = [500, 500, 500, 500, 500, 410]
  for (const minutes of [0, 1, 5, 30, 120, 720, 720]) await round(minutes)
  expect(numbers()).toEqual([...Array<number>(6).fill(first), second])
  expect(await deliveryState(SYSTEM)).toEqual({ last: second, waiting: 0, givenUp: 1, lastStatus: "410" })
  await db().delivery.delete({ where: { revision: first } })
})

test("a redirect is not followed, and a server that never answers is left after five seconds", async () => {
  const revision = await publish()
  answers = [302]
  await round()
  expect(received.map((it) => it.path)).toEqual(["/hook?key=operator-only"])
  answers = ["never"]
  const started = Date.now()
  await round(1)
  expect(Date.now() - started).toBeGreaterThan(4500)
  expect(await db().delivery.findUniqueOrThrow({ where: { revision } })).toMatchObject({
    attempts: 2,
    lastStatus: "timeout",
    deliveredAt: null,
  })
  expect((await deliveryState(SYSTEM)).waiting).toBe(1)
  // The address may hold a key.
  expect(logged.join()).toContain("timeout")
  expect(logged.join()).not.toContain("operator-only")
}, 20_000)

test("nobody is told where no webhook is set", async () => {
  await publish()
  clock += 86_400_000
  await work(now, { ...config, webhook: null }, freshMemory())
  expect(received).toEqual([])
})
