import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { sha256 } from "@/lib/data/chain"
import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { noteVisit, visitOf } from "@/lib/data/share-counts"
import { type OpenedShare, openShare, unlockShare } from "@/lib/data/shares"
import { type DrawingApart, drawnApartOf, isDrawnApart } from "@/lib/domain/drawing"
import { Refusal } from "@/lib/domain/refusal"
import { FreeControl } from "@/lib/domain/share"
import { comparisonOf } from "@/lib/domain/share-own"
import { comparisonTitle, titleOf } from "@/lib/i18n/citation-words"
import type { Locale } from "@/lib/i18n/locale"
import { fileOf, linkData, type LinkFormat } from "./link-data"
import { logFailure } from "./log"
import type { Makers } from "./makers"
import type { Kept } from "./page-cache"
import { sourceOf, stripOf } from "./picture-words"
import { type Picture, themeIn } from "./pictures"

/** Everything behind a link's address: its page, its page to be framed, pictures of it and its table as a file. */
export const LINK = /^\/(en|ur)\/(s|embed)\/([^/]+)(?:\/([^/]*))?\/?$/
const FILE = /^data\.(csv|json|xlsx)$/
const PICTURE_FILE = /^([\w-]+)\.(svg|png)$/

/** Whether an address is of a file that belongs to a link, which is made without a page of its own. */
export const isLinkFile = (path: string) => Boolean(LINK.exec(path)?.[4])

/** The state of pages that show nothing of the record. */
export const SAID = "said"

/** What stands behind a link's address now. */
export type LinkAnswer =
  | { page: Kept; status: number; sites: string[] }
  | { picture: Picture }
  | { file: Awaited<ReturnType<typeof fileOf>> }
  | { to: string }

/**
 * The one way to everything of a link: its state is read on every request, then the page is the one rendered for
 * everybody, and pictures and tables are made from what that page shows. Whatever opens nothing gets the same page; a
 * state that cannot be read opens nothing either. Of the address only what the link leaves free is passed on.
 */
export async function linkAnswer(
  request: IncomingMessage,
  [path, search]: [path: string, search: string],
  makers: Makers,
): Promise<LinkAnswer> {
  const [, language, door, token, file = ""] = LINK.exec(path)!
  // These say nothing of the record: they stay, also when it cannot be read.
  const say = async (name: string, status: number): Promise<LinkAnswer> => ({
    page: await makers.said.get(`/${language}/s/${name}`, SAID),
    status,
    sites: [],
  })
  try {
    const proof = proofIn(request, token!)
    const share = await openShare(token!, proof)
    if (!share || (door === "embed" && file !== "")) return await say("closed", 404)
    if (share.locked) {
      if (door === "embed") return await say("closed", 404)
      if (file === "preview.png") return { to: `/preview-${language}.png` }
      if (file !== "") return { to: `/${language}/s/${token}` }
      return await say(wrong(search) ? "wrong" : "locked", 200)
    }
    if (door === "embed" && share.sites.length === 0) return await say("closed", 404)
    if (file !== "") {
      const found = await linkFile(share, file, [language!, token!, search], proof, makers)
      return found ?? (await say("closed", 404))
    }
    const page = await makers.link(addressOf(share, language!, door!, token!, search), proofFor(share, proof))
    // Between the two readings the link may have been revoked.
    if (page.status === 404) return await say("closed", 404)
    note(request, share, door === "embed")
    return { page, status: page.status, sites: door === "embed" ? share.sites : [] }
  } catch (error) {
    if (!(error instanceof Refusal)) logFailure(error, { requestId: "", path })
    return say("unavailable", 503)
  }
}

/** A picture of a link's page, or its table; null where there is none, or the link's maker lets nobody take it away. */
async function linkFile(
  share: OpenedShare,
  file: string,
  [language, token, search]: [language: string, token: string, search: string],
  proof: string | null,
  makers: Makers,
): Promise<LinkAnswer | null> {
  const [, format] = FILE.exec(file) ?? []
  const [, name, type] = PICTURE_FILE.exec(file) ?? []
  if (!share.downloads && name !== "preview") return null
  // Read as for the page, so that a file never says another day than the page it belongs to.
  const turns = new URLSearchParams(asked(search, share.free, false))
  if (format) {
    const data = await linkData(share, turns)
    return data && { file: await fileOf(data, format as LinkFormat, language as Locale) }
  }
  if (!name || (name === "preview" && type !== "png")) return null
  const apart = isDrawnApart(name) ? name : null
  if (apart !== null && !(drawnApartOf(share.screen).includes(apart) && (share.chart ?? apart) === apart)) return null
  const page = await makers.link(addressOf(share, language, "s", token, search, apart), proofFor(share, proof))
  if (page.status !== 200) return null
  const data = await linkData(share, turns)
  if (!data) return null
  const locale = language as Locale
  const { plan, revision: known, screen, point, points, lane, track, region, asOf } = data
  const held = await ledger()
  const isProvisional = data.provisional > 0
  const drawn = { plan, known, lane, track, region, asOf, today: asOf, points: point === null ? points : null }
  const title = data.comparison
    ? comparisonTitle(held, locale, drawn, comparisonOf(data.comparison))
    : titleOf(held, locale, { screen, point }, { ...drawn, points: point === null ? points : [point] })
  const words = {
    title,
    source: sourceOf(held, drawn, locale, { name, isProvisional, by: data.comparison?.by ?? null }),
    strip: stripOf(locale, asOf, isProvisional),
  }
  const theme = name === "preview" ? "light" : themeIn(search)
  const picture = await makers.pictures.get(page, name, type as "svg" | "png", theme, words)
  return picture && { picture }
}

