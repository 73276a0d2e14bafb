import { fork } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { get } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import autocannon from "autocannon"
import { buildIfNeeded } from "@/lib/cli/build"
import { startTestSite } from "@/lib/cli/test-site"
import { figure, median } from "./figures"

const ROUNDS = 5
const SECONDS = 2
const GZIP = { "accept-encoding": "gzip" }

/**
 * A hot public page and a hot share page against bare node:http answering the same bytes from a process of its own,
 * the share's also with one primary-key look-up a request. Loopback only; every burst lasts two seconds.
 */
export async function* serving(): AsyncGenerator<string> {
  await buildIfNeeded()
  const site = await startTestSite()
  try {
    const page = `${site.url}/en`
    const bytes = Buffer.from(await (await fetch(page, { headers: GZIP })).arrayBuffer())
    const bare = await limitOf(await gzipOf(page))
    yield `overview: ${(bytes.length / 1024).toFixed(0)} kB as text, ${((await gzipOf(page)).byteLength / 1024).toFixed(1)} kB compressed`
    for (const connections of [16, 64]) yield* compared(`hot page, c=${connections}`, page, bare.url, connections)
    bare.stop()

    const token = /\/s\/([\w-]{43})/.exec(site.output())![1]!
    const share = `${site.url}/en/s/${token}`
    // The very same Postgres that the site uses.
    process.env.NAP_DATA = site.data
    const { openDatabase } = await import("@/lib/data/postgres/open")
    const database = await openDatabase()
    const looking = await limitOf(await gzipOf(share), database.url)
    yield* compared("hot share page, c=16, against node + one look-up", share, looking.url, 16)
    looking.stop()
    await database.stop()

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
  return new Promise((resolve, reject) => {
    get(url, { headers: GZIP }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => resolve(Buffer.concat(chunks)))
    }).on("error", reject)
  })
}

/** Starts the limit (bare.mjs) with these bytes, and a database where one is to be asked. */
async function limitOf(body: Buffer, database?: string): Promise<{ url: string; stop: () => void }> {
  const file = join(mkdtempSync(join(tmpdir(), "nap-bench-")), "body")
  writeFileSync(file, body)
  const child = fork("tests/bench/bare.mjs", database ? [file, database] : [file])
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)))
    child.once("error", reject)
  })
  return { url: `http://127.0.0.1:${port}/`, stop: () => void child.kill() }
}
