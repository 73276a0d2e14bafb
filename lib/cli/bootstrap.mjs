// The entry of every npm script, in plain Node because on a fresh machine nothing is installed yet: brings packages and
// the generated database client up to date, then runs lib/cli/main.ts, bundled, in this same process.
// Progress goes to stderr: stdout belongs to the command.

import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const [command] = process.argv.slice(2)

process.chdir(root)
process.env.NODE_ENV ??= command === "dev" ? "development" : command === "test" ? "test" : "production"
process.env.NEXT_TELEMETRY_DISABLED ??= "1"
process.env.CHECKPOINT_DISABLE ??= "1"
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1"

checkNode()
if (!packagesMatch()) {
  say("Installing packages (first start: about a minute)…")
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"]
  // A lock file written behind a mirror without other platforms' packages is refused by `ci`; `install` accepts it.
  if (!attempt("npm", ["ci", ...options])) run("npm", ["install", "--no-save", ...options])
}
generateClient()

// The maps from the bundle to the sources take memory that a running site has better use for; there, --enable-source-maps
// asks for them.
if (process.env.NODE_ENV !== "production") process.setSourceMapsEnabled(true)
// The heap grows by less before its garbage is collected: a fifth less memory under load, pages as fast as before.
setFlagsFromString("--heap-growing-percent=30")
await import(pathToFileURL(await (await import("./bundle.mjs")).bundled("lib/cli/main.ts")).href)

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  say(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)
  process.exit(1)
}

/** Whether node_modules holds exactly the versions of package-lock.json; packages for other platforms may be missing. */
function packagesMatch() {
  const wanted = packagesIn("package-lock.json")
  const present = packagesIn("node_modules/.package-lock.json")
  if (!present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || present[path]?.version === version || (!present[path] && (optional || devOptional)),
  )
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages
  } catch {
    return null
  }
}

function generateClient() {
  if (!existsSync("prisma/schema.prisma")) return
  const schema = createHash("sha256").update(readFileSync("prisma/schema.prisma")).digest("hex")
  const mark = "prisma/generated/.schema"
  if (existsSync(mark) && readFileSync(mark, "utf8") === schema) return
  say("Generating the database client…")
  run(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--no-hints"])
  writeFileSync(mark, schema)
}

function run(program, args) {
  if (attempt(program, args)) return
  say(`Cannot go on: \`${program} ${args.join(" ")}\` failed.`)
  process.exit(1)
}

function attempt(program, args) {
  const shell = process.platform === "win32" && program === "npm"
  return spawnSync(program, args, { stdio: ["ignore", 2, 2], shell }).status === 0
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
