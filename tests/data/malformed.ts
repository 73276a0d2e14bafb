import type { TableFormat } from "@/lib/data/tables/format"
import type { Kind } from "@/lib/domain/records"
import { SOURCE } from "./samples"

/** Whole numbers below n, the same in every run. */
export function randomFrom(seed: number) {
  let state = seed
  return (n: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * n)
  }
}

const FORMATS: TableFormat[] = ["csv", "json", "xlsx", "jsonl"]

/** One sound file of each format, to be spoiled. */
export function malformedSeeds(workbook: Buffer): Buffer[] {
  const json = JSON.stringify([{ id: "x-1", date: "2016-01-01", titleEn: "A", sources: [SOURCE], killed: 4 }])
  const csv = `id,date,titleEn,sources,killed\r\nx-1,2016-01-01,"A, title",${SOURCE},4\r\nx-2,2016-13-01,B,"a; b",\r\n`
  return [Buffer.from(csv), Buffer.from(json), workbook, Buffer.from(json.slice(1, -1))]
}

/** A file that something went wrong with: bytes changed, moved, overwritten, cut off, and not always said what it is. */
export function malformed(seeds: Buffer[], at: number, random: (n: number) => number) {
  const which = at % seeds.length
  const bytes = Buffer.from(seeds[which]!)
  for (let change = 0; change <= random(8); change++) {
    const place = random(bytes.length)
    const how = random(4)
    if (how === 0) bytes[place] = random(256)
    else if (how === 1) bytes.copy(bytes, place, random(bytes.length))
    else if (how === 2) bytes.fill(random(256), place, Math.min(bytes.length, place + random(40)))
    else bytes.write(["\0", '"', "\u202e", "__proto__", "[[[[", "\r", "\uFEFF", "1e999"][random(8)]!, place)
  }
  return {
    kind: (which === 2 ? "indicator" : "event") satisfies Kind as Kind,
    format: random(5) === 0 ? null : FORMATS[which]!,
    bytes: random(3) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes,
  }
}
