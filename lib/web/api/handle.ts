import "server-only"
import { settings } from "@/lib/data/settings"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { badParameters, Refusal } from "@/lib/domain/refusal"
import { actorOf } from "@/lib/web/actor"
import { CITATION } from "@/lib/web/api/citation"
import { isOpen, opened, preflight } from "@/lib/web/api/cors"
import { csvAnswer } from "@/lib/web/api/csv"
import type { Access, Answer, Endpoint } from "@/lib/web/api/endpoint"
import { openapi } from "@/lib/web/api/openapi"
import { CHANGES } from "@/lib/web/api/changes"
import { COMPARE } from "@/lib/web/api/compare"
import { COPIES } from "@/lib/web/api/copies"
import { EXPORT } from "@/lib/web/api/export"
import { hasAlready, notModified, tagOf } from "@/lib/web/api/tag"
import { DRAFTS } from "@/lib/web/api/drafts"
import { EXPLORE } from "@/lib/web/api/explore"
import { IMPORTS } from "@/lib/web/api/imports"
import { LEDGER } from "@/lib/web/api/ledger"
import { LINKS } from "@/lib/web/api/links"
import { LISTS } from "@/lib/web/api/lists"
import { NOTICES } from "@/lib/web/api/notices"
import { OUTCOMES } from "@/lib/web/api/outcomes"
import { OEMBED } from "@/lib/web/api/oembed"
import { PEOPLE } from "@/lib/web/api/people"
import { PROPOSALS } from "@/lib/web/api/proposals"
import { QUEUE } from "@/lib/web/api/queue"
import { READING } from "@/lib/web/api/reading"
import { REVIEWING } from "@/lib/web/api/reviewing"
import { SELF } from "@/lib/web/api/self"
import { SANDBOX } from "@/lib/web/api/sandbox"
import { SHARES } from "@/lib/web/api/shares"
import { xlsxAnswer } from "@/lib/web/api/xlsx"
import { FILE_POLICY } from "@/lib/web/headers"
import { problem } from "@/lib/web/problem"

/** The endpoint table: every route of the API, in one place. */
export const ENDPOINTS: Endpoint[] = [
  ...READING,
  ...LISTS,
  ...OUTCOMES,
  ...CHANGES,
  ...CITATION,
  ...EXPORT,
  ...COMPARE,
  ...EXPLORE,
  ...PROPOSALS,
  ...REVIEWING,
  ...DRAFTS,
  ...COPIES,
  ...QUEUE,
  ...IMPORTS,
  ...LEDGER,
  ...SANDBOX,
  ...SHARES,
  ...LINKS,
  ...OEMBED,
  ...PEOPLE,
  ...SELF,
  ...NOTICES,
]

/** Answers any request under /api/v1; errors come out as problem+json. */
export async function handleApi(request: Request): Promise<Response> {
  const response = await answer(request).catch((error: unknown) => problem(error, request))
  // Refusals too: a script on another site must be able to read why.
  return isReading(request) ? opened(response) : response
}

const DESCRIPTION = "/api/v1/openapi.json"
const DESCRIBING = { method: "GET", access: "reader" } as const

function isReading(request: Request): boolean {
  const { pathname } = new URL(request.url)
  const hit = pathname === DESCRIPTION ? DESCRIBING : endpointAt(methodOf(request), pathname)?.each
  return hit !== undefined && isOpen(hit)
}

const methodOf = ({ method }: Request) => (method === "HEAD" ? "GET" : method)

/** The endpoint of a method and a path; a fixed path ("/proposals/preview") goes before one with a placeholder. */
function endpointAt(method: string, pathname: string) {
  const found = ENDPOINTS.flatMap((each) => {
    const path = matched(each.path, pathname)
    return path && each.method === method ? [{ each, path }] : []
  })
  return found.sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length)[0]
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const method = methodOf(request)
  if (method === "OPTIONS") return allowed(url.pathname)
  if (url.pathname === DESCRIPTION && method === "GET") return described(request)

  const hit = endpointAt(method, url.pathname)
  if (!hit) throw new Refusal("not_found", "There is no such endpoint.")

  const { actor, person } = await actorOf(request)
  assertAccess(actor, hit.each.access)
  const search = new URLSearchParams(url.search)
  const format = formatOf(hit.each, search)
  const lang = search.get("lang") ?? "en"
  assertParameters(hit.each, search)
  if (hit.each.csv) search.delete("lang")
  const bytes = hit.each.upload ? await bytesOf(hit.each.upload, request) : new Uint8Array()
  const body = await bodyOf(hit.each, request)
  const answered = await hit.each.handle({
    actor,
    person,
    path: hit.path,
    search,
    body: body as never,
    bytes,
    request,
    origin: settings().baseUrl,
  })
  if (answered.file) return file(answered, answered.file)
  const tag = tagFor(hit.each, answered, format, lang)
  if (tag && hasAlready(request, tag)) return notModified(tag)
  const response =
    format === "csv"
      ? csvAnswer(answered, hit.each, hit.path.id)
      : format === "xlsx"
        ? await xlsxAnswer(answered, hit.each, lang === "ur" ? "ur" : "en", {
            id: hit.path.id,
            address: pinned(hit.each, url, answered.body),
          })
        : json(answered)
  if (tag) response.headers.set("etag", tag)
  const cite = (answered.body as { cite?: { url: string } } | null)?.cite
  if (cite) response.headers.set("link", `<${cite.url}>; rel="cite-as"`)
  return response
}

/** The address of an answer that gives the same one later: with both clocks set, where it takes them. */
function pinned({ query }: Endpoint, { pathname, searchParams }: URL, body: unknown): string {
  const { asOf, revision: known } = (body ?? {}) as { asOf?: string; revision?: number }
  const search = new URLSearchParams(searchParams)
  for (const [name, value] of Object.entries({ asOf, known }))
    if (value !== undefined && name in (query?.shape ?? {})) search.set(name, String(value))
  return `${pathname}?${search}`
}

