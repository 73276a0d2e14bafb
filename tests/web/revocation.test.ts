import { afterAll, beforeAll, expect, test } from "vitest"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"
import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import { type CachingProxy, cachingProxy } from "./caching-proxy"
import { ask, site, someone, type Someone } from "./client"

const LINKS = 100
const AT_ONCE = 10

let more: TestSite[] = []
let proxy: CachingProxy
let owner: Someone
beforeAll(async () => {
  const data = process.env.NAP_TEST_DATA!
  more = await Promise.all([startTestSite({ NAP_DATA: data }), startTestSite({ NAP_DATA: data })])
  proxy = await cachingProxy([site, ...more.map(({ url }) => url)])
  owner = await someone("analyst")
}, 180_000)
afterAll(async () => {
  await proxy?.close()
  for (const each of more) await each.stop()
})

/** In groups, so that the machine is asked no more than a proxy would ask it. */
async function inGroups<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(work))
}

test("a revoked link is refused by three instances and the cache before them from the next request on, and for good", async () => {
  const made: Awaited<ReturnType<typeof createShare>>[] = []
  await inGroups([...Array(LINKS).keys()], async (at) => {
    const query = { plan: "nap-2014", points: [1 + (at % 20)] } as never
    made.push(await createShare(owner, share({ frozen: at % 2 === 0, query })))
  })
  const doors = [proxy.url, site, ...more.map(({ url }) => url)]
  const paths = (token: string) => [
    `/en/s/${token}`,
    `/ur/s/${token}`,
    `/en/s/${token}/data.csv`,
    `/api/v1/links/${token}`,
  ]
  const tags = new Map<string, string>()
  await inGroups(made, async ({ token }) => {
    for (const path of paths(token))
      for (let round = 0; round < 3; round++) {
        const answer = await ask(path, { at: proxy.url })
        expect(answer.status, path).toBe(200)
        const tag = answer.headers.get("etag")
        if (tag) tags.set(path, tag)
      }
  })
  expect(tags.size).toBeGreaterThan(LINKS)

  const ways = (path: string): Record<string, string>[] => [
    {},
    { "if-none-match": tags.get(path) ?? '"x"' },
    { "if-modified-since": new Date().toUTCString() },
    { purpose: "prefetch", "sec-purpose": "prefetch;prerender" },
    { "cache-control": "only-if-cached, max-stale=86400" },
  ]
  await inGroups(made, async ({ token, share: { id } }) => {
    expect((await ask(`/api/v1/shares/${id}`, { method: "DELETE", as: owner })).status).toBe(204)
    for (const at of doors)
      for (const [way, path] of paths(token).entries()) {
        const answer = await ask(path, { at, headers: ways(path)[way] })
        expect(answer.status, `${at}${path}`).toBe(404)
      }
  })

  await inGroups(made, async ({ token }) => {
    for (const path of paths(token))
      for (const headers of ways(path)) expect((await ask(path, { at: proxy.url, headers })).status).toBe(404)
  })
}, 240_000)

test("the cache before the instances does keep what may be kept", async () => {
  const html = (await ask("/en", { at: proxy.url })).text
  const [file] = /\/_next\/static\/[^"]+\.css/.exec(html)!
  const before = proxy.hits()
  for (let round = 0; round < 5; round++) expect((await ask(file, { at: proxy.url })).status).toBe(200)
  expect(proxy.hits() - before).toBeGreaterThanOrEqual(3)
  expect(proxy.stored()).toBeGreaterThan(0)
})
