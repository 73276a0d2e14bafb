// `npm run bench [SCENARIO…]`: the scenarios in plain TypeScript, as Node runs them.

import { pathToFileURL } from "node:url"
import { bundled } from "../../lib/cli/bundle.mjs"

await import(pathToFileURL(await bundled("tests/bench/scenarios.ts")).href)
