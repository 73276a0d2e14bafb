import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { openShare } from "@/lib/data/shares"
import { snapshot } from "@/lib/domain/ledger"
import { readQuery, searchOf } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { CHARTS, ShareChart, type ShareScreen } from "@/lib/domain/share"
import { plansOf } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { type Answer, type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { countOf, given } from "@/lib/web/api/question"
import { preferred } from "@/lib/web/redirects"

/** Pixels, unless the consumer has less room. */
const WIDTH = 800
const HEIGHT: Record<ShareChart | ShareScreen, number> = {
  overview: 1100,
  points: 1600,
  point: 760,
  compare: 1300,
  outcomes: 1200,
  momentum: 800,
  trend: 660,
  butterfly: 1400,
  imbalance: 340,
  "strand-kinetic": 520,
  "strand-non-kinetic": 520,
  evidence: 460,
}
const DAY_SECONDS = 86_400

const NAMELESS = "Name an address of this site."
const Pixels = countOf(6, "A whole number of pixels.")
const Asked = z.object({
  url: z.string(NAMELESS).min(1, NAMELESS).describe("A page of this site, one of its embeds, or a link"),
  maxwidth: Pixels.optional().describe("Pixels"),
  maxheight: Pixels.optional().describe("Pixels"),
  format: z.enum(["json", "xml"]).default("json").describe("Only json is spoken"),
})

const Rich = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    cache_age: z.int().describe("Seconds"),
    width: z.int(),
    height: z.int(),
    html: z.string(),
    thumbnail_url: z.string(),
    thumbnail_width: z.int(),
    thumbnail_height: z.int(),
  })
  .meta({ id: "OEmbed" })

/** What an address shows and where it can be framed and pictured. */
type Found = {
  locale: Locale
  title: string
  frame: string
  picture: string
  shape: ShareChart | ShareScreen
  age: number
}

/** How other sites learn to embed a page of ours from its address (oembed.com, version 1.0). */
export const OEMBED: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/oembed",
    summary: "How to embed what an address of this site shows, as oEmbed has it",
    access: "anyone",
    query: Asked,
    answer: { status: 200, schema: Rich },
    handle: async (call) => {
      const { search, request } = call
      if (search.get("format") === "xml") return onlyJson(request)
      const { baseUrl } = settings()
      const { url, maxwidth: widest = Infinity, maxheight: highest = Infinity } = given(Asked, call)
      const found = await foundAt(url, request.headers.get("accept-language"))
      if (!found) throw new Refusal("not_found", "Nothing at this address can be embedded.")
      const { locale, title, frame, picture, shape, age } = found
      const [width, height] = [Math.min(WIDTH, widest), Math.min(HEIGHT[shape], highest)]
      return {
        body: {
          version: "1.0",
          type: "rich",
          title,
          provider_name: messages(locale).site.name,
          provider_url: baseUrl,
          cache_age: age,
          ...{ width, height },
          html: `<iframe src="${escaped(frame)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
          thumbnail_url: picture,
          ...{ thumbnail_width: 1200, thumbnail_height: 630 },
        },
        // A link may be revoked any moment; whether it was ever here stays between it and who asks.
        headers: { "cache-control": age > 0 ? `public, max-age=${Math.min(age, 300)}` : "no-store" },
      }
    },
  }),
]

/** What oEmbed wants to hear where a format is not spoken. */
function onlyJson(request: Request): Answer {
  const requestId = request.headers.get("x-request-id") ?? ""
  const body = { type: "about:blank", title: "Only json is spoken.", status: 501, code: "invalid", requestId }
  return { status: 501, body, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } }
}

/** What stands at an address of this very site; null for everything else, whatever the reason. */
async function foundAt(text: string, acceptLanguage: string | null): Promise<Found | null> {
  if (!URL.canParse(text)) return null
  const { origin, pathname, searchParams } = new URL(text)
  if (origin !== new URL(settings().baseUrl).origin) return null
  const link = /^\/(?:(en|ur)\/)?(?:s|embed)\/([A-Za-z0-9_-]{43})\/?$/.exec(pathname)
  if (link) return linkAt(link[2]!, (link[1] as Locale | undefined) ?? null, acceptLanguage)
  return settings().visibility === "public" ? pageAt(pathname, searchParams) : null
}

/** A link that opens without a password and may be embedded somewhere. */
async function linkAt(token: string, asked: Locale | null, acceptLanguage: string | null): Promise<Found | null> {
  const share = await openShare(token)
  if (!share || share.locked || share.sites.length === 0) return null
  const locale = asked ?? share.language ?? preferred(acceptLanguage ?? undefined)
  const base = `${settings().baseUrl}/${locale}`
  const title = await titleOf(locale, share.screen, share.query.plan, share.point, share.query.known)
  const picture = `${base}/s/${token}/preview.png`
  return { locale, title, frame: `${base}/embed/${token}`, picture, shape: share.chart ?? share.screen, age: 0 }
}

const PAGE =
  /^\/(en|ur)(?:\/embed\/overview(?:\/([a-z-]+))?|\/(?:embed\/)?points|\/(?:points|embed\/point)\/(\d{4})\/([1-9]\d{0,2})(?:\/([a-z-]+))?)?\/?$/

/** A reader's page of a public site, or its embed. */
async function pageAt(pathname: string, search: URLSearchParams): Promise<Found | null> {
  const found = PAGE.exec(pathname)
  if (!found) return null
  const locale = found[1] as Locale
  const [, , overviewChart, year, number, pointChart] = found
  const isEmbed = pathname.includes("/embed/")
  const screen = year ? "point" : /points\/?$/.test(pathname) ? "points" : "overview"
  const named = overviewChart ?? pointChart
  const chart = named === undefined ? null : ShareChart.safeParse(named).data
  if (chart === undefined || (chart !== null && (!isEmbed || !CHARTS[screen].includes(chart)))) return null
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const plan = plansOf(facts).find((each) => each.year === Number(year))
  const isThere = [...facts.records.point.values()].some((it) => it.plan === plan?.id && it.number === Number(number))
  if (year && !isThere) return null
  const { query } = readQuery(search, held, new Date().toISOString())
  const asked = searchOf(screen === "point" ? { ...query, plan: undefined, points: null } : query)
  const base = `${settings().baseUrl}/${locale}`
  const [frame, page] = {
    overview: ["/embed/overview", ""],
    points: ["/embed/points", "/points"],
    point: [`/embed/point/${year}/${number}`, `/points/${year}/${number}`],
  }[screen] as [string, string]
  return {
    locale,
    title: await titleOf(locale, screen, plan?.id ?? query.plan, year ? Number(number) : null),
    frame: `${base}${frame}${chart === null ? "" : `/${chart}`}${asked}`,
    picture: `${base}${page}/preview.png${asked}`,
    shape: chart ?? screen,
    age: DAY_SECONDS,
  }
}

async function titleOf(
  locale: Locale,
  screen: ShareScreen,
  plan: string,
  number: number | null,
  known: number | null = null,
): Promise<string> {
  const { site, point } = messages(locale)
  if (screen !== "point") return site.titleOf(messages(locale)[screen].title)
  const held = await ledger()
  const found = [...snapshot(held, known ?? held.newest).records.point.values()].find(
    (it) => it.plan === plan && it.number === number,
  )
  return found
    ? site.titleOf(point.title(found.number, inLocale(locale, { en: found.titleEn, ur: found.titleUr }).text))
    : site.name
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
