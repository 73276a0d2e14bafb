import { defineConfig } from "@playwright/test"
import { ARGUMENTS, findBrowser, HELP } from "@/lib/cli/browser.mjs"

const executablePath = findBrowser()
if (!executablePath) throw new Error(HELP)

const site = process.env.NAP_TEST_URL ?? "http://127.0.0.1:3000"

/**
 * Runs against servers that are up already; `npm test` starts them. Whoever only reads has a site to themselves
 * (NAP_TEST_READING_URL), where nobody publishes: what a page says and what is asked a moment later cannot differ. The
 * others share the site that NAP_TEST_URL names.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../.results/e2e",
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  projects: [
    { name: "reading", testDir: "reading", use: { baseURL: process.env.NAP_TEST_READING_URL ?? site } },
    { name: "working", testDir: "working", use: { baseURL: site } },
  ],
  use: {
    // A trace with pictures of the page at every step takes longer than the steps.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: ARGUMENTS },
  },
})
