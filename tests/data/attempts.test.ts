import fc from "fast-check"
import { afterEach, expect, test, vi } from "vitest"
import { assertAttempt, forgetAttempts, withinLimit } from "@/lib/data/attempts"
import { db } from "@/lib/data/db"
import { freshMemory, work } from "@/lib/web/worker"

const [TIMES, WINDOW_MS] = [20, 900_000]
afterEach(() => vi.useRealTimers())

const attempt = (whom: string) => withinLimit("sign-in", whom)
const attempts = (whom: string, count: number) => Promise.all(Array.from({ length: count }, () => attempt(whom)))
const through = (tries: boolean[]) => tries.filter(Boolean).length
/** As if so much time had gone by since every attempt. */
const wait = (ms: number) => db().$executeRaw`UPDATE "RateLimit" SET "lastRequest" = "lastRequest" - ${ms}::bigint`

test("attempts at once cannot slip past the limit, and it lets go after its window", async () => {
  expect(through(await attempts("a@nap.test", 60))).toBe(TIMES)
  expect(await attempt("b@nap.test")).toBe(true)
  await wait(WINDOW_MS + 1000)
  expect(await attempt("a@nap.test")).toBe(true)
  // No address is kept in the clear.
  expect(JSON.stringify((await db().rateLimit.findMany()).map(({ key }) => key))).not.toContain("nap.test")
})

test("one attempt early and the rest late leave no room for as many again", async () => {
  expect(await attempt("edge@nap.test")).toBe(true)
  await wait(WINDOW_MS - 1000)
  expect(through(await attempts("edge@nap.test", TIMES - 1))).toBe(TIMES - 1)
  await wait(2000)
  expect(through(await attempts("edge@nap.test", TIMES))).toBe(1)
})

test("however attempts fall, no window has more than the limit, and none is refused that fits", async () => {
  let runs = 0
  const bursts = fc.array(
    fc.record({ waitMs: fc.integer({ min: 0, max: 1_000_000 }), count: fc.integer({ min: 1, max: 24 }) }),
    { minLength: 2, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(bursts, async (steps) => {
      const whom = `any-${runs++}@nap.test`
      const [start, passed]: [number, { from: number; to: number }[]] = [Date.now(), []]
      let waited = 0
      const clock = () => Date.now() - start + waited
      for (const { waitMs, count } of steps) {
        await wait(waitMs)
        waited += waitMs
        const from = clock()
        const came = through(await attempts(whom, count))
        const to = clock()
        // The places still held when these came, for certain and at most: a burst takes some milliseconds.
        const certain = passed.filter((it) => it.from > to - WINDOW_MS).length
        const most = passed.filter((it) => it.to >= from - WINDOW_MS - 1).length
        expect(came).toBeLessThanOrEqual(Math.min(count, TIMES - certain))
        expect(came).toBeGreaterThanOrEqual(Math.min(count, TIMES - most))
        passed.push(...Array<{ from: number; to: number }>(came).fill({ from, to }))
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

test("the database's clock counts, not that of an instance whose own is wrong", async () => {
  expect(through(await attempts("clock@nap.test", 15))).toBe(15)
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * WINDOW_MS })
  expect(through(await attempts("clock@nap.test", 15))).toBe(TIMES - 15)
  vi.useRealTimers()
  expect(await attempt("clock@nap.test")).toBe(false)
})

test("an account is one, however its address is spelled", async () => {
  for (let round = 0; round < TIMES; round++) await assertAttempt(round % 2 ? "Sana@NAP.test" : "sana@nap.test")
  await expect(assertAttempt("SANA@nap.test")).rejects.toMatchObject({ code: "too_many" })
})

test("the worker drops attempts that no longer count, and only those", async () => {
  await db().rateLimit.deleteMany()
  await withinLimit("unlock", "an old link")
  await attempt("old@nap.test")
  await wait(3_590_000)
  await withinLimit("unlock", "a link")
  expect(through(await attempts("stranger@nap.test", 60))).toBe(TIMES)
  const round = () => work(() => new Date().toISOString(), { mail: null, webhook: null, baseUrl: "" }, freshMemory())
  await round()
  expect(await db().rateLimit.count()).toBe(2 + 1 + TIMES)
  await wait(11_000)
  await round()
  expect(await db().rateLimit.count()).toBe(1 + TIMES)
  expect(await attempt("stranger@nap.test")).toBe(false)
})

test("two instances that drop at once, and attempts meanwhile, do not hinder each other", async () => {
  await attempts("busy@nap.test", TIMES)
  await wait(4_000_000)
  const [again] = await Promise.all([attempts("busy@nap.test", 40), forgetAttempts(), forgetAttempts()])
  expect(through(again)).toBe(TIMES)
  await forgetAttempts()
  expect(await attempt("busy@nap.test")).toBe(false)
})
