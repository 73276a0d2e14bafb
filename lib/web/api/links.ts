import "server-only"
import { z } from "zod"
import { openShare, type OpenedShare, unlockShare } from "@/lib/data/shares"
import { Refusal } from "@/lib/domain/refusal"
import { FreeControl, ShareChart, ShareScreen } from "@/lib/domain/share"
import { Day } from "@/lib/domain/date"
import { SharedComparison } from "@/lib/domain/share-own"
import { Lane, Track } from "@/lib/domain/scale"
import { type Call, type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { Format } from "@/lib/web/api/question"
import { linkData, PROOF_HEADER } from "@/lib/web/link-data"

const LinkAnswer = z
  .object({
    screen: ShareScreen,
    point: z.int().nullable(),
    chart: ShareChart.nullable(),
    comparison: SharedComparison.nullable(),
    panels: z.array(z.string()).nullable().describe("Ids of the outcomes' panels"),
    frozen: z.boolean(),
    plan: z.string(),
    points: z.array(z.int()).nullable(),
    lane: Lane,
    track: Track.nullable(),
    region: z.string().nullable(),
    asOf: Day,
    revision: z.int(),
    publishedAt: z.string(),
    changesSince: z.int(),
    provisional: z.int().describe("Ratings behind it that no editor has reviewed"),
    digest: z.string().nullable().describe("Of the frozen answer; see /api/v1/digests"),
    items: z.array(z.looseObject({})).describe("The lines of the link's table"),
  })
  .meta({ id: "LinkData" })

/** What the visitor may turn; each only where the link leaves it free, else it is passed over. */
const Turned = z.object({
  lane: Lane.optional().describe("Where the link leaves it free"),
  track: Track.optional().describe("Where the link leaves it free"),
  asOf: Day.optional().describe("Where the link leaves it free"),
  format: Format,
}) satisfies z.ZodObject<Record<FreeControl | "format", z.ZodType>>

/** Links, for whoever holds one. */
export const LINKS: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/links/{token}",
    summary: "What a link shows, as data; a link with a password needs the proof of unlocking in x-nap-proof",
    access: "anyone",
    headers: z.object({ [PROOF_HEADER]: z.string().optional().describe("What unlocking answered") }),
    query: Turned,
    answer: { status: 200, schema: LinkAnswer },
    csv: true,
    handle: async (call) => {
      const data = await linkData(await opened(call), call.search)
      if (!data) throw closed()
      return { body: data, rows: () => data.items }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/links/{token}/unlock",
    summary: "Give a link's password; the proof goes with later requests",
    access: "anyone",
    body: z.strictObject({ password: z.string().max(200) }),
    answer: { status: 200, schema: z.object({ proof: z.string() }) },
    handle: async ({ path, body }) => {
      const unlocked = await unlockShare(path.token!, body.password)
      if (!unlocked) throw new Refusal("unauthenticated", "This password does not fit.")
      return { body: { proof: unlocked.proof }, headers: { "cache-control": "no-store" } }
    },
  }),
]

/** @throws Refusal `not_found` for whatever opens nothing, `unauthenticated` while it is locked. */
async function opened({ path, request }: Call<unknown>): Promise<OpenedShare> {
  const share = await openShare(path.token!, request.headers.get(PROOF_HEADER))
  if (!share || (!share.locked && !share.downloads)) throw closed()
  if (share.locked) throw new Refusal("unauthenticated", "This link needs its password.")
  return share
}

const closed = () => new Refusal("not_found", "This link opens nothing.")
