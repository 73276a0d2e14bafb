import "server-only"
import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { DRAWINGS } from "@/lib/domain/drawing"
import { fromGzip } from "./encoding"
import { drawingOf } from "./images/drawing"
import type { Theme } from "./images/look"
import { PREVIEW_WIDTH, previewOf } from "./images/preview"
import { pngOf } from "./images/raster"
import type { Kept } from "./page-cache"

/** A page's address with the name of a picture behind it: "/en/points/2014/12/strand-kinetic.svg". */
export const PICTURE = new RegExp(`^(/(?:en|ur)(?:/[^?]*)?)/(preview|${DRAWINGS.join("|")})\\.(svg|png)$`)

/** Twice the size on screen, for print. */
const SCALE = 2

/** A drawn picture, ready to send. */
export type Picture = { type: string; body: Buffer; tag: string }

/** Pictures by the page they are made from: a page of the same tag has the same pictures. Least recently used go first. */
export class Pictures {
  private kept = new Map<string, Promise<Picture | null>>()
  constructor(private readonly most = 200) {}

  /** Null where the page has no such drawing. */
  get(page: Kept, name: string, format: "svg" | "png", theme: Theme, words: PictureWords): Promise<Picture | null> {
    const key = JSON.stringify([page.tag, name, format, theme, words])
    const found = this.kept.get(key) ?? made(page, name, format, theme, words, key)
    this.kept.delete(key)
    this.kept.set(key, found)
    found.catch(() => this.kept.delete(key))
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!)
    return found
  }
}

/** `title` and `source` stand above and below a drawing, `strip` on a preview. */
export type PictureWords = { title: string; source: string; strip: string }

async function made(
  page: Kept,
  name: string,
  format: "svg" | "png",
  theme: Theme,
  words: PictureWords,
  key: string,
): Promise<Picture | null> {
  const html = (await fromGzip(page.gzip)).toString()
  const svg = name === "preview" ? previewOf(html, words.strip) : drawingOf(html, name, words, theme)
  if (svg === null) return null
  const width = name === "preview" ? PREVIEW_WIDTH : SCALE * Number(/ width="(\d+)"/.exec(svg)![1])
  const body = format === "svg" ? Buffer.from(svg) : await pngOf(svg, width)
  const tag = createHash("sha256").update(key).digest("base64url").slice(0, 20)
  return { type: format === "svg" ? "image/svg+xml; charset=utf-8" : "image/png", body, tag }
}

/** Sends a picture, or says that the reader has it already. An SVG may dress itself, and nothing else. */
export function sendPicture(
  { type, body, tag }: Picture,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
): void {
  const etag = `"${tag}"`
  const all: Record<string, string> = {
    ...headers,
    etag,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    // Chat apps and other sites show it; what it says is public wherever its page is.
    "cross-origin-resource-policy": "cross-origin",
  }
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return void response.writeHead(304, all).end()
  response.writeHead(200, { ...all, "content-type": type, "content-length": body.length })
  response.end(request.method === "HEAD" ? undefined : body)
}

/** Which theme a picture is asked in; a preview is always light. */
export const themeIn = (search: string): Theme =>
  new URLSearchParams(search).get("theme") === "dark" ? "dark" : "light"
