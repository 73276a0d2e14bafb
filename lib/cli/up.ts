import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { buildFolder, buildIfNeeded } from "./build"
import { runSite } from "./site"

/** `npm run up`: builds if needed and serves until stopped. */
export function run(): Promise<void> {
  return runSite(false, async () => {
    await buildIfNeeded()
    await settleAsBuilt()
  })
}

/**
 * Next takes its settings as the build resolved them, the way its own standalone server does. It would otherwise read
 * next.config.ts again and for that load its compiler: half a second, and 40 MB that nothing else needs.
 */
async function settleAsBuilt() {
  const { config } = JSON.parse(await readFile(join(buildFolder(), "required-server-files.json"), "utf8"))
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}
