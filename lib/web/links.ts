import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { sha256 } from "@/lib/data/chain"
import { settings } from "@/lib/data/settings"
import { noteVisit, visitOf } from "@/lib/data/share-counts"
import { openShare, unlockShare } from "@/lib/data/shares"
import { Refusal } from "@/lib/domain/refusal"
import { FreeControl } from "@/lib/domain/share"
import { logFailure } from "./log"
import type { Kept, PageCache } from "./page-cache"

/** A shared page in a language, or one to be framed. */
export const LINK = /^\/(en|ur)\/(s|embed)\/([^/]+)\/?$/

/** The state of pages that show nothing of the record. */
export const SAID = "said"
/** How a rendering is told that the link was unlocked: by the same proof that the reader's cookie holds. */
export const PROOF_HEADER = "x-nap-proof"

export type LinkAnswer = { page: Kept; status: number; sites: string[] }

/**
 * The page of a link: its state is read on every request, then the page is the one rendered for everybody. Whatever
 * opens nothing gets the same page; a state that cannot be read opens nothing either. Of the address only what the
 * link leaves free is passed on.
 */
export async function linkPage(
  request: IncomingMessage,
  [path, search]: [path: string, search: string],
  state: () => Promise<string>,
  { said, links }: { said: PageCache; links: (url: string, state: string, proof: string | null) => Promise<Kept> },
): Promise<LinkAnswer> {
  const [, language, door, token] = LINK.exec(path)!
  // These say nothing of the record: they stay, also when it cannot be read.
  const say = async (name: string, status: number): Promise<LinkAnswer> => ({
    page: await said.get(`/${language}/s/${name}`, SAID),
    status,
    sites: [],
  })
  try {
    const proof = proofIn(request, token!)
    const share = await openShare(token!, proof)
    if (!share) return await say("closed", 404)
    if (share.locked)
      return door === "embed" ? await say("closed", 404) : await say(wrong(search) ? "wrong" : "locked", 200)
    if (door === "embed" && share.sites.length === 0) return await say("closed", 404)
    const url = `/${language}/${door}/${token}${asked(search, share.free, door === "embed")}#${share.version}`
    const page = await links(url, await state(), proof)
    // Between the two readings the link may have been revoked.
    if (page.status === 404) return await say("closed", 404)
    note(request, share.id, door === "embed")
    return { page, status: page.status, sites: door === "embed" ? share.sites : [] }
  } catch (error) {
    if (!(error instanceof Refusal)) logFailure(error, { requestId: "", path })
    return say("unavailable", 503)
  }
}

const wrong = (search: string) => new URLSearchParams(search).has("wrong")

/** What a link passes on of an address: free controls, and how an embedded page should look. */
function asked(search: string, free: readonly FreeControl[], isEmbed: boolean): string {
  const known: string[] = [...free, ...(isEmbed ? ["theme"] : [])]
  const given = new URLSearchParams(search.slice(0, 500))
  const kept = new URLSearchParams(
    known.toSorted().flatMap((name) => {
      const text = given.get(name)
      return text === null || text.length > 20 ? [] : [[name, text]]
    }),
  )
  return kept.size > 0 ? `?${kept}` : ""
}

function note(request: IncomingMessage, id: string, isEmbed: boolean): void {
  if (request.method !== "GET") return
  const { "user-agent": userAgent = "", "sec-purpose": purpose = "", referer = "" } = request.headers
  const visit = visitOf({ userAgent, purpose: String(purpose), isEmbed })
  const site = isEmbed && URL.canParse(referer) ? new URL(referer).origin : null
  if (visit) noteVisit(id, visit, new Date().toISOString(), site === new URL(settings().baseUrl).origin ? null : site)
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
export async function unlock(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const [, language, , token] = LINK.exec(path)!
  const here = `/${language}/s/${token}`
  const password = new URLSearchParams(await formOf(request)).get("password") ?? ""
  const unlocked = await unlockShare(token!, password)
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
