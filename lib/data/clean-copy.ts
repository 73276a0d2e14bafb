import "server-only"
import sharp from "sharp"
import { compile } from "html-to-text"
import { cleanPdf } from "@/lib/data/clean-pdf"
import {
  copyRefusal,
  copyTypeOf,
  endOfJpeg,
  endOfPng,
  isHarmlessTail,
  type KeptCopy,
  type Removed,
} from "@/lib/domain/copy-type"

/** An upload as it may be published. `text` is what it says, for the scanner; null for what is not read. */
export type CleanCopy = {
  mediaType: KeptCopy["mediaType"]
  content: Uint8Array
  text: string | null
  removed: Removed[]
}

const LARGEST = 10 * 1024 * 1024
const MOST_PIXELS = 50_000_000

/**
 * Makes of an upload what may be published: its type judged by its bytes, parsed to the end, and written anew without
 * whatever tells of its maker. The same bytes always give the same copy.
 * @throws Refusal `invalid` or `too_large` with the fault.
 */
export async function cleanCopy(bytes: Uint8Array): Promise<CleanCopy> {
  const { type, text } = copyTypeOf(bytes)
  const clean =
    type === "pdf"
      ? { mediaType: "application/pdf" as const, text: null, ...(await cleanPdf(bytes)) }
      : type === "png" || type === "jpeg"
        ? await cleanPicture(type, bytes)
        : cleanText(type === "html" ? readHtml(text!) : text!)
  if (clean.content.length > LARGEST) throw copyRefusal("large")
  return clean
}

async function cleanPicture(type: "png" | "jpeg", bytes: Uint8Array): Promise<CleanCopy> {
  const end = type === "png" ? endOfPng(bytes) : endOfJpeg(bytes)
  if (end === null) throw copyRefusal("damaged")
  if (!isHarmlessTail(bytes.subarray(end))) throw copyRefusal("trailing")
  try {
    const picture = sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS })
    const { format, width, height, exif, xmp, iptc, comments } = await picture.metadata()
    if (format !== type) throw copyRefusal("damaged")
    if (width * height > MOST_PIXELS) throw copyRefusal("pixels")
    // Turned as its camera says, since that goes with the rest of what the camera says.
    const turned = picture.autoOrient()
    const content = await (type === "png" ? turned.png({ compressionLevel: 9 }) : turned.jpeg(AS_GOOD)).toBuffer()
    const hadMetadata = [exif, xmp, iptc].some(Boolean) || (comments?.length ?? 0) > 0
    return { mediaType: `image/${type}`, content, text: null, removed: hadMetadata ? ["metadata"] : [] }
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw copyRefusal("pixels")
    if (error instanceof Error && error.name === "Refusal") throw error
    throw copyRefusal("damaged")
  }
}

/** Written once more, a JPEG loses a little; at this setting nobody can see or misread it. */
const AS_GOOD = { quality: 92, chromaSubsampling: "4:4:4" }

function cleanText(text: string): CleanCopy {
  const plain = text.replaceAll(/\r\n?/g, "\n").trim()
  if (plain === "") throw copyRefusal("empty")
  const kept = `${plain}\n`
  return { mediaType: "text/plain", content: new TextEncoder().encode(kept), text: kept, removed: [] }
}

/** The words of a page with the addresses of its links; no script, no picture, nothing that loads. */
const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 200, maxInputLength: LARGEST },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "svg", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "noscript", format: "skip" },
    { selector: "template", format: "skip" },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})

/** More tags than any page has, or more of them within each other, only hold the server up. */
const MOST_TAGS = 100_000
const DEEPEST = 10_000
/** Tags that close themselves, or are closed by the next of their kind. */
const SHALLOW = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr|p|li|dt|dd|tr|td|th|option)$/i

function assertReadable(html: string): void {
  let count = 0
  let depth = 0
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (++count > MOST_TAGS) throw copyRefusal("large")
    if (SHALLOW.test(name!)) continue
    depth = Math.max(0, depth + (end === "" ? 1 : -1))
    if (depth > DEEPEST) throw copyRefusal("damaged")
  }
}

function readHtml(html: string): string {
  assertReadable(html)
  try {
    return convert(html)
  } catch (error) {
    // So many tags within each other that no browser could have shown it.
    if (error instanceof RangeError) throw copyRefusal("damaged")
    throw error
  }
}
