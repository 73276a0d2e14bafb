import "server-only"
import { ledger } from "@/lib/data/ledger"
import type { OpenedShare } from "@/lib/data/shares"
import { csvOf } from "@/lib/data/tables/csv"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { dayOf } from "@/lib/domain/date"
import { turned } from "@/lib/domain/share"
import { sharedRows } from "@/lib/domain/views/rows"
import { sharedView } from "@/lib/domain/views/shared"
import type { Locale } from "@/lib/i18n/locale"
import { sheetLook, XLSX } from "@/lib/web/api/xlsx"

/** How a request shows that its link was unlocked: with what unlockShare gave. */
export const PROOF_HEADER = "x-nap-proof"

export type LinkFormat = "csv" | "json" | "xlsx"

/** What a visitor of a link may take away: the lines of its table, and what they are lines of. */
export type LinkData = NonNullable<Awaited<ReturnType<typeof linkData>>>

/** The table of an opened link, turned as its address asks and it leaves free; null where its page shows nothing. */
export async function linkData(share: OpenedShare, given: URLSearchParams) {
  const held = await ledger()
  const now = new Date().toISOString()
  const query = turned(share, given, dayOf(share.frozen ? share.createdAt : now))
  const shared = sharedView(held, { ...share, query }, now)
  if (!shared) return null
  const { view } = shared
  const { plan, lane, track, asOf, revision, publishedAt, changesSince, points, provisional } = view
  return {
    ...{ screen: share.screen, point: share.point, chart: share.chart, frozen: share.frozen },
    ...{ comparison: share.comparison, panels: share.panels },
    ...{ plan, points, lane, track, region: view.region?.id ?? null, asOf, revision, publishedAt, changesSince },
    provisional,
    digest: share.digest,
    items: sharedRows(shared, share.chart),
  }
}

/** The same as a file to keep. */
export async function fileOf(
  data: LinkData,
  format: LinkFormat,
  lang: Locale,
): Promise<{ type: string; name: string; bytes: Buffer }> {
  const name = `nap-${data.chart ?? data.screen}-r${data.revision}-${data.asOf}.${format}`
  if (format === "json")
    return { type: "application/json; charset=utf-8", name, bytes: Buffer.from(JSON.stringify(data)) }
  if (format === "csv") return { type: "text/csv; charset=utf-8", name, bytes: Buffer.from(csvOf(data.items)) }
  const shown = data.chart ?? data.screen
  return { type: XLSX, name, bytes: await xlsxOf(data.items, shown, undefined, sheetLook(lang, shown)) }
}
