import "server-only"
import { promisify } from "node:util"
import { brotliCompress, constants, gunzip, gzip } from "node:zlib"

export type Encoding = "br" | "gzip" | "identity"

/** Answers smaller than this are sent as they are. Bytes. */
export const WORTH_COMPRESSING = 1024

export const isCompressible = (contentType: string) =>
  /^(text\/|image\/svg)|[/+](json|xml|javascript)\b/.test(contentType)

const remembered = new Map<string, Encoding>()

/** The best encoding that an Accept-Encoding header allows: br, then gzip, then none. */
export function chosenEncoding(header: string | string[] | undefined): Encoding {
  const text = String(header ?? "")
  const known = remembered.get(text)
  if (known) return known
  const chosen = allows(text, "br") ? "br" : allows(text, "gzip") ? "gzip" : "identity"
  if (remembered.size < 200) remembered.set(text, chosen)
  return chosen
}

/** Whether an Accept-Encoding header allows this encoding. */
export function allows(header: string, encoding: string): boolean {
  const named = header.split(",").map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  )
  const found = named.find(([name]) => name === encoding) ?? named.find(([name]) => name === "*")
  return found !== undefined && !found.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** The level that takes a hundred times as long and is an eighth smaller. */
export const TIGHTEST = 11

/** Compresses once for many readers; `level` 6 costs about as much as gzip and is a third smaller. */
export function toBrotli(body: Buffer, level = 6): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

export const toGzip = (body: Buffer): Promise<Buffer> => zip(body)
export const fromGzip = (body: Buffer): Promise<Buffer> => unzip(body)
