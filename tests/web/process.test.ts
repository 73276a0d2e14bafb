import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { startTestSite } from "@/lib/cli/test-site"

// What a process has loaded and started is told by Linux alone.
test.skipIf(process.platform !== "linux")(
  "a site that runs holds no compiler in memory",
  async () => {
    const site = await startTestSite()
    try {
      expect((await fetch(`${site.url}/en`)).status).toBe(200)
      const folder = `/proc/${site.child.pid}`
      const loaded = readFileSync(`${folder}/maps`, "utf8")
      expect(loaded).toContain(process.execPath)
      expect(loaded).not.toMatch(/next-swc|esbuild/)
      const children = readFileSync(`${folder}/task/${site.child.pid}/children`, "utf8").trim().split(" ")
      const commands = children.map((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8"))
      expect(commands.join()).toContain("postgres")
      expect(commands.join()).not.toContain("esbuild")
    } finally {
      await site.stop()
    }
  },
  60_000,
)
