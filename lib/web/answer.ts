import "server-only"
import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { settings } from "@/lib/data/settings"
import { Refusal } from "@/lib/domain/refusal"
import { bodyLimit, limitBody } from "./body-limit"
import { dress } from "./dress"
import { API_POLICY, DEVELOPMENT_POLICY, FILE_POLICY, fixedHeaders, framedBy, LINK_HEADERS } from "./headers"
import { health, isClosing } from "./health"
import { isLinkFile, LINK, linkAnswer, linkLanguage, SAID, unlock } from "./links"
import { log, safePath } from "./log"
import { type Makers, makersOf, normalised } from "./makers"
import { PICTURE, sendPicture } from "./pictures"
import { sendKept } from "./page-cache"
import { LINK_ADDRESS, sendProblem } from "./problem-page"
import { languageRedirect } from "./redirects"
import type { Handler } from "./render"
import { mayBeSignedIn } from "./session-cookie"

/** Pages that show the same to everybody; everything else is asked of Next each time. */
const READER_PAGE =
  /^\/(en|ur)(\/points(\/[\w-]+)*|\/explore|\/compare|\/outcomes|\/momentum|\/sandbox|\/method|\/data|\/cite\/[\w-]+|\/changes(\/record\/\w+\/[\w.%~-]+)?)?$/
/** Views of a public site for other sites' frames. */
const PUBLIC_EMBED =
  /^\/(en|ur)\/embed\/(overview(\/(trend|butterfly|imbalance))?|points|point\/\d{4}\/\d{1,3}(\/(strand-kinetic|strand-non-kinetic|evidence))?)$/
/** Charts drawn apart from their pages: asked for by this server alone. */
const DRAWN_APART_PAGE = /^\/(en|ur)\/drawing(\/|$)/
const COMPRESSIBLE_FILE = /^\/_next\/static\/[^?]+\.(js|css|json|svg|txt)$/
const LONGEST_QUERY = 500
/** Requests that Next answers itself. */
const MOST_UNDERWAY = 128
const BARE_LINK = /^\/(?:s|embed)\/([^/]+)\/?$/
const FOREVER = "public, max-age=31536000, immutable"

/** One request, as far as it is looked at here. */
type Asked = { request: IncomingMessage; response: ServerResponse; id: string; path: string; search: string }
type Way = (asked: Asked) => Promise<void>

/**
 * How a request is answered: from what is kept where it can be (`keptAs`); else a health check, what is said of
 * addresses that lead nowhere, the form of a locked link, and for everything else Next. In development nothing is kept.
 */
export function answerer(next: Handler, development: boolean) {
  const makers = makersOf(next, development)
  const ways = waysOfKept(makers)
  const other = wayOfOther(next, makers, development)

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID()
    const url = request.url ?? ""
    const [path, search] = divided(url)
    request.headers["x-request-id"] = id
    request.headers["x-nap-path"] = path // a private site's pages send readers back here after sign-in (ask.ts)
    const kept = keptAs(request, path, search, development)
    logAnswer(request, response, id, kept !== null)
    const asked = { request, response, id, path, search }
    try {
      await (kept === null ? other(asked) : ways[kept](asked))
    } catch (error) {
      sendProblem({ request, response, id, isFramed: kept === "embed" }, error)
    }
  }
}

type KeptAs = "page" | "picture" | "link" | "embed" | "file"

function waysOfKept(makers: Makers): Record<KeptAs, Way> {
  const fixed = fixedHeaders()
  const about = (id: string) => ({ ...fixed, "x-request-id": id, ...closingHeader() })
  return {
    async page({ request, response, id, path, search }) {
      const page = await makers.page(path + normalised(search))
      const shown = page.status === 404 ? await makers.missing(path) : page
      const headers = { ...about(id), "cache-control": "no-cache" }
      await sendKept(shown, request, response, headers, page.status)
    },
    async picture({ request, response, id, path, search }) {
      const picture = await makers.picture(path, search, request.headers.cookie ?? "")
      if (!picture) return sendKept(await makers.missing(path), request, response, about(id), 404)
      const control = settings().visibility === "public" ? "no-cache" : "private, no-store"
      sendPicture(picture, request, response, { ...about(id), "cache-control": control })
    },
    async embed({ request, response, id, path, search }) {
      const page = await makers.embed(path + normalised(search))
      const own = { "x-request-id": id, "cache-control": "no-cache", "x-robots-tag": "noindex" }
      const found = page.status === 404 ? await makers.missing(path) : page
      const shown = framedBy(["*"], found, { ...fixed, ...own })
      await sendKept(shown.page, request, response, { ...shown.headers, ...closingHeader() }, page.status)
    },
    async file({ request, response, id, path }) {
      await sendKept(await makers.file(path), request, response, { ...about(id), "cache-control": FOREVER })
    },
    // Answered when the link's state has been read.
    async link({ request, response, id, path, search }) {
      const found = await linkAnswer(request, [path, search], makers)
      const headers = { ...fixed, ...LINK_HEADERS, "x-request-id": id, ...closingHeader() }
      if ("to" in found) return void response.writeHead(303, { ...headers, location: found.to }).end()
      if ("picture" in found) return sendPicture(found.picture, request, response, headers)
      if ("file" in found) {
        const { type, name, bytes } = found.file
        const own = { "content-type": type, "content-disposition": `attachment; filename="${name}"` }
        const size = { "content-length": bytes.length, "content-security-policy": FILE_POLICY }
        response.writeHead(200, { ...headers, ...own, ...size })
        return void response.end(request.method === "HEAD" ? undefined : bytes)
      }
      const { page, status, sites } = found
      if (status === 503) response.setHeader("Retry-After", "5")
      const shown = sites.length > 0 ? framedBy(sites, page, headers) : { page, headers }
      await sendKept(shown.page, request, response, shown.headers, status)
    },
  }
}

