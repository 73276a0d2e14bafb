import { expect, test } from "vitest"
import { ask } from "./client"

test("the main menu keeps plan, day and revision before any script has run, on a long page too", async () => {
  const known = (await ask("/api/v1/overview")).json.revision as number
  const search = `?plan=nap-2021&asOf=2023-07-01&known=${known}`
  for (const page of ["", "/compare", "/points", "/explore", "/momentum", "/changes", "/data"]) {
    const { text } = await ask(`/en${page}${search}`)
    const menus = [...text.matchAll(/<nav[^>]*aria-label="Main"[^>]*>([\s\S]*?)<\/nav>/g)].map(([, menu]) => menu!)
    expect([page, menus.length]).toEqual([page, 2])
    for (const menu of menus) {
      const hrefs = [...menu.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"))
      expect(hrefs.length).toBeGreaterThan(7)
      expect(hrefs.filter((href) => !href.endsWith(search))).toEqual([])
    }
  }
})
