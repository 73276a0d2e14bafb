import "server-only"
import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { Turns } from "@/lib/data/turns"
import { Refusal } from "@/lib/domain/refusal"
import { chosenEncoding, fromGzip, TIGHTEST, toBrotli, toGzip, type Encoding } from "./encoding"
import { contentPolicy } from "./headers"
import { logFailure } from "./log"
import type { Rendered } from "./render"

/** One rendered answer, ready for every reader: compressed once, with the headers that belong to it. */
export type Kept = { status: number; headers: Record<string, string>; tag: string; br: Buffer; gzip: Buffer }

const LIMIT = 32 * 1024 * 1024
/** A page asked for so often is worth half a second of packing it as small as it gets. */
const OFTEN = 4
const PASSED_ON = ["content-type", "content-language", "link", "location"]

/** One page after another, outside the main thread, and not for ever: readers come first. */
const packing = new Turns(1, { mostWaiting: 50, refusal: "Pages that are not packed are sent as they are." })

/**
 * Rendered public pages by address. A page is a value of (address, state of the site), so it is rendered once and
 * stays until the state moves; when it does, all pages go. Bounded by bytes, least recently used first.
 */
export class PageCache {
  private pages = new Map<string, Kept>()
  private readonly asked = new WeakMap<Kept, number>()
  private underway = new Map<string, Promise<Kept>>()
  private state = ""
  private bytes = 0

  constructor(
    private readonly render: (url: string) => Promise<Rendered>,
    private readonly limit = LIMIT,
  ) {}

  /** The page if it is here already: what a hot answer costs is this look-up. */
  ready(url: string, state: string): Kept | null {
    if (state !== this.state) this.moveTo(state)
    const page = this.pages.get(url)
    if (!page) return null
    this.pages.delete(url)
    this.pages.set(url, page)
    const asked = (this.asked.get(page) ?? 0) + 1
    this.asked.set(page, asked)
    if (asked === OFTEN) packing.take(() => this.pack(url)).catch(unlessRefused)
    return page
  }

  /** Its tag stays: what it unpacks to is the same, and nobody asks for a part of a page. */
  private async pack(url: string): Promise<void> {
    const page = this.pages.get(url)
    if (!page) return
    const small = await toBrotli(await fromGzip(page.gzip), TIGHTEST)
    if (small.length >= page.br.length) return
    if (this.pages.get(url) === page) this.bytes -= page.br.length - small.length
    page.br = small
  }

  /**
   * The page, rendered if need be; whoever asks for it meanwhile waits for the same rendering. Only good pages are
   * kept. `state` starts with the revision, which becomes part of the tag.
   */
  get(url: string, state: string): Promise<Kept> {
    const page = this.ready(url, state)
    if (page) return Promise.resolve(page)
    const waiting = this.underway.get(url)
    if (waiting) return waiting
    const rendering = this.fresh(url, state).finally(() => {
      if (this.underway.get(url) === rendering) this.underway.delete(url)
    })
    this.underway.set(url, rendering)
    return rendering
  }

  private async fresh(url: string, state: string): Promise<Kept> {
    const rendered = await this.render(url)
    const page = await keep(rendered, state.split("|", 1)[0]!)
    if (state === this.state && isGood(rendered)) this.store(url, page)
    return page
  }

  private moveTo(state: string) {
    this.state = state
    this.pages.clear()
    this.underway.clear()
    this.bytes = 0
  }

  private store(url: string, page: Kept) {
    this.bytes += sizeOf(url, page)
    this.pages.set(url, page)
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= this.limit) break
      this.pages.delete(oldest)
      this.bytes -= sizeOf(oldest, old)
    }
  }
}

/** A page that stays as it was is nobody's failure. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) logFailure(error, { requestId: "", path: "" })
}

/** A page that failed half-way still has status 200; React leaves a digest of the error in it. */
const isGood = (rendered: Rendered) => rendered.status === 200 && !rendered.body.includes("data-dgst=")

const sizeOf = (url: string, page: Kept) => page.br.length + page.gzip.length + 2 * url.length + 1000

/** An answer made ready to send. */
export async function keep({ status, headers, body }: Rendered, revision: string): Promise<Kept> {
  const own: Record<string, string> = {}
  for (const name of PASSED_ON) if (headers[name] !== undefined) own[name] = String(headers[name])
  if (own["content-type"]?.startsWith("text/html")) own["content-security-policy"] = contentPolicy(body.toString())
  const [br, gzip] = await Promise.all([toBrotli(body), toGzip(body)])
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 16)
  return { status, headers: own, tag: `${revision}-${digest}`, br, gzip }
}

/**
 * Sends a kept page in the encoding the reader asks for, or says that the reader has it already. With another `status`
 * the page stands in for an answer that has no page of its own.
 */
export async function sendKept(
  page: Kept,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
  status = page.status,
): Promise<void> {
  const encoding = chosenEncoding(request.headers["accept-encoding"])
  const tag = tagOf(page, encoding)
  const all: Record<string, string | number> = { ...headers, ...page.headers, vary: "Accept-Encoding, Cookie" }
  if (status === 200) {
    all.etag = tag
    if (matches(request.headers["if-none-match"], tag)) {
      delete all["content-type"]
      response.writeHead(304, all).end()
      return
    }
  } else all["cache-control"] = "no-store"
  const body = encoding === "identity" ? await fromGzip(page.gzip) : page[encoding]
  if (encoding !== "identity") all["content-encoding"] = encoding
  all["content-length"] = body.length
  response.writeHead(status, all)
  response.end(request.method === "HEAD" ? undefined : body)
}

/** Each encoding is other bytes, so it has a tag of its own. */
const tagOf = (page: Kept, encoding: Encoding) => `"${page.tag}${encoding === "identity" ? "" : `-${encoding}`}"`

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return (
    header === tag || header.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag)
  )
}
