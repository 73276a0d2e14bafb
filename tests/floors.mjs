// Versions below which a known hole is open. Checked here because `npm audit` needs a service that a closed network
// does not reach. Run by `npm test`; prints what is too old.

import { readFileSync } from "node:fs"

const FLOORS = { next: "16.4.5", sharp: "0.35.5", zod: "4.6.6", "better-auth": "1.7.16" }

const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"))

const tooOld = Object.entries(packages).flatMap(([path, { version }]) => {
  const floor = FLOORS[path.split("node_modules/").at(-1)]
  return path.includes("node_modules/") && floor && isOlder(version, floor) ? [`${path} ${version} < ${floor}`] : []
})
for (const line of tooOld) console.error(line)
process.exit(tooOld.length > 0 ? 1 : 0)

function isOlder(version, floor) {
  const [a, b] = [version, floor].map((text) => text.split("-")[0].split(".").map(Number))
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && a[at] < b[at]
}