/** The document of the table changes with the program alone; no revision moves it. */
function described(request: Request): Response {
  const body = openapi(ENDPOINTS)
  const etag = tagOf(0, [JSON.stringify(body)])
  return hasAlready(request, etag) ? notModified(etag) : json({ body, headers: { etag } })
}

/** What readers are answered carries a tag of the revision and of what it says; what anybody else is answered has none. */
function tagFor({ method, access }: Endpoint, { status = 200, body, rows }: Answer, format: string, lang: string) {
  if (method !== "GET" || access !== "reader" || status !== 200) return null
  const revision = Number((body as { revision?: number } | null)?.revision ?? 0)
  return tagOf(revision, said(format, lang, format === "json" ? [body] : rows!()))
}

function* said(format: string, lang: string, all: Iterable<unknown>): Generator<string> {
  yield* [format, lang]
  for (const each of all) yield JSON.stringify(each)
}

/** What may be done at a path, for a browser that asks before a script of another site does it. */
function allowed(pathname: string): Response {
  const methods = ["GET", "POST", "PATCH", "DELETE"].filter((each) => endpointAt(each, pathname))
  if (pathname === DESCRIPTION) return preflight(["GET", "HEAD"], isOpen(DESCRIBING))
  if (methods.length === 0) throw new Refusal("not_found", "There is no such endpoint.")
  const reading = endpointAt("GET", pathname)?.each
  return preflight(reading ? ["GET", "HEAD", ...methods.slice(1)] : methods, reading !== undefined && isOpen(reading))
}

function matched(template: string, pathname: string): Record<string, string> | null {
  const wanted = template.split("/")
  const given = pathname.split("/")
  if (wanted.length !== given.length) return null
  const path: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith("{")) {
      if (!/^[\w.>~-]{1,120}$/.test(given[at]!)) return null
      path[part.slice(1, -1)] = given[at]!
    } else if (part !== given[at]) return null
  }
  return path
}

function assertAccess(actor: Actor, access: Access): void {
  if (access === "anyone") return
  if (access !== "reader") assertCan(actor, access)
  else if (settings().visibility === "private") assertCan(actor, "site.read")
}

function formatOf(endpoint: Endpoint, search: URLSearchParams): "json" | "csv" | "xlsx" {
  const format = search.get("format") ?? "json"
  // Of an upload it says what comes in.
  if (format === "json" || endpoint.upload) return "json"
  if ((format === "csv" || format === "xlsx") && endpoint.csv) return format
  // An endpoint may know other formats by name, and answers for them itself.
  const isOwn = !["csv", "xlsx"].includes(format) && endpoint.query?.shape.format?.safeParse(format).success
  if (isOwn) return "json"
  throw new Refusal("invalid", "Unknown format.", { format: ["Choose json, csv or xlsx."] })
}

/** Whoever reads a parameter checks its value; this refuses names that the endpoint does not have, and repeats. */
function assertParameters(endpoint: Endpoint, search: URLSearchParams): void {
  const known = Object.keys(endpoint.query?.shape ?? {})
  const isWrong = (name: string) =>
    !known.includes(name) ||
    search.getAll(name).length > 1 ||
    (name === "lang" && !["en", "ur"].includes(search.get("lang")!))
  const wrong = [...new Set(search.keys())].filter(isWrong)
  if (wrong.length > 0) throw badParameters(wrong, "Unknown parameter, or given twice.")
}

const LARGEST_BODY = 64 * 1024

async function bodyOf(endpoint: Endpoint, request: Request): Promise<unknown> {
  if (!endpoint.body) return undefined
  const text = await request.text()
  if (text.length > LARGEST_BODY) throw new Refusal("too_large", "At most 64 KiB.")
  let value: unknown
  try {
    value = text === "" ? {} : JSON.parse(text, storable)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal("invalid", "The body is not JSON.")
  }
  const read = endpoint.body.safeParse(value)
  if (read.success) return read.data
  const fields: Record<string, string[]> = {}
  for (const { path, message } of read.error.issues) (fields[path.join(".") || "body"] ??= []).push(message)
  throw new Refusal("invalid", "Some of this cannot be read.", fields)
}

/** The bytes of an upload, read no further than allowed. @throws Refusal `too_large`, `invalid`. */
async function bytesOf(limit: number, request: Request): Promise<Uint8Array> {
  const type = request.headers.get("content-type") ?? ""
  if (!/^application\/octet-stream\b/.test(type)) {
    throw new Refusal("invalid", "Send the file itself, as application/octet-stream.")
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > limit) throw new Refusal("too_large", `At most ${Math.floor(limit / 1024 / 1024)} MiB.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Postgres keeps neither NUL nor half a character in text, and nobody means one. */
function storable(_: string, value: unknown): unknown {
  if (typeof value === "string" && /[\0\p{Surrogate}]/u.test(value)) {
    throw new Refusal("invalid", "The body holds a character that cannot be stored.")
  }
  return value
}

function json({ status = 200, body, headers = {} }: Answer): Response {
  if (body === null) return new Response(null, { status, headers: { "cache-control": "no-store", ...headers } })
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache", ...headers },
  })
}

/** A file is saved, never shown: whatever it holds, it runs nowhere near our pages. */
function file({ status = 200, headers = {} }: Answer, { name, mediaType, content }: NonNullable<Answer["file"]>) {
  return new Response(content as BodyInit, {
    status,
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]+/g, "-")}"`,
      "content-security-policy": FILE_POLICY,
      "cache-control": "no-cache",
      ...headers,
    },
  })
}
