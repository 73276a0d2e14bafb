import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import autocannon from "autocannon"
import { buildIfNeeded } from "@/lib/cli/build"
import { startTestSite } from "@/lib/cli/test-site"
import { figure, median } from "./figures"

const ROUNDS = 5
const SECONDS = 2
const GZIP = { "accept-encoding": "gzip" }

/**
 * A hot public page and a hot share page against bare node:http answering the same bytes in the same process layout,
 * the share's also with one primary-key look-up a request. Loopback only; every burst lasts two seconds.
 */
export async function* serving(): AsyncGenerator<string> {
  await buildIfNeeded()
  const site = await startTestSite()
  try {
    const page = `${site.url}/en`
    const bytes = Buffer.from(await (await fetch(page, { headers: GZIP })).arrayBuffer())
    const bare = await bareServer(Buffer.from(await gzipOf(page)))
    yield `overview: ${(bytes.length / 1024).toFixed(0)} kB as text, ${((await gzipOf(page)).byteLength / 1024).toFixed(1)} kB compressed`
    for (const connections of [16, 64]) yield* compared(`hot page, c=${connections}`, page, bare.url, connections)
    bare.server.close()

    const token = /\/s\/([\w-]{43})/.exec(site.output())![1]!
    const share = `${site.url}/en/s/${token}`
    const looking = await lookingServer(site.data, Buffer.from(await gzipOf(share)))
    yield* compared("hot share page, c=16, against node + one look-up", share, looking.url, 16)
    await looking.stop()

    const cold: number[] = []
    for (let day = 1; day <= 9; day++) {
      const started = performance.now()
      await (await fetch(`${page}?asOf=2019-03-0${day}`)).arrayBuffer()
      cold.push(performance.now() - started)
    }
    yield `cold page (a question not asked before): ${figure(cold, "ms")}`
  } finally {
    await site.stop()
  }
}

async function* compared(name: string, target: string, limit: string, connections: number): AsyncGenerator<string> {
  const rates: [number[], number[]] = [[], []]
  const tails: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, url] of [target, limit].entries()) {
      const result = await autocannon({ url, connections, duration: SECONDS, headers: GZIP })
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
      rates[at]!.push(result.requests.average)
      tails[at]!.push(result.latency.p99)
    }
  }
  const [ours, bare] = rates
  yield `${name}: ${figure(ours, "/s")}, limit ${figure(bare, "/s")}, ratio ${(median(ours) / median(bare)).toFixed(2)} (goal ≥ 0.5); p99 ${median(tails[0])} ms against ${median(tails[1])} ms`
}

async function gzipOf(url: string): Promise<Buffer> {
  // fetch would decompress; the compressed bytes are what travels.
  const { get } = await import("node:http")
  return new Promise((resolve, reject) => {
    get(url, { headers: GZIP }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => resolve(Buffer.concat(chunks)))
    }).on("error", reject)
  })
}

async function bareServer(
  body: Buffer,
  before: () => Promise<unknown> = async () => {},
): Promise<{ server: Server; url: string }> {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": body.length,
  }
  const server = createServer((_, response) => {
    void before().then(() => response.writeHead(200, headers).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** The limit for a share page: the same bytes after one primary-key look-up in the very same Postgres. */
async function lookingServer(data: string, body: Buffer) {
  process.env.NAP_DATA = data
  const { openDatabase } = await import("@/lib/data/postgres/open")
  const { Pool } = await import("pg").then((module) => module.default)
  const database = await openDatabase()
  const pool = new Pool({ connectionString: database.url, max: 10 })
  const { server, url } = await bareServer(body, () => pool.query('SELECT id FROM "Share" WHERE id = $1', ["x"]))
  const stop = async () => {
    server.close()
    await pool.end()
    await database.stop()
  }
  return { url, stop }
}
