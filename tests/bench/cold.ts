import { setTimeout as sleep } from "node:timers/promises"
import { type LargeRecord, largeRecord } from "./large-site"
import { figure } from "./figures"

const STARTS = 3
const PUBLICATIONS = 5
/** Longer than the ledger's answer about the newest revision is reused, so that the page asked for is a new one. */
const SEEN = 700
const GZIP = { "accept-encoding": "gzip" }
const PAGES = ["/en", "/ur"]
const READY = "until ready"

/**
 * The overview when nothing of it is kept: asked first of all after a start, then in the other language, and each time
 * after a revision was published. Milliseconds until the last byte, at the client on the same machine.
 */
export async function* cold(): AsyncGenerator<string> {
  for (const size of [0, 300, 3000]) {
    const record = await largeRecord(size)
    try {
      for (const [name, values] of Object.entries(await measured(record)))
        yield `${size || "starting data's"} commitments, ${name}: ${figure(values, "ms")}${size === 300 && name !== READY ? " (goal < 300)" : ""}`
    } finally {
      await record.remove()
    }
  }
}

async function measured(record: LargeRecord): Promise<Record<string, number[]>> {
  const taken: Record<string, number[]> = {
    [READY]: [],
    "first page after a start": [],
    "the other language then": [],
    "after a publication, en": [],
    "after a publication, ur": [],
    "a day not asked before": [],
  }
  for (let round = 0; round < STARTS; round++) {
    const began = performance.now()
    const site = await record.start()
    taken[READY]!.push(performance.now() - began)
    try {
      const [first, second] = round % 2 === 0 ? PAGES : PAGES.toReversed()
      taken["first page after a start"]!.push(await asked(site.url + first))
      taken["the other language then"]!.push(await asked(site.url + second))
      if (round < STARTS - 1) continue
      for (let at = 0; at < PUBLICATIONS; at++) {
        await record.publish()
        await sleep(SEEN)
        for (const page of at % 2 === 0 ? PAGES : PAGES.toReversed())
          taken[`after a publication, ${page.slice(1)}`]!.push(await asked(site.url + page))
        taken["a day not asked before"]!.push(await asked(`${site.url}/en?asOf=2019-03-0${at + 1}`))
      }
    } finally {
      await site.stop()
    }
  }
  return taken
}

async function asked(url: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(url, { headers: GZIP })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  await answer.arrayBuffer()
  return performance.now() - started
}