/** Where an address without a language leads: the link's own language if its maker chose one. */
export async function linkLanguage(token: string): Promise<"en" | "ur" | null> {
  try {
    return (await openShare(token))?.language ?? null
  } catch {
    // The page itself will say that the link cannot be checked.
    return null
  }
}

const LONGEST_QUERY = 500

/** Whatever a cookie holds, it is part of no page that needs none. */
const proofFor = (share: OpenedShare, proof: string | null) => (share.hasPassword ? proof : null)

/**
 * Ends in the link's version, so that a page of the link as it was before is never found. `apart` asks for one chart of
 * it as a drawing alone, which no visitor can.
 */
function addressOf(
  share: OpenedShare,
  language: string,
  door: string,
  token: string,
  search: string,
  apart: DrawingApart | null = null,
): string {
  const turns = asked(search, share.free, door === "embed")
  const drawing = apart === null ? "" : `${turns === "" ? "?" : "&"}drawing=${apart}`
  return `/${language}/${door}/${token}${turns}${drawing}#${share.version}`
}

const wrong = (search: string) => new URLSearchParams(search).has("wrong")

/** What a link passes on of an address: free controls, and how an embedded page should look. */
function asked(search: string, free: readonly FreeControl[], isEmbed: boolean): string {
  const known: string[] = [...free, ...(isEmbed ? ["theme"] : [])]
  const given = new URLSearchParams(search.slice(0, LONGEST_QUERY))
  const kept = new URLSearchParams(
    known.toSorted().flatMap((name) => {
      const text = given.get(name)
      return text === null || text.length > 20 ? [] : [[name, text]]
    }),
  )
  return kept.size > 0 ? `?${kept}` : ""
}

function note(request: IncomingMessage, { id, sites }: OpenedShare, isEmbed: boolean): void {
  if (request.method !== "GET") return
  const { "user-agent": userAgent = "", "sec-purpose": purpose = "", referer = "" } = request.headers
  const visit = visitOf({ userAgent, purpose: String(purpose), isEmbed })
  // A page says itself where it stands; only the link's own sites are worth keeping.
  const site = isEmbed && URL.canParse(referer) ? new URL(referer).origin : null
  if (visit) noteVisit(id, visit, new Date().toISOString(), site !== null && sites.includes(site) ? site : null)
}

/** One cookie a link, named after it but not telling it. */
const cookieOf = (token: string) => `nap_link_${sha256(`cookie:${token}`).slice(0, 16)}`

function proofIn(request: IncomingMessage, token: string): string | null {
  const name = cookieOf(token)
  const found = (request.headers.cookie ?? "").split("; ").find((each) => each.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? null
}

const LARGEST_FORM = 4096
const HALF_A_DAY = 12 * 3600

/**
 * Answers the form of a locked link: the right password leads back to the page with a proof in a cookie, a wrong one to
 * the form. Works without JavaScript. Whatever opens nothing answers as if the password were wrong.
 */
export async function unlock(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  say: (name: "wrong" | "unavailable", status: number) => Promise<void>,
): Promise<void> {
  const [, language, , token] = LINK.exec(path)!
  const here = `/${language}/s/${token}`
  const password = new URLSearchParams(await formOf(request)).get("password") ?? ""
  const unlocked = await unlockShare(token!, password).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "too_many") return "too many" as const
    if (error instanceof Refusal && error.code === "unavailable") return "unavailable" as const
    throw error
  })
  // The form itself says that it takes no more for a while.
  if (unlocked === "too many") return say("wrong", 429)
  if (unlocked === "unavailable") return say("unavailable", 503)
  if (unlocked) {
    const secure = settings().baseUrl.startsWith("https:") ? "; Secure" : ""
    response.setHeader(
      "Set-Cookie",
      `${cookieOf(token!)}=${unlocked.proof}; Max-Age=${HALF_A_DAY}; Path=/; HttpOnly; SameSite=Lax${secure}`,
    )
  }
  response.writeHead(303, { Location: unlocked ? here : `${here}?wrong=1`, "Cache-Control": "no-store" }).end()
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = ""
  for await (const part of request) {
    text += String(part)
    if (text.length > LARGEST_FORM) throw new Refusal("too_large", "At most 4 KiB.")
  }
  return text
}
