import "server-only"
import { createHash } from "node:crypto"
import { setImmediate as others } from "node:timers/promises"
import { Zip, ZipDeflate } from "fflate"
import type { Day } from "@/lib/domain/date"

/** A file to be: its name within the archive, and its text in pieces. */
export type ZipFile = { name: string; parts: Iterable<string> }
/** A file as it was written; `sha256` of its bytes in hex. */
export type ZipEntry = { name: string; bytes: number; sha256: string }

/**
 * Files as a zip archive, in memory; between two pieces others have their turn. `last` makes further files of what was written before, such as a list
 * of checksums. The same files and day give the same bytes, on any machine: nothing in it tells when or where it was made.
 */
export async function zipOf(
  files: Iterable<ZipFile>,
  day: Day,
  last: (written: ZipEntry[]) => Iterable<ZipFile> = () => [],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for (const piece of zipped(files, day, last)) {
    pieces.push(piece)
    await others()
  }
  return Buffer.concat(pieces)
}

const LARGEST_PIECE = 64 * 1024

function* zipped(
  files: Iterable<ZipFile>,
  day: Day,
  last: (written: ZipEntry[]) => Iterable<ZipFile>,
): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const written: ZipEntry[] = []
  for (const file of files) yield* added(file)
  for (const file of last(written)) yield* added(file)
  archive.end()
  yield* taken()

  function* added({ name, parts }: ZipFile): Generator<Uint8Array> {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = noonOf(day)
    archive.add(entry)
    const digest = createHash("sha256")
    let bytes = 0
    for (const part of joined(parts)) {
      digest.update(part)
      bytes += part.length
      entry.push(part)
      yield* taken()
    }
    entry.push(new Uint8Array(), true)
    written.push({ name, bytes, sha256: digest.digest("hex") })
    yield* taken()
  }

  function* taken(): Generator<Uint8Array> {
    for (const piece of ready.splice(0)) if (piece.length > 0) yield piece
  }
}

/** Short texts together, so that a line is no piece of its own. */
function* joined(parts: Iterable<string>): Generator<Uint8Array> {
  let text = ""
  for (const part of parts) {
    text += part
    if (text.length < LARGEST_PIECE) continue
    yield Buffer.from(text)
    text = ""
  }
  if (text !== "") yield Buffer.from(text)
}

/** A zip tells local time without a zone, so the day goes in by its parts; at noon no clock is turned. */
function noonOf(day: Day): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  return new Date(Math.max(year, 1980), month - 1, date, 12)
}
