import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { API_POLICY, contentPolicy, fixedHeaders, framedBy, LINK_HEADERS } from "./headers"
import { isClosing } from "./health"
import { settled } from "./images/look"
import { type Problem, problemOf } from "./problem"
import { preferred } from "./redirects"

/** Whatever carries a link's or an invitation's secret. */
export const LINK_ADDRESS = /^\/(?:(en|ur)\/)?(s|embed|join)\/|^\/api\/v1\/links\//
/** What programs ask for; every other address is one that a person may stand at. */
const PROGRAM_ADDRESS = /^\/(api|_next|feeds)\//

/** `isFramed`: other sites may frame what is at the address, so also what is said in its place. */
type Asked = { request: IncomingMessage; response: ServerResponse; id: string; isFramed?: boolean }

/**
 * Answers with what went wrong, status and headers the same to everybody: a person's browser gets a page in the language
 * of the address, a program problem+json.
 */
export function sendProblem({ request, response, id, isFramed = false }: Asked, error: unknown): void {
  const url = request.url ?? ""
  const [path = ""] = url.split("?", 1)
  const found = problemOf(error, { requestId: id, path: url })
  if (response.headersSent || response.writableEnded) return void response.destroy()
  const shown = isPerson(request, path) ? asPage(found, localeOf(request, path), id, !LINK_ADDRESS.test(path)) : found
  const fixed = {
    ...fixedHeaders(),
    ...(path.startsWith("/api/") && { "content-security-policy": API_POLICY }),
    ...(LINK_ADDRESS.test(path) && LINK_HEADERS),
    "x-request-id": id,
    ...(isClosing() && { connection: "close" }),
  }
  const { page, headers } = isFramed ? framedBy(["*"], shown, fixed) : { page: shown, headers: fixed }
  response.removeHeader("x-frame-options")
  for (const [name, value] of Object.entries({ ...headers, ...page.headers })) response.setHeader(name, value)
  response.statusCode = found.status
  response.end(request.method === "HEAD" ? undefined : page.body)
}

const isPerson = ({ headers }: IncomingMessage, path: string) =>
  String(headers.accept ?? "").includes("text/html") && !PROGRAM_ADDRESS.test(path)

function localeOf({ headers }: IncomingMessage, path: string): Locale {
  const [, named] = /^\/(en|ur)(?:\/|$)/.exec(path) ?? []
  return named === "en" || named === "ur" ? named : preferred(headers["accept-language"])
}

/** The same as a page that needs no other file and no script, so that it can be shown whatever else fails. */
function asPage(found: Problem, locale: Locale, id: string, hasHome: boolean): Problem {
  const { crash, problem, site } = messages(locale)
  const own = { 400: problem.invalid, 503: problem.unavailable }[found.status]
  const words = own ?? (found.status >= 500 ? crash : problem.refused)
  const wait = found.headers["retry-after"]
  const isWorthTrying = found.status >= 500 || wait !== undefined
  const body = `<!DOCTYPE html>
<html lang="${locale}" dir="${LOCALES[locale].dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} · ${site.name}</title>
<style>${styleOf(locale)}</style>
</head>
<body>
<main>
<p class="name">${site.name}</p>
<h1>${words.title}</h1>
<p class="lede">${words.text}${wait === undefined ? "" : ` ${problem.wait(Number(wait))}`}</p>
<p class="acts">${isWorthTrying ? `<a href="">${crash.retry}</a>` : ""}${hasHome ? `<a href="/${locale}">${crash.home}</a>` : ""}</p>
<p class="small">${crash.reference} <bdi>${id}</bdi></p>
</main>
</body>
</html>
`
  const type = { "content-type": "text/html; charset=utf-8", "content-language": locale }
  const headers = { ...found.headers, ...type, vary: "Accept", "content-security-policy": contentPolicy(body) }
  return { ...found, headers, body }
}

const styles: Partial<Record<Locale, string>> = {}

/** In the site's colours; its fonts are other files, so what the reader's machine has stands in for them. */
const styleOf = (locale: Locale): string =>
  (styles[locale] ??= [
    SHAPE,
    locale === "ur" ? URDU : LATIN,
    settled(COLOURS, "light", locale),
    `@media (prefers-color-scheme: dark) {${settled(COLOURS, "dark", locale)}}`,
  ].join("\n"))

const SHAPE = `
:root { color-scheme: light dark }
body { margin: 0 }
main { display: grid; align-content: center; gap: 20px; box-sizing: border-box; min-height: 100vh; max-width: 668px;
  margin-inline: auto; padding: 40px 24px }
h1, p { margin: 0 }
.acts { display: flex; flex-wrap: wrap; gap: 12px }
.acts a { padding: 10px 18px; border: 1px solid; border-radius: 6px; text-decoration: none }
bdi { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
`
const LATIN = `
body { font: 1rem/1.55 system-ui, sans-serif }
h1 { font: 600 2.25rem/1.2 Georgia, serif }
.lede { font-size: 1.125rem }
.small, .name { font-size: 0.875rem }
`
const URDU = `
body { font: 1.0625rem/1.9 Vazirmatn, Tahoma, sans-serif }
h1 { font: 700 1.75rem/2.1 "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", serif }
.lede { font-size: 1.1875rem }
.small, .name { font-size: 0.9375rem }
`
const COLOURS = `
body { background: var(--paper); color: var(--ink) }
.lede { color: var(--ink-2) }
.small, .name { color: var(--ink-3) }
a { color: var(--ink); border-color: var(--edge) }
a:first-child { background: var(--act); color: var(--on-act); border-color: var(--act) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
`
