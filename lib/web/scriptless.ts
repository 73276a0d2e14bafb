import "server-only"
import type { Rendered } from "./render"

/** Marks a script that stays: it is the page's own and needs nothing of the site's. */
const KEPT = /^<script[^>]* data-keep\b/

/**
 * A page as readers get it who run no script: what our framework adds for the browser is taken out. Shared views are
 * read on slow phones, once, and hold nothing that a script would make better.
 */
export function scriptless(rendered: Rendered): Rendered {
  if (!String(rendered.headers["content-type"] ?? "").startsWith("text/html")) return rendered
  const html = rendered.body
    .toString()
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) => (KEPT.test(script) ? script : ""))
    .replaceAll(/<link\b[^>]*>/g, (link) => (/ as="script"| rel="modulepreload"/.test(link) ? "" : link))
  const early = String(rendered.headers.link ?? "").split(/,\s*(?=<)/)
  const link = early.filter((each) => each !== "" && !each.includes("as=script")).join(", ")
  return { ...rendered, headers: { ...rendered.headers, link: link || undefined }, body: Buffer.from(html) }
}
