import "server-only"
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from "node:http"
import { Socket } from "node:net"
import { safePath } from "./log"

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What a handler answered, whole. Header names are lower case. */
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * Asks the handler for a page on nobody's behalf: the request carries no cookie, address, language or encoding of a
 * reader, so the answer is the same for all of them, and it does not end when the one who asked first goes away.
 * @throws whatever the handler throws, or Error when it drops the answer.
 */
export function render(handler: Handler, url: string, headers: Record<string, string>): Promise<Rendered> {
  const request = new IncomingMessage(new Socket())
  request.method = "GET"
  request.url = url
  request.headers = headers
  request.push(null)
  const response = new ServerResponse(request)
  return new Promise((resolve, reject) => {
    // Without a socket nobody else tells the handler that its answer has gone out, or that it broke.
    response.destroy = () => {
      reject(new Error(`the page ${safePath(url)} was dropped while it was rendered`))
      return response
    }
    collect(response, (body) => {
      resolve({ status: response.statusCode, headers: response.getHeaders(), body })
      response.emit("finish")
      response.emit("close")
    })
    handler(request, response).catch(reject)
  })
}

/** Keeps what is written to a response instead of sending it. Headers stay changeable until `done` gets the body. */
export function collect(response: ServerResponse, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let ended = false
  Object.assign(response, {
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => {
      setHead(response, status, rest.at(-1))
      return response
    },
    write: (chunk: unknown, encoding?: unknown, callback?: unknown) => {
      chunks.push(toBuffer(chunk, encoding))
      afterwards(encoding, callback)
      return true
    },
    end: (chunk?: unknown, encoding?: unknown, callback?: unknown) => {
      if (ended) return response
      ended = true
      if (typeof chunk !== "function" && chunk !== undefined && chunk !== null) chunks.push(toBuffer(chunk, encoding))
      afterwards(chunk, encoding, callback)
      done(Buffer.concat(chunks))
      return response
    },
  })
}

/** What `writeHead` would send, as changeable headers. */
export function setHead(response: ServerResponse, status: number, headers: unknown): void {
  response.statusCode = status
  if (Array.isArray(headers)) {
    const flat = headers.flat() as string[]
    for (let at = 0; at + 1 < flat.length; at += 2) response.setHeader(flat[at]!, flat[at + 1]!)
  } else if (headers !== null && typeof headers === "object") {
    for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders))
      if (value !== undefined) response.setHeader(name, value)
  }
}

/** A piece of an answer as bytes, however it was handed to `write` or `end`. */
export function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk !== "string") return Buffer.from(chunk as Uint8Array)
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
}

/** Calls the callback among the arguments of `write` or `end`, if there is one. */
export function afterwards(...candidates: unknown[]): void {
  const callback = candidates.find((candidate) => typeof candidate === "function") as (() => void) | undefined
  if (callback) process.nextTick(callback)
}
