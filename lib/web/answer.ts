import "server-only"
import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { citedPage, withPath } from "@/lib/domain/citation"
import { dayOf } from "@/lib/domain/date"
import { drawnApartOf, isDrawnApart } from "@/lib/domain/drawing"
import { HTTP_STATUS, Refusal } from "@/lib/domain/refusal"
import { bodyLimit, limitBody } from "./body-limit"
import { dress } from "./dress"
import { API_POLICY, DEVELOPMENT_POLICY, FILE_POLICY, fixedHeaders, framedBy, LINK_HEADERS } from "./headers"
import { health, isClosing } from "./health"
import { isLinkFile, LINK, linkAnswer, linkLanguage, SAID, unlock } from "./links"
import { PROOF_HEADER } from "./link-data"
import { log, logFailure, safePath } from "./log"
import { pictureWords } from "./picture-words"
import { PICTURE, Pictures, sendPicture, themeIn } from "./pictures"
import { keep, PageCache, sendKept } from "./page-cache"
import { languageRedirect } from "./redirects"
import { render, type Handler } from "./render"
import { scriptless } from "./scriptless"

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
/** Whatever carries a link's or an invitation's secret. */
const LINK_ADDRESS = /^\/(?:(en|ur)\/)?(s|embed|join)\/|^\/api\/v1\/links\//
const BARE_LINK = /^\/(?:s|embed)\/([^/]+)\/?$/
const FOREVER = "public, max-age=31536000, immutable"

/**
 * How a request is answered, first match wins: health, language redirect, refused body, kept page, kept file, Next.
 * In development nothing is kept.
 */
export function answerer(next: Handler, development: boolean) {
  const fixed = fixedHeaders()
  const asSite = () => ({
    host: new URL(settings().baseUrl).host,
    accept: "text/html",
    // Named, because Next puts a page's metadata behind its body for whoever does not say who they are.
    "user-agent": "NAP Tracker",
    "x-request-id": randomUUID(),
  })
  const pages = new PageCache((url) => render(next, url, asSite()))
  const said = new PageCache(async (url) => {
    const page = await render(next, url, asSite())
    return LINK.test(url) ? scriptless(page) : page
  })
  // A locked link's page is rendered with the proof that opened it; its address in the cache tells the version.
  const links = new PageCache(async (url) => {
    const [address, , proof] = url.split("#")
    return scriptless(await render(next, address!, { ...asSite(), ...(proof && { [PROOF_HEADER]: proof }) }))
  })
  const embeds = new PageCache(async (url) => scriptless(await render(next, url, asSite())))
  const files = new PageCache((url) => render(next, url, asSite()))
  const missing = (path: string) => said.get(path.startsWith("/ur") ? "/ur/404" : "/en/404", SAID)

  const pictures = new Pictures()
  /** While developing, every rendering is of a state of its own. */
  const stateNow = async () => (development ? `${await siteState()}|${randomUUID()}` : siteState())
  /**
   * A picture of a reader's page, from the page as readers get it; null where there is none. On a private site it is
   * rendered for the one who asks, and shows nothing to whom the page does not.
   */
  const picture = async (request: IncomingMessage, path: string, search: string) => {
    const [, page, name, format] = PICTURE.exec(path)!
    const screen = citedPage(page!.slice(3))?.screen
    if (isDrawnApart(name) && !(screen && drawnApartOf(screen).includes(name))) return null
    const asked = new URLSearchParams(search)
    asked.delete("theme")
    const address = isDrawnApart(name)
      ? `${page!.slice(0, 3)}/drawing/${name}${normalised(`?${withPath(asked, page!.slice(3))}`)}`
      : page! + normalised(`?${asked}`)
    const { cookie = "" } = request.headers
    const kept =
      settings().visibility === "public"
        ? await pages.get(address, await stateNow())
        : await keep(await render(next, address, { ...asSite(), cookie }), "")
    if (kept.status !== 200) return null
    const theme = name === "preview" ? "light" : themeIn(search)
    return pictures.get(kept, name!, format as "svg" | "png", theme, await pictureWords(page!, name!, asked))
  }
  const makers = {
    said,
    page: async (url: string, proof: string | null) =>
      links.get(proof === null ? url : `${url}#${proof}`, await stateNow()),
    pictures,
  }

  /** Answers everything behind a link's address, when its state has been read. */
  const answerLink = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    const found = await linkAnswer(request, divided(request.url ?? ""), makers)
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
    return sendKept(shown.page, request, response, shown.headers, status)
  }

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID()
    const url = request.url ?? ""
    const [path, search] = divided(url)
    request.headers["x-request-id"] = id
    request.headers["x-nap-path"] = path // a private site's pages send readers back here after sign-in (ask.ts)
    const kept = keptAs(request, path, search, development)
    logAnswer(request, response, id, kept !== null)
    try {
      if (kept === "picture") {
        const found = await picture(request, path, search)
        if (found) {
          const control = settings().visibility === "public" ? "no-cache" : "private, no-store"
          const headers = { ...fixed, "x-request-id": id, "cache-control": control, ...closingHeader() }
          return sendPicture(found, request, response, headers)
        }
      }
      if (kept === "page") {
        const key = path + normalised(search)
        const state = await siteState()
        const page = pages.ready(key, state) ?? (await pages.get(key, state))
        const headers = { ...fixed, "x-request-id": id, "cache-control": "no-cache", ...closingHeader() }
        return await sendKept(page, request, response, headers)
      }
      if (kept === "link") return await answerLink(request, response, id)
      if (kept === "embed") {
        const page = await embeds.get(path + normalised(search), await stateNow())
        const own = { "x-request-id": id, "cache-control": "no-cache", "x-robots-tag": "noindex" }
        const shown = framedBy(["*"], page.status === 404 ? await missing(path) : page, { ...fixed, ...own })
        return await sendKept(shown.page, request, response, { ...shown.headers, ...closingHeader() }, page.status)
      }
      if (kept === "file") {
        const file = await files.get(path, "file")
        const headers = { ...fixed, "x-request-id": id, "cache-control": FOREVER, ...closingHeader() }
        return await sendKept(file, request, response, headers)
      }
      setHeaders(response, { ...fixed, "X-Request-Id": id, ...closingHeader() })
      if (!url.startsWith("/") || !isReadable(path))
        return problem(response, id, 400, "invalid", "The address cannot be read.")
      const state = request.method === "GET" || request.method === "HEAD" ? health(path) : null
      if (state) return json(request, response, state.status, state.body)
      if (LINK_ADDRESS.test(path)) setHeaders(response, LINK_HEADERS)
      const bare = BARE_LINK.exec(path)
      const chosen = bare && (await linkLanguage(bare[1]!))
      // What pictures are drawn from is no page of its own.
      if (DRAWN_APART_PAGE.test(path)) {
        const headers = { ...fixed, "x-request-id": id, ...closingHeader() }
        return await sendKept(await missing(path), request, response, headers, 404)
      }
      const redirect = languageRedirect(path, search, chosen ?? request.headers["accept-language"])
      if (redirect) {
        setHeaders(response, { ...redirect.headers, Location: redirect.to })
        response.statusCode = 307
        return void response.end()
      }
      const say = async (name: string, status: number) => {
        response.setHeader("Retry-After", status === 429 ? "600" : "5")
        const page = await said.get(`/${LINK.exec(path)![1]}/s/${name}`, SAID)
        await sendKept(page, request, response, { ...fixed, ...LINK_HEADERS, "x-request-id": id }, status)
      }
      if (request.method === "POST" && LINK.test(path)) return await unlock(request, response, path, say)
      if (!development && LINK.test(path)) return problem(response, id, 405, "invalid", "A link is only read.")
      const isApi = path.startsWith("/api/")
      if (isApi && limitBody(request, () => refuseBody(request, response, id, path), bodyLimit(path))) return
      // Set before Next answers: it keeps what it finds, so an endpoint's own would come too late.
      if (isApi) response.setHeader("Content-Security-Policy", API_POLICY)
      else if (development) response.setHeader("Content-Security-Policy", DEVELOPMENT_POLICY)
      if (!development) dress(request, response, () => missing(path))
      await next(request, response)
    } catch (error) {
      logFailure(error, { requestId: id, path: url })
      if (response.headersSent || response.writableEnded) return void response.destroy()
      if (error instanceof Refusal) return problem(response, id, HTTP_STATUS[error.code], error.code, error.message)
      problem(response, id, 503, "unavailable", "This cannot be answered at the moment. Please try again.")
    }
  }
}

