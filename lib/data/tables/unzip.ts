import "server-only"
import { promisify } from "node:util"
import { crc32, inflateRaw } from "node:zlib"
import { notReadable } from "@/lib/data/tables/format"
import { Refusal } from "@/lib/domain/refusal"

const inflate = promisify(inflateRaw)

/** What a workbook's text may come to when unpacked. Bytes. */
const LARGEST_UNPACKED = 64 * 1024 * 1024
const MOST_FILES = 500

/**
 * A workbook's own text files packed anew without compression: whoever reads it then unpacks exactly what was measured
 * here, whatever the first archive said of itself (a few kilobytes may claim to be nothing and unpack to gigabytes).
 * @throws Refusal `invalid` for what is no workbook, `too_large`.
 */
export async function repacked(zip: Buffer): Promise<Buffer> {
  const files: { name: Buffer; content: Buffer }[] = []
  let left = LARGEST_UNPACKED
  for (const entry of entriesOf(zip)) {
    if (!/\.(xml|rels)$/i.test(entry.name.toString("latin1"))) continue
    const content = await contentOf(zip, entry, left)
    left -= content.length
    files.push({ name: entry.name, content })
  }
  return packed(files)
}

/**
 * The same archive, telling nothing of when it was made: what is in it, and that alone, decides its bytes. Written in
 * place. @throws Refusal `invalid` for what is no archive.
 */
export function undated(zip: Buffer): Buffer {
  for (const { at, listed } of entriesOf(zip)) {
    zip.writeUInt32LE(NO_TIME, at + 10)
    zip.writeUInt32LE(NO_TIME, listed + 12)
  }
  return zip
}

/** The first day that an archive can tell, at midnight; its time in the lower half, its day in the upper. */
const NO_TIME = 0x21_0000

/** `at` is where the file itself begins, `listed` where the table of contents tells of it. */
type Entry = { name: Buffer; method: number; size: number; at: number; listed: number }

/** The archive's table of contents, from its end. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"))
  if (end < 0 || end + 22 > zip.length) throw damaged()
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_FILES) throw damaged()
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const entry = {
      name: zip.subarray(at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
      listed: at,
    }
    at += 46 + nameLength + extra + comment
    return entry
  })
}

async function contentOf(zip: Buffer, { method, size, at }: Entry, most: number): Promise<Buffer> {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) throw damaged()
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (from + size > zip.length) throw damaged()
  const data = zip.subarray(from, from + size)
  if (data.length > most) throw tooLarge()
  if (method === 0) return data
  if (method !== 8) throw damaged()
  if (most === 0) throw tooLarge()
  try {
    return await inflate(data, { maxOutputLength: most })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged()
  }
}

function packed(files: { name: Buffer; content: Buffer }[]): Buffer {
  const parts: Buffer[] = []
  const contents: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    // Shared by both headers: version, flags, method 0, time and date, checksum, both sizes, length of the name.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(NO_TIME, 6)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), shared, name, content])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    contents.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), shared, place, name]))
    parts.push(local)
    at += local.length
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(22)
  end.write("PK\u0005\u0006", 0, "latin1")
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, table, end])
}

const damaged = () => notReadable("This Excel workbook is damaged or not one.")
const tooLarge = () => new Refusal("too_large", "This workbook unpacks to more than a table of ours could hold.")
