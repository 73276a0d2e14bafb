import { defineConfig } from "@playwright/test"
import { ARGUMENTS, findBrowser, HELP } from "@/lib/cli/browser.mjs"

const executablePath = findBrowser()
if (!executablePath) throw new Error(HELP)

/** Runs against a server that is up already: `npm test` starts one; NAP_TEST_URL names it. */
export default defineConfig({
  testDir: ".",
  outputDir: "../.results/e2e",
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    baseURL: process.env.NAP_TEST_URL ?? "http://127.0.0.1:3000",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: ARGUMENTS },
  },
})
