import { settings } from "@/lib/data/settings"

// Asked of the running site, so that switching its visibility needs no build.
export const dynamic = "force-dynamic"

/** What crawlers may visit: a public site's pages; of a private one nothing. */
export function GET(): Response {
  const { visibility, baseUrl } = settings()
  const rules =
    visibility === "private"
      ? ["User-agent: *", "Disallow: /"]
      : [
          "User-agent: *",
          "Allow: /api/v1/oembed",
          "Disallow: /api/",
          "Disallow: /en/admin",
          "Disallow: /ur/admin",
          "Allow: /",
          "",
          `Sitemap: ${baseUrl}/sitemap.xml`,
        ]
  return new Response(`${rules.join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  })
}
