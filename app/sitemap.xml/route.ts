import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { SCREEN_PATHS } from "@/lib/domain/citation"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { plansOf } from "@/lib/domain/views/scope"
import { LOCALES, type Locale } from "@/lib/i18n/locale"

// Asked of the running site, so that switching its visibility needs no build.
export const dynamic = "force-dynamic"

const LANGUAGES = Object.keys(LOCALES) as Locale[]

/**
 * Every screen and every point in both languages, each with the other; the versions of records are left to the list of
 * changes. A private site has no such list.
 */
export async function GET(): Promise<Response> {
  const { visibility, baseUrl } = settings()
  // As HTML it becomes the page that stands for whatever is not there (lib/web/dress.ts).
  if (visibility === "private") return new Response("", { status: 404, headers: { "content-type": "text/html" } })
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const years = new Map(plansOf(facts).map(({ id, year }) => [id, year]))
  const points = [...facts.records.point.values()]
    .map(({ plan, number }) => `/points/${years.get(plan)}/${number}`)
    .sort()
  const changedOn = dayOf(held.revisions.at(-1)!.publishedAt)
  const urls = [...SCREEN_PATHS, ...points].flatMap((path) => {
    const others = LANGUAGES.map(
      (each) => `<xhtml:link rel="alternate" hreflang="${each}" href="${baseUrl}/${each}${path}"/>`,
    ).join("")
    return LANGUAGES.map(
      (each) => `<url><loc>${baseUrl}/${each}${path}</loc><lastmod>${changedOn}</lastmod>${others}</url>`,
    )
  })
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`
  return new Response(`${head}\n${urls.join("\n")}\n</urlset>\n`, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache" },
  })
}
