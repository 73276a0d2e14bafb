import "server-only"
import type { Tx } from "@/lib/data/db"
import { write } from "@/lib/data/write"
import { type Day, dayOf, type Instant } from "@/lib/domain/date"
import { SYSTEM } from "@/lib/domain/policy"
import type { Share } from "@/lib/domain/share"

/** Who opened a link, as far as anything is kept of it. */
export type Visit = "person" | "preview" | "embed"

/** Programs of chat apps and networks that fetch a page to show a preview of it. */
const PREVIEWS =
  /bot\b|crawler|spider|preview|^whatsapp|facebookexternalhit|facebot|slack-imgproxy|skypeuri|embedly|vkshare|^viber|^signal/i

/** What a request to a link counts as; null for browsers that only fetch ahead and for programs that name no browser. */
export function visitOf(headers: { userAgent: string; purpose: string; isEmbed: boolean }): Visit | null {
  if (/prefetch|prerender/.test(headers.purpose)) return null
  if (PREVIEWS.test(headers.userAgent)) return "preview"
  if (!/^Mozilla\//.test(headers.userAgent)) return null
  return headers.isEmbed ? "embed" : "person"
}

// Counts wait here for a minute at most, so that a link read by thousands costs the database one statement, and so that
// nothing tells who came when. What waits when a process dies is not counted.
const shared = globalThis as typeof globalThis & {
  napVisits?: { counts: Map<string, number>; sites: Set<string> }
  napVisitsKept?: Promise<void>
}
const waiting = () => (shared.napVisits ??= { counts: new Map(), sites: new Set() })

/** Notes one visit, on the day it happens; `site` is the page's origin that embeds it. Keeps no address of anybody. */
export function noteVisit(shareId: string, visit: Visit, now: Instant, site: string | null = null): void {
  const { counts, sites } = waiting()
  const name = JSON.stringify([shareId, dayOf(now), visit])
  counts.set(name, (counts.get(name) ?? 0) + 1)
  if (site !== null && sites.size < 10_000) sites.add(JSON.stringify([shareId, dayOf(now), site]))
}

/** Writes down what was noted, one writing after another. @throws Refusal `unavailable`; then it waits for the next time. */
export function keepVisits(): Promise<void> {
  const before = shared.napVisitsKept ?? Promise.resolve()
  return (shared.napVisitsKept = before.catch(() => {}).then(keepWaiting))
}

async function keepWaiting(): Promise<void> {
  const { counts, sites } = waiting()
  if (counts.size === 0) return
  shared.napVisits = undefined
  try {
    await write(SYSTEM, "share.write", async (tx) => {
      for (const [name, count] of counts) {
        const [shareId, day, kind] = JSON.parse(name) as [string, Day, Visit]
        await tx.$executeRaw`
          INSERT INTO "ShareCount" ("shareId", day, kind, count) VALUES (${shareId}, ${day}::date, ${kind}, ${count})
          ON CONFLICT ("shareId", day, kind) DO UPDATE SET count = "ShareCount".count + EXCLUDED.count`
      }
      for (const name of sites) {
        const [shareId, day, site] = JSON.parse(name) as [string, Day, string]
        await tx.$executeRaw`
          INSERT INTO "ShareSite" ("shareId", site, "lastOn") VALUES (${shareId}, ${site}, ${day}::date)
          ON CONFLICT ("shareId", site) DO UPDATE SET "lastOn" = greatest("ShareSite"."lastOn", EXCLUDED."lastOn")`
      }
      const detail = { links: new Set([...counts.keys()].map((name) => name.slice(0, 40))).size }
      return { value: undefined, audit: { action: "share.count", subject: "share", detail } }
    })
  } catch (error) {
    for (const [name, count] of counts) waiting().counts.set(name, (waiting().counts.get(name) ?? 0) + count)
    for (const name of sites) waiting().sites.add(name)
    throw error
  }
}

/** The counts and embedding sites of links, by id. */
export async function countsOf(tx: Tx, ids: string[]): Promise<(id: string) => Pick<Share, "counts" | "seenOn">> {
  const where = { shareId: { in: ids } }
  const sums = await tx.shareCount.groupBy({
    by: ["shareId", "kind"],
    where,
    _sum: { count: true },
    _max: { day: true },
  })
  const sites = await tx.shareSite.findMany({ where, orderBy: { lastOn: "desc" } })
  return (id) => {
    const own = sums.filter((it) => it.shareId === id)
    const of = (kind: Visit) => own.find((it) => it.kind === kind)?._sum.count ?? 0
    const days = own.flatMap((it) => it._max.day?.toISOString().slice(0, 10) ?? []).sort()
    return {
      counts: { people: of("person"), previews: of("preview"), embeds: of("embed"), lastSeenOn: days.at(-1) ?? null },
      seenOn: sites.filter((it) => it.shareId === id).map(({ site }) => site),
    }
  }
}
