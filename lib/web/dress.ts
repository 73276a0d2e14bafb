import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { constants, createGzip, type Gzip } from "node:zlib"
import { allows, chosenEncoding, isCompressible, toBrotli, toGzip, WORTH_COMPRESSING } from "./encoding"
import { contentPolicy } from "./headers"
import { type Kept, sendKept } from "./page-cache"
import { afterwards, setHead, toBuffer } from "./render"

/**
 * Stands between Next and one reader for everything that is not kept: HTML is held back until it is whole and leaves
 * with the policy that names its inline scripts; other text is compressed as it streams; the rest passes untouched.
 * `missing` stands in for a page that is not there: what Next answers then is empty without JavaScript.
 */
export function dress(request: IncomingMessage, response: ServerResponse, missing: () => Promise<Kept>): void {
  const write = response.write.bind(response) as (chunk: Buffer) => boolean
  const end = response.end.bind(response) as () => void
  const undress = (...names: string[]) => names.forEach((name) => Reflect.deleteProperty(response, name))
  let held: Buffer[] = []
  let gzip: Gzip | undefined
  let isPage = false

  /** Called when it is known whether more than a little follows; from here on nothing is held but a page. */
  const decide = (isLarge: boolean) => {
    if (isHtml(response)) return void (isPage = true)
    if (isLarge && mayCompress(request, response)) {
      gzip = startGzip(response, write, end)
      undress("writeHead", "flushHeaders")
      for (const chunk of held) gzip.write(chunk)
    } else {
      undress("writeHead", "flushHeaders", "flush", "write", "end")
      for (const chunk of held) response.write(chunk)
    }
    held = []
  }

  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      setHead(response, status, rest.at(-1))
      return response
    },
    flushHeaders: () => {},
    flush: () => gzip?.flush(constants.Z_SYNC_FLUSH),
    write: (chunk: unknown, encoding?: unknown, callback?: unknown) => {
      afterwards(encoding, callback)
      const bytes = toBuffer(chunk, encoding)
      if (gzip) return gzip.write(bytes)
      // A small first piece waits for the next: if none comes, compressing it would only make it larger.
      const isLarge = held.length > 0 || bytes.length >= WORTH_COMPRESSING
      held.push(bytes)
      if (!isPage && isLarge) decide(true)
      return true
    },
    end: (chunk?: unknown, encoding?: unknown, callback?: unknown) => {
      afterwards(chunk, encoding, callback)
      const bytes =
        typeof chunk === "function" || chunk === undefined || chunk === null ? null : toBuffer(chunk, encoding)
      if (gzip) return (gzip.end(bytes ?? undefined), response)
      if (bytes) held.push(bytes)
      if (!isPage && !isHtml(response) && held.length <= 1 && (held[0]?.length ?? 0) < WORTH_COMPRESSING) {
        undress("writeHead", "flushHeaders", "flush", "write", "end")
        return response.end(held[0])
      }
      if (!isPage) decide(true)
      if (isPage) {
        undress("writeHead", "flushHeaders", "flush", "write", "end")
        const sent =
          response.statusCode === 404
            ? sendMissing(request, response, missing)
            : sendPage(request, response, Buffer.concat(held))
        sent.catch((error: Error) => response.destroy(error))
      } else if (gzip) (gzip as Gzip).end()
      else response.end()
      return response
    },
  })
}

async function sendPage(request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const accepted = body.length < WORTH_COMPRESSING ? "identity" : chosenEncoding(request.headers["accept-encoding"])
  const bytes = accepted === "br" ? await toBrotli(body) : accepted === "gzip" ? await toGzip(body) : body
  response.setHeader("Content-Security-Policy", contentPolicy(body.toString()))
  addVary(response, "Accept-Encoding")
  if (accepted !== "identity") response.setHeader("Content-Encoding", accepted)
  // Next's tag does not know the bytes that leave here.
  response.removeHeader("etag")
  response.setHeader("Content-Length", bytes.length)
  response.end(bytes)
}

async function sendMissing(request: IncomingMessage, response: ServerResponse, missing: () => Promise<Kept>) {
  for (const name of ["etag", "content-length"]) response.removeHeader(name)
  await sendKept(await missing(), request, response, {}, 404)
}

function mayCompress(request: IncomingMessage, response: ServerResponse): boolean {
  return (
    request.method !== "HEAD" &&
    response.statusCode === 200 &&
    !response.hasHeader("content-encoding") &&
    isCompressible(String(response.getHeader("content-type") ?? "")) &&
    allows(String(request.headers["accept-encoding"] ?? ""), "gzip")
  )
}

const isHtml = (response: ServerResponse) => String(response.getHeader("content-type") ?? "").startsWith("text/html")

function startGzip(response: ServerResponse, write: (chunk: Buffer) => boolean, end: () => void): Gzip {
  const gzip = createGzip({ level: 5 })
  response.setHeader("Content-Encoding", "gzip")
  response.removeHeader("content-length")
  addVary(response, "Accept-Encoding")
  const tag = response.getHeader("etag")
  // The tag names the bytes before compression.
  if (typeof tag === "string" && !tag.startsWith("W/")) response.setHeader("ETag", `W/${tag}`)
  gzip.on("data", (chunk: Buffer) => void (write(chunk) || gzip.pause()))
  gzip.on("end", end)
  // Next waits for the response to drain before it writes on; what has to drain here is the compressor.
  gzip.on("drain", () => response.emit("drain"))
  response.on("drain", () => gzip.resume())
  response.on("close", () => gzip.destroy())
  return gzip
}

function addVary(response: ServerResponse, name: string): void {
  const present = String(response.getHeader("vary") ?? "")
  if (present.toLowerCase().includes(name.toLowerCase())) return
  response.setHeader("Vary", present ? `${present}, ${name}` : name)
}
