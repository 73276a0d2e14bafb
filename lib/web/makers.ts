import "server-only"
import { randomUUID } from "node:crypto"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { Turns } from "@/lib/data/turns"
import { citedPage, withPath } from "@/lib/domain/citation"
import { dayOf } from "@/lib/domain/date"
import { drawnApartOf, isDrawnApart } from "@/lib/domain/drawing"
import { PROOF_HEADER } from "./link-data"
import { LINK, SAID } from "./links"
import { keep, type Kept, PageCache } from "./page-cache"
import { pictureWords } from "./picture-words"
import { PICTURE, type Picture, Pictures, themeIn } from "./pictures"
import { type Handler, render } from "./render"
import { scriptless } from "./scriptless"

/** Two, so that one may wait for the database; more would only hold memory, and what is kept is answered in between. */
const AT_ONCE = 2
const BOUND = { mostWaiting: 100, refusal: "Too many pages are being made at the moment. Please try again shortly." }

/** Everything that is made once and kept: readers' pages, links, embeds, pictures and files of the build. */
export type Makers = ReturnType<typeof makersOf>

/** In development, where every rendering is of a state of its own, nothing is kept. */
export function makersOf(next: Handler, development: boolean) {
  const asSite = () => ({
    host: new URL(settings().baseUrl).host,
    accept: "text/html",
    // Named, because Next puts a page's metadata behind its body for whoever does not say who they are.
    "user-agent": "NAP Tracker",
    "x-request-id": randomUUID(),
  })
  const turns = new Turns(AT_ONCE, BOUND)
  const rendered = (url: string, headers = {}) =>
    turns.take(() => render(next, url, { ...asSite(), ...(headers as Record<string, string>) }))

  const pages = new PageCache(rendered)
  const said = new PageCache(async (url) => {
    const page = await rendered(url)
    return LINK.test(url) ? scriptless(page) : page
  })
  // A locked link's page is rendered with the proof that opened it; its address in the cache tells the version.
  const links = new PageCache(async (url) => {
    const [address, , proof] = url.split("#")
    return scriptless(await rendered(address!, proof ? { [PROOF_HEADER]: proof } : {}))
  })
  const embeds = new PageCache(async (url) => scriptless(await rendered(url)))
  // Files are read, not made: whoever has a page gets what belongs to it.
  const files = new PageCache((url) => render(next, url, asSite()))
  const pictures = new Pictures()

  const stateNow = async () => (development ? `${await siteState()}|${randomUUID()}` : siteState())

  return {
    said,
    pictures,
    /** A reader's page, with the status 404 and nothing to show where there is none: `missing` stands in for it. */
    async page(address: string): Promise<Kept> {
      const state = await stateNow()
      return pages.ready(address, state) ?? (await pages.get(address, state))
    },
    embed: async (address: string) => embeds.get(address, await stateNow()),
    link: async (address: string, proof: string | null) =>
      links.get(proof === null ? address : `${address}#${proof}`, await stateNow()),
    file: (path: string) => files.get(path, "file"),
    /** What stands in for a page that is not there: what Next answers then is empty without JavaScript. */
    missing: (path: string) => said.get(path.startsWith("/ur") ? "/ur/404" : "/en/404", SAID),
    /**
     * A picture of a reader's page, from the page as readers get it; null where there is none. On a private site it is
     * rendered for the one who asks, and shows nothing to whom the page does not.
     */
    async picture(path: string, search: string, cookie: string): Promise<Picture | null> {
      const [, page, name, format] = PICTURE.exec(path)!
      const screen = citedPage(page!.slice(3))?.screen
      if (isDrawnApart(name) && !(screen && drawnApartOf(screen).includes(name))) return null
      const asked = new URLSearchParams(search)
      asked.delete("theme")
      const address = isDrawnApart(name)
        ? `${page!.slice(0, 3)}/drawing/${name}${normalised(`?${withPath(asked, page!.slice(3))}`)}`
        : page! + normalised(`?${asked}`)
      const isPublic = settings().visibility === "public"
      const from = isPublic ? await this.page(address) : await keep(await rendered(address, { cookie }), "")
      if (from.status !== 200) return null
      const theme = name === "preview" ? "light" : themeIn(search)
      return pictures.get(from, name!, format as "svg" | "png", theme, await pictureWords(page!, name!, asked))
    },
  }
}

/** Everything that a reader page depends on besides its address. Begins with the revision. */
async function siteState(): Promise<string> {
  const { newest } = await ledger()
  return `${newest}|${dayOf(new Date().toISOString())}|${ledgerHealth().reachable}`
}

/** The same question in another order is the same page. */
export function normalised(search: string): string {
  if (search === "" || search === "?") return ""
  const parameters = new URLSearchParams(search)
  parameters.sort()
  return `?${parameters}`
}
