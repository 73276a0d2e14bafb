import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import CachePolicy from "http-cache-semantics"

export type CachingProxy = { url: string; hits(): number; stored(): number; close(): Promise<void> }

type Headers = Record<string, string>
type Kept = { policy: CachePolicy; body: Buffer }

/**
 * A shared cache before several instances, as an operator puts one up without settings of its own: it keeps what
 * RFC 9111 lets it keep, asks again as it says, and takes the instances in turn.
 */
export async function cachingProxy(instances: readonly string[]): Promise<CachingProxy> {
  const kept = new Map<string, Kept>()
  let [turn, hits] = [0, 0]
  const server = createServer((request, response) => {
    void (async () => {
      const asked = { url: request.url!, method: request.method!, headers: flat(request.headers) }
      const name = `${asked.method} ${asked.url}`
      const found = kept.get(name)
      if (found?.policy.satisfiesWithoutRevalidation(asked)) {
        hits++
        return response.writeHead(200, found.policy.responseHeaders() as Headers).end(found.body)
      }
      const headers = found ? (found.policy.revalidationHeaders(asked) as Headers) : asked.headers
      for (const hop of ["connection", "host", "keep-alive", "transfer-encoding", "content-length"]) delete headers[hop]
      const from = instances[turn++ % instances.length]!
      const answer = await fetch(from + asked.url, { method: asked.method, headers, redirect: "manual" })
      const body = Buffer.from(await answer.arrayBuffer())
      const told = { status: answer.status, headers: Object.fromEntries(answer.headers) }
      // What fetch has unpacked is neither packed nor of that length any more.
      for (const header of ["content-encoding", "content-length", "transfer-encoding"]) delete told.headers[header]
      if (found && answer.status === 304) {
        const { policy } = found.policy.revalidatedPolicy(asked, told)
        kept.set(name, { policy, body: found.body })
        return response.writeHead(200, policy.responseHeaders() as Headers).end(found.body)
      }
      const policy = new CachePolicy(asked, told, { shared: true })
      if (policy.storable()) kept.set(name, { policy, body })
      else kept.delete(name)
      response.writeHead(answer.status, told.headers).end(body)
    })().catch(() => response.writeHead(502).end())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    stored: () => kept.size,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const flat = (headers: NodeJS.Dict<string | string[]>): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]))
