// The state of a set of sources in one line: what was made from them is up to date while it is the same.

import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/**
 * In hex, of every file at or below `paths`, by name and content. A path where there is nothing counts as that.
 * @param {string[]} paths
 * @returns {string}
 */
export function digestOf(paths) {
  const digest = createHash("sha256").update(process.versions.node.split(".")[0])
  for (const path of paths.flatMap(filesIn).sort()) digest.update(`${path}\0`).update(readFileSync(path))
  return digest.digest("hex")
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