function wayOfOther(next: Handler, makers: Makers, development: boolean): Way {
  const fixed = fixedHeaders()
  let underway = 0
  return async ({ request, response, id, path, search }) => {
    setHeaders(response, { ...fixed, "X-Request-Id": id, ...closingHeader() })
    if (!path.startsWith("/") || !isReadable(path)) throw new Refusal("invalid", "The address cannot be read.")
    const state = isReading(request) ? health(path) : null
    if (state) return json(request, response, state.status, state.body)
    if (LINK_ADDRESS.test(path)) setHeaders(response, LINK_HEADERS)
    // What pictures are drawn from is no page of its own.
    if (DRAWN_APART_PAGE.test(path)) {
      const headers = { ...fixed, "x-request-id": id, ...closingHeader() }
      return sendKept(await makers.missing(path), request, response, headers, 404)
    }
    const bare = BARE_LINK.exec(path)
    const chosen = bare && (await linkLanguage(bare[1]!))
    const redirect = languageRedirect(path, search, chosen ?? request.headers["accept-language"])
    if (redirect) {
      setHeaders(response, { ...redirect.headers, Location: redirect.to })
      response.statusCode = 307
      return void response.end()
    }
    if (request.method === "POST" && LINK.test(path)) {
      return unlock(request, response, path, async (name, status) => {
        response.setHeader("Retry-After", status === 429 ? "600" : "5")
        const page = await makers.said.get(`/${LINK.exec(path)![1]}/s/${name}`, SAID)
        await sendKept(page, request, response, { ...fixed, ...LINK_HEADERS, "x-request-id": id }, status)
      })
    }
    if (!development && LINK.test(path)) throw new Refusal("not_allowed", "A link is only read.")
    // More than this at once is more than two processors answer in time; whoever comes then is better told so.
    if (underway >= MOST_UNDERWAY)
      throw new Refusal("unavailable", "Too much is asked at the moment. Please try again.")
    underway++
    response.once("close", () => underway--)
    const isApi = path.startsWith("/api/")
    if (isApi && limitBody(request, () => refuseBody({ request, response, id, path, search }), bodyLimit(path))) return
    // Set before Next answers: it keeps what it finds, so an endpoint's own would come too late.
    if (isApi) response.setHeader("Content-Security-Policy", API_POLICY)
    else if (development) response.setHeader("Content-Security-Policy", DEVELOPMENT_POLICY)
    if (!development) dress(request, response, () => makers.missing(path))
    await next(request, response)
  }
}

/** Whether an answer may come from what is kept: only readings by nobody in particular, or of what a link opens. */
function keptAs(request: IncomingMessage, path: string, search: string, development: boolean): KeptAs | null {
  if (!isReading(request)) return null
  if (PUBLIC_EMBED.test(path) && settings().visibility === "public" && search.length <= LONGEST_QUERY) return "embed"
  if (LINK.test(path)) return development && !isLinkFile(path) ? null : "link"
  // Of a public page a picture is the same for everybody, whoever asks.
  if (READER_PAGE.test(PICTURE.exec(path)?.[1] ?? "")) return search.length > LONGEST_QUERY ? null : "picture"
  if (development) return null
  if (COMPRESSIBLE_FILE.test(path)) return "file"
  if (settings().visibility !== "public" || !READER_PAGE.test(path)) return null
  const { cookie, authorization, rsc } = request.headers
  if (mayBeSignedIn(cookie) || authorization !== undefined || rsc !== undefined) return null
  return search.length > LONGEST_QUERY || /[?&]_rsc\b/.test(search) ? null : "page"
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function divided(url: string): [path: string, search: string] {
  const at = url.indexOf("?")
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at)]
}

function refuseBody({ request, response, id, path }: Asked) {
  if (response.headersSent || response.writableEnded) return void request.destroy()
  // What still comes is not worth reading.
  response.setHeader("Connection", "close")
  response.once("finish", () => request.destroy())
  const refusal = new Refusal("too_large", `The request is larger than ${bodyLimit(path) / 1024} KiB.`)
  sendProblem({ request, response, id }, refusal)
}

const isReading = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD"

function json(request: IncomingMessage, response: ServerResponse, status: number, body: object) {
  setHeaders(response, { "Content-Type": "application/json", "Cache-Control": "no-store" })
  response.statusCode = status
  response.end(request.method === "HEAD" ? undefined : JSON.stringify(body))
}

function setHeaders(response: ServerResponse, headers: Record<string, string>) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

const closingHeader = (): { Connection?: string } => (isClosing() ? { Connection: "close" } : {})

/** One line per request; a reader who got a page leaves none unless LOG_LEVEL is debug. */
function logAnswer(request: IncomingMessage, response: ServerResponse, id: string, isKept: boolean) {
  if (isKept && !log().isLevelEnabled("debug")) return
  const started = performance.now()
  const path = safePath(request.url ?? "")
  response.once("close", () => {
    const status = response.statusCode
    const level = status >= 500 ? "error" : isReading(request) && status < 400 ? "debug" : "info"
    log()[level](
      { requestId: id, method: request.method, path, status, ms: Math.round(performance.now() - started) },
      "answered",
    )
  })
}
