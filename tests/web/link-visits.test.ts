import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { dayOf } from "@/lib/domain/date"
import { ask, someone, type Someone } from "./client"
import { narrow } from "./link-doors"

let owner: Someone
beforeAll(async () => {
  owner = await someone("analyst")
})

const BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"

test("a link counts people, previews and embedding pages, and keeps nothing of whom", async () => {
  const { token, share } = await narrow(owner)
  const open = (path: string, headers: Record<string, string>) => ask(path, { headers })
  for (let at = 0; at < 3; at++)
    await open(`/en/s/${token}`, { "user-agent": BROWSER, "x-forwarded-for": `203.0.113.${at}` })
  for (const bot of ["WhatsApp/2.23.20.0", "facebookexternalhit/1.1", "Slackbot-LinkExpanding 1.0", "Twitterbot/1.0"])
    await open(`/ur/s/${token}`, { "user-agent": bot })
  await open(`/en/embed/${token}`, { "user-agent": BROWSER, referer: "https://paper.example/2026/story?reader=5" })
  // None of these is somebody who looks.
  await open(`/en/s/${token}`, { "user-agent": BROWSER, "sec-purpose": "prefetch;prerender" })
  await open(`/en/s/${token}`, { "user-agent": "curl/8.5.0" })
  await ask(`/en/s/${token}`, { method: "HEAD", headers: { "user-agent": BROWSER } })
  await open(`/en/s/${token}/preview.png`, { "user-agent": BROWSER })

  const { items } = (await ask("/api/v1/shares", { as: owner })).json as { items: Record<string, unknown>[] }
  expect(items.find(({ id }) => id === share.id)).toMatchObject({
    counts: { people: 3, previews: 4, embeds: 1, lastSeenOn: dayOf(new Date().toISOString()) },
    seenOn: ["https://paper.example"],
  })
  const [counts, sites] = await Promise.all([
    db().shareCount.findMany({ where: { shareId: share.id } }),
    db().shareSite.findMany({ where: { shareId: share.id } }),
  ])
  expect(JSON.stringify([counts, sites])).not.toMatch(/203\.0\.113|Mozilla|reader=5|WhatsApp/)
})
