import { browsing } from "./browsing"
import { cold } from "./cold"
import { exploring } from "./exploring"
import { growth } from "./growth"
import { serving } from "./serving"

/**
 * `npm run bench`: figures as ratios taken in one run on this machine, never as a verdict. Each line gives the median
 * of interleaved rounds with its extremes, and what it was measured against.
 */
const wanted = process.argv.slice(2)
const scenarios = { growth, exploring, serving, cold, browsing }
for (const [name, scenario] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  for await (const line of scenario()) process.stdout.write(`  ${line}\n`)
}
process.exit(0)
