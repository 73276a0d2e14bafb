import "server-only"
import { inflateSync } from "node:zlib"
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib"
import { copyRefusal, type Removed, withoutJpegMetadata } from "@/lib/domain/copy-type"

/** Keys that tell of a file's maker, by whichever object they stand in. */
const METADATA = ["Metadata", "PieceInfo", "LastModified", "SpiderInfo", "Thumb", "Threads", "CreatorInfo"]
/** Keys that make a reader's program do something. */
const SCRIPTS = [
  "AA",
  "JS",
  "JavaScript",
  "OpenAction",
  "XFA",
  "PA",
  "RichMediaContent",
  "RichMediaSettings",
  "Renditions",
]
/** Keys under which other files travel along. */
const ATTACHMENTS = ["EmbeddedFiles", "EF", "AF", "Collection"]
/** Signatures name people, and hold no longer once a file is written anew. */
const SIGNATURES = ["Perms", "DSS", "Legal", "Lock"]
/** What a click may still do: go to a place in the document or to an address. */
const HARMLESS_ACTIONS = ["GoTo", "URI", "Named"]
const LIVE_ANNOTATIONS = ["FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D"]

/**
 * A PDF written anew from what its pages need: nothing of who made it when and with what, no script, no attachment,
 * and none of the older states that a file may still carry.
 * @throws Refusal `invalid` for what does not parse or is encrypted.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<{ content: Uint8Array; removed: Removed[] }> {
  assertNoBomb(bytes)
  const pdf = await parsed(bytes)
  const { context } = pdf
  const removed = new Set<Removed>()
  if (context.trailerInfo.Info !== undefined) removed.add("metadata")
  context.trailerInfo.Info = undefined
  context.trailerInfo.ID = undefined
  const used = swept(context, removed)
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref)
  try {
    const options = { useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }
    return { content: await pdf.save(options), removed: [...removed] }
  } catch {
    throw copyRefusal("damaged")
  }
}

async function parsed(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 500 })
    if (pdf.getPageCount() === 0) throw copyRefusal("damaged")
    return pdf
  } catch (error) {
    throw copyRefusal(error instanceof Error && /encrypt/i.test(error.message) ? "encrypted" : "damaged")
  }
}

/** Takes out of everything that the pages reach what should not be published; returns what they still reach. */
function swept(context: PDFContext, removed: Set<Removed>): Set<PDFRef> {
  const used = new Set<PDFRef>()
  const seen = new Set<PDFObject>()
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : []
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (used.has(object)) continue
      used.add(object)
      const target = context.lookup(object)
      if (target instanceof PDFInvalidObject) throw copyRefusal("damaged")
      if (target instanceof PDFRawStream && isJpeg(target)) context.assign(object, withoutCamera(target, removed))
      const kept = context.lookup(object)
      if (kept !== undefined) waiting.push(kept)
      continue
    }
    if (seen.has(object)) continue
    seen.add(object)
    if (object instanceof PDFArray) {
      dropLive(object, removed)
      waiting.push(...object.asArray())
    } else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dict = object instanceof PDFStream ? object.dict : object
      sweep(dict, removed)
      for (const value of dict.values()) waiting.push(value)
    }
  }
  return used
}

function sweep(dict: PDFDict, removed: Set<Removed>): void {
  const drop = (names: readonly string[], what: Removed) => {
    for (const name of names) if (dict.delete(PDFName.of(name))) removed.add(what)
  }
  drop(METADATA, "metadata")
  drop(SCRIPTS, "scripts")
  drop(ATTACHMENTS, "attachments")
  drop(SIGNATURES, "metadata")
  const value = followed(dict, "V")
  if (value instanceof PDFDict && (nameIn(value, "Type") === "Sig" || value.has(PDFName.of("ByteRange")))) {
    drop(["V"], "metadata")
  }
  const action = followed(dict, "A")
  if (action instanceof PDFDict && nameIn(action, "S") !== null && !HARMLESS_ACTIONS.includes(nameIn(action, "S")!)) {
    drop(["A"], "scripts")
  }
  if (HARMLESS_ACTIONS.includes(nameIn(dict, "S") ?? "")) drop(["Next"], "scripts")
  // A note in the margin names who wrote it and when; a form's field is called by the same letter and stays.
  if (dict.has(PDFName.of("Rect")) && dict.has(PDFName.of("Subtype"))) {
    drop(nameIn(dict, "Subtype") === "Widget" ? ["M"] : ["T", "M", "NM", "CreationDate"], "metadata")
  }
}

/** Annotations that carry files or play something go altogether. */
function dropLive(array: PDFArray, removed: Set<Removed>): void {
  for (let at = array.size() - 1; at >= 0; at--) {
    const item = array.lookup(at)
    if (!(item instanceof PDFDict) || !item.has(PDFName.of("Rect"))) continue
    if (!LIVE_ANNOTATIONS.includes(nameIn(item, "Subtype") ?? "")) continue
    array.remove(at)
    removed.add("attachments")
  }
}

const followed = (dict: PDFDict, name: string) => dict.lookup(PDFName.of(name))
const nameIn = (dict: PDFDict, name: string) => {
  const found = followed(dict, name)
  return found instanceof PDFName ? found.decodeText() : null
}

const isJpeg = ({ dict }: PDFRawStream) => {
  const filter = followed(dict, "Filter")
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only instanceof PDFName && only.decodeText() === "DCTDecode"
}

/** A photograph within the document, without what its camera wrote into it. */
function withoutCamera(stream: PDFRawStream, removed: Set<Removed>): PDFRawStream {
  const clean = withoutJpegMetadata(stream.contents)
  if (clean === null || clean.length === stream.contents.length) return stream
  removed.add("metadata")
  return PDFRawStream.of(stream.dict, clean)
}

const LARGEST_TABLE = 32 * 1024 * 1024

/**
 * Parsing unpacks the streams that hold objects and tables of places; one packed to unpack without end is refused
 * before that. Pages and pictures stay packed.
 */
function assertNoBomb(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unpacked = 0
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const head = unescaped(file.toString("latin1", Math.max(0, at - 4096), at))
    const dict = head.slice(head.lastIndexOf(" obj") + 1)
    if (!/\/(?:ObjStm|XRef)\b/.test(dict)) continue
    const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dict)?.[1]?.match(/\/\w+/g) ?? []
    if (filters.length === 0) continue
    if (filters.length > 1 || filters[0] !== "/FlateDecode") throw copyRefusal("damaged")
    const from = at + 6 + (file[at + 6] === 13 ? 2 : 1)
    try {
      unpacked += inflateSync(file.subarray(from), { maxOutputLength: LARGEST_TABLE }).length
    } catch (error) {
      // What merely cannot be unpacked is for the parser to judge.
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw copyRefusal("damaged")
    }
    if (unpacked > 2 * LARGEST_TABLE) throw copyRefusal("damaged")
  }
}

/** Names in a PDF may be written with #xx for any letter. */
const unescaped = (text: string) =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
