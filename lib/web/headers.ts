import "server-only"
import { createHash } from "node:crypto"
import { settings } from "@/lib/data/settings"

/** Headers of every answer, names in lower case. Endpoints add to them, they cannot replace one; HTML gets its own policy. */
export function fixedHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy":
      "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    ...(settings().baseUrl.startsWith("https:") && { "strict-transport-security": "max-age=31536000" }),
  }
}

/** Whatever the API answers, a browser that is led to it shows nothing of ours and runs nothing. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** A file to keep shows nothing and runs nothing. */
export const FILE_POLICY = "default-src 'none'; sandbox"

/** A shared link is nobody else's business: not a search engine's, not the next site's, not a cache's. */
export const LINK_HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
}

const POLICY = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/**
 * The content policy of one page: our own files, and of inline scripts and styles exactly those in this page, by hash.
 * Hashes rather than a nonce, because the same bytes are answered to everybody.
 */
export function contentPolicy(html: string): string {
  const scripts = hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g)
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(" "),
    ["style-src 'self'", ...styles].join(" "),
    // Positions in charts are style attributes; they cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    POLICY,
  ].join("; ")
}

/** While developing, Next needs inline scripts, eval and a socket. */
export const DEVELOPMENT_POLICY = `default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; ${POLICY.replace("connect-src 'self'", "connect-src 'self' ws:")}`

function hashes(html: string, pattern: RegExp): string[] {
  const found = new Set<string>()
  for (const [, body] of html.matchAll(pattern))
    if (body) found.add(`'sha256-${createHash("sha256").update(body).digest("base64")}'`)
  return [...found]
}

type Page = { headers: Record<string, string> }
/** The same page and headers, to be framed by these sites and nobody else. */
export function framedBy<P extends Page>(sites: readonly string[], page: P, headers: Record<string, string>) {
  const policy = page.headers["content-security-policy"]?.replace(
    "frame-ancestors 'none'",
    `frame-ancestors ${sites.join(" ")}`,
  )
  const { "x-frame-options": _, ...others } = headers
  return {
    page: { ...page, headers: { ...page.headers, ...(policy && { "content-security-policy": policy }) } },
    headers: { ...others, "cross-origin-resource-policy": "cross-origin" },
  }
}