/** Whether an answer may come from what is kept: only readings by nobody in particular, or of what a link opens. */
function keptAs(
  request: IncomingMessage,
  path: string,
  search: string,
  development: boolean,
): "page" | "picture" | "link" | "embed" | "file" | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null
  if (PUBLIC_EMBED.test(path) && settings().visibility === "public" && search.length <= LONGEST_QUERY) return "embed"
  if (LINK.test(path)) return development && !isLinkFile(path) ? null : "link"
  // Of a public page a picture is the same for everybody, whoever asks.
  if (READER_PAGE.test(PICTURE.exec(path)?.[1] ?? "")) return search.length > LONGEST_QUERY ? null : "picture"
  if (development) return null
  if (COMPRESSIBLE_FILE.test(path)) return "file"
  if (settings().visibility !== "public" || !READER_PAGE.test(path)) return null
  const { cookie, authorization, rsc } = request.headers
  if (cookie !== undefined || authorization !== undefined || rsc !== undefined) return null
  return search.length > LONGEST_QUERY || /[?&]_rsc\b/.test(search) ? null : "page"
}

/** Everything that a reader page depends on besides its address. Begins with the revision. */
async function siteState(): Promise<string> {
  const { newest } = await ledger()
  return `${newest}|${dayOf(new Date().toISOString())}|${ledgerHealth().reachable}`
}

/** The same question in another order is the same page. */
function normalised(search: string): string {
  if (search === "" || search === "?") return ""
  const parameters = new URLSearchParams(search)
  parameters.sort()
  return `?${parameters}`
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

function refuseBody(request: IncomingMessage, response: ServerResponse, id: string, path: string) {
  if (response.headersSent || response.writableEnded) return void request.destroy()
  // What still comes is not worth reading.
  response.setHeader("Connection", "close")
  response.once("finish", () => request.destroy())
  problem(response, id, 413, "too_large", `The request is larger than ${bodyLimit(path) / 1024} KiB.`)
}

function problem(response: ServerResponse, id: string, status: number, code: string, title: string) {
  const body = JSON.stringify({ type: "about:blank", title, status, code, requestId: id })
  if (status === 503) response.setHeader("Retry-After", "5")
  setHeaders(response, { "X-Request-Id": id, "Cache-Control": "no-store", "Content-Type": "application/problem+json" })
  response.statusCode = status
  response.end(body)
}

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
    const isReading = request.method === "GET" || request.method === "HEAD"
    const level = status >= 500 ? "error" : isReading && status < 400 ? "debug" : "info"
    log()[level](
      { requestId: id, method: request.method, path, status, ms: Math.round(performance.now() - started) },
      "answered",
    )
  })
}
