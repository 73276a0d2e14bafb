// Our TypeScript as JavaScript that Node runs. Made once for each state of the sources and kept, so that a start neither
// waits for a compiler nor holds one in memory.

import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { digestOf } from "./digest.mjs"

/** Goes with the packages: `npm ci` clears it. */
const KEPT = "node_modules/.cache/nap"
const SOURCES = ["lib", "prisma/generated", "tsconfig.json"]
/** A server that runs loads parts of its bundle as they are needed, so one is thrown away only long after its last start. */
const KEPT_FOR = 7 * 86_400_000

/**
 * Where the bundle of a module of ours lies; the working directory is the project's root.
 * @param {string} entry the module's path; of its neighbours and of lib it may import what it likes
 * @returns {Promise<string>} an absolute path
 */
export async function bundled(entry) {
  const folder = join(KEPT, digestOf([...SOURCES, dirname(entry)]))
  if (!existsSync(folder)) await make(entry, folder)
  const now = new Date()
  utimesSync(folder, now, now)
  return resolve(folder, "start.mjs")
}

/**
 * @param {string} entry
 * @param {string} folder
 */
async function make(entry, folder) {
  const { buildSync } = await import("esbuild")
  const draft = `${folder}.${process.pid}`
  buildSync({
    entryPoints: { start: entry },
    outdir: draft,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded when it is needed stays so.
    splitting: true,
    packages: "external",
    // Server modules start with `import "server-only"`, which throws unless the importer says that it is a server. The
    // flag for a whole process (--conditions=react-server) would also hand Next a React without its client half.
    alias: { "server-only": resolve("node_modules/server-only/empty.js") },
    format: "esm",
    platform: "node",
    target: "node20",
    keepNames: true,
    sourcemap: "linked",
    logLevel: "error",
  })
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Somebody made the same one meanwhile.
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  for (const name of readdirSync(KEPT).map((name) => join(KEPT, name))) {
    if (Date.now() - statSync(name).mtimeMs > KEPT_FOR) rmSync(name, { recursive: true, force: true })
  }
}
