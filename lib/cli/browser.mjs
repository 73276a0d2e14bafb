// Finds a Chromium for the browser tests; `node lib/cli/browser.mjs --install` gets one if there is none.
// Prints its path. No browser: one clear message, exit 1.

import { spawnSync } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "@playwright/test"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"]
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
]

export const HELP = `No Chromium found for the browser tests. Any one of these helps:
  - Debian/Ubuntu:  apt-get update && apt-get install -y --no-install-recommends chromium
  - elsewhere:      npx playwright install --with-deps chromium
  - or set E2E_CHROMIUM to the path of a Chrome or Chromium`

/** Without these a Chromium on its own machine talks to its maker, and as root does not start. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** Path of a browser: the one named by E2E_CHROMIUM, Playwright's own, or the system's. Undefined if there is none. */
export function findBrowser() {
  const named = process.env.E2E_CHROMIUM
  if (named) {
    if (!runs(named)) throw new Error(`E2E_CHROMIUM: ${named} is not a program`)
    return named
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...onPath, ...PLACES].find((path) => path && runs(path))
}

/** As findBrowser, after trying to install one: as root from the system's packages, else by Playwright. */
export function findOrInstallBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    attempt("apt-get", "update", "-qq")
    attempt("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    const installed = findBrowser()
    if (installed) return installed
  }
  attempt(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium")
  return findBrowser()
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function attempt(program, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  spawnSync(program, args, { stdio: ["ignore", 2, 2], timeout: 300_000, env })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = process.argv.includes("--install") ? findOrInstallBrowser() : findBrowser()
  if (!browser) {
    process.stderr.write(`${HELP}\n`)
    process.exit(1)
  }
  process.stdout.write(`${browser}\n`)
}
