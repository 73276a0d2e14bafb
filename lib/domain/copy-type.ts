import type { Source } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"

/** What a source says of its archived copy. */
export type KeptCopy = NonNullable<Source["copy"]>

/** What was taken out of an upload before it was kept. */
export const REMOVED = ["metadata", "scripts", "attachments"] as const
export type Removed = (typeof REMOVED)[number]

/** What an upload can be, judged by its bytes and never by its name. */
export type CopyType = "pdf" | "png" | "jpeg" | "html" | "text"

/** Why an upload is not kept. */
const FAULTS = {
  empty: "The file is empty.",
  unknown: "Only PDF, PNG, JPEG, HTML and plain text are kept.",
  damaged: "The file is damaged, or is not what it begins as.",
  trailing: "Something else is hidden after the end of the picture.",
  encrypted: "The PDF is encrypted; save it without a password first.",
  pixels: "The picture is too large: at most 50 million pixels.",
  large: "The file is too large once it is cleaned: at most 10 MiB.",
} as const
export type CopyFault = keyof typeof FAULTS

/** A refused upload; `reason` in its detail is the fault, for forms to say in their own words. */
export const copyRefusal = (fault: CopyFault) =>
  new Refusal(fault === "large" ? "too_large" : "invalid", FAULTS[fault], { file: [FAULTS[fault]] }, { reason: fault })

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const PDF = [..."%PDF-"].map((letter) => letter.charCodeAt(0))

/**
 * The type of an upload and, for text, its letters.
 * @throws Refusal `invalid` for anything that is not kept.
 */
export function copyTypeOf(bytes: Uint8Array): { type: CopyType; text: string | null } {
  if (bytes.length === 0) throw copyRefusal("empty")
  if (begins(bytes, PDF)) return { type: "pdf", text: null }
  if (begins(bytes, PNG)) return { type: "png", text: null }
  if (begins(bytes, JPEG)) return { type: "jpeg", text: null }
  const text = textOf(bytes)
  if (text === null || CONTROL.test(text) || DISGUISED.test(text.slice(0, 4000))) throw copyRefusal("unknown")
  if (text.trim() === "") throw copyRefusal("empty")
  return { type: markupOf(text), text }
}

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)

/** No text holds these; programs, archives and pictures do. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/
/** Written in letters, but documents and archives of another kind: RTF, PostScript, a saved mail or MHTML. */
const DISGUISED = /^\s*(?:\{\\rtf|%!PS|(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){1,60}Content-Type: *multipart\/)/i

/** The root element tells HTML from SVG and other XML, which are not kept. */
function markupOf(text: string): "html" | "text" {
  const start = text.slice(0, 20_000).replace(/^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, "")
  if (/^<!doctype\s+html\b/i.test(start)) return "html"
  const root = /^(?:<!doctype[^>]*>\s*)?<([a-z][\w:-]*)/i.exec(start)?.[1]?.toLowerCase()
  if (root === undefined && !start.startsWith("<!")) return "text"
  if (root === "svg" || root?.endsWith(":svg") || (root !== "html" && /^\s*<\?xml/.test(text))) {
    throw copyRefusal("unknown")
  }
  return "html"
}

/** The letters of a text: UTF-8, UTF-16 with its mark, or what an HTML page says of itself. Null if it is none. */
function textOf(bytes: Uint8Array): string | null {
  const marked = begins(bytes, [0xff, 0xfe]) ? "utf-16le" : begins(bytes, [0xfe, 0xff]) ? "utf-16be" : "utf-8"
  const text = decoded(bytes, marked)
  if (text !== null) return text
  const head = decoded(bytes.subarray(0, 2048), "latin1") ?? ""
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  return declared === undefined ? null : decoded(bytes, declared)
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Where a PNG ends, in bytes from its beginning; null if its chunks do not lead to an end. */
export function endOfPng(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = PNG.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    at += 12 + length
    if (name === "IEND") return at <= bytes.length ? at : null
  }
  return null
}

/** A JPEG's segments up to its end: markers with their places, in bytes. Null if they do not lead to an end. */
function segmentsOf(bytes: Uint8Array): { marker: number; from: number; to: number }[] | null {
  const segments = [{ marker: 0xd8, from: 0, to: 2 }]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const from = at
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]!
    at += 2
    if (marker === 0xd9) return [...segments, { marker, from, to: at }]
    if (marker >= 0xd0 && marker <= 0xd7) continue
    at += ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)
    // After the start of a scan come its pixels, up to the next marker that is none of theirs.
    if (marker === 0xda) while (at + 1 < bytes.length && !isMarker(bytes, at)) at++
    segments.push({ marker, from, to: at })
  }
  return null
}

const isMarker = (bytes: Uint8Array, at: number) => {
  const next = bytes[at + 1]!
  return bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)
}

/** Where a JPEG ends, in bytes from its beginning; null if its segments do not lead to an end. */
export const endOfJpeg = (bytes: Uint8Array) => segmentsOf(bytes)?.at(-1)?.to ?? null

/** Whether what follows a picture is nothing: padding, or the smaller pictures that cameras append. */
export function isHarmlessTail(tail: Uint8Array): boolean {
  if (tail.every((byte) => byte === 0)) return true
  const end = begins(tail, JPEG) ? endOfJpeg(tail) : null
  return end !== null && isHarmlessTail(tail.subarray(end))
}

/** A JPEG without what it says of camera, place and program; its pixels byte by byte. Null if it cannot be read. */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(bytes)
  if (segments === null) return null
  const kept = segments.filter(({ marker, from }) => {
    if (marker === 0xe0) return String.fromCharCode(...bytes.subarray(from + 4, from + 8)) === "JFIF"
    // APP14 says how the colours are written; the other application segments and comments are not needed.
    return marker === 0xee || (marker !== 0xfe && !(marker >= 0xe1 && marker <= 0xef))
  })
  const clean = new Uint8Array(kept.reduce((size, { from, to }) => size + to - from, 0))
  let at = 0
  for (const { from, to } of kept) {
    clean.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return clean
}
