import { cutFonts } from "./build"
import { runSite } from "./site"

/** `npm run dev`: serves pages compiled when they are asked for. */
export function run(): Promise<void> {
  return runSite(true, cutFonts)
}
