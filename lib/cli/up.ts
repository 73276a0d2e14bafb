import { buildIfNeeded } from "./build"
import { runSite } from "./site"

/** `npm run up`: builds if needed and serves until stopped. */
export function run(): Promise<void> {
  return runSite(false, buildIfNeeded)
}
