import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createDatabase } from "@/lib/data/postgres/open"
import { startEmbedded } from "@/lib/data/postgres/embedded"
import { secrets } from "@/lib/data/settings"
import { buildIfNeeded } from "./build"
import { startTestSite } from "./test-site"
import { checks, playwright, vitest, type Outcome } from "./test-steps"

const ALL = ["format", "lint", "types", "floors", "drift", "domain", "data", "web", "faults", "e2e"]
const usage = `Usage: npm test -- [--only ${ALL.join(",")}]`

class UsageError extends Error {
  override name = "UsageError"
}

/**
 * `npm test`: every check and suite, also after one has failed. Ends with "N passed, N failed" over all of them; exit
 * code 1 when anything failed or a suite ran nothing.
 */
export async function run(args: string[]): Promise<number> {
  const wanted = chosen(args)
  const outcomes: Outcome[] = []
  const step = async (name: string, work: () => Promise<Outcome>) => {
    if (!wanted.includes(name)) return
    const started = performance.now()
    process.stdout.write(`${name.padEnd(8)} `)
    const outcome = await work().catch(broken)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const verdict = outcome.failed === 0 ? "ok" : "FAILED"
    process.stdout.write(`${verdict.padEnd(6)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s\n`)
    if (outcome.failed > 0) process.stdout.write(`${outcome.output.trimEnd()}\n\n`)
    outcomes.push(outcome)
  }

  // Each of these keeps one core busy, so they go together and are told one after another.
  const looking = ["format", "lint", "types", "floors"].filter((name) => wanted.includes(name))
  const looked = looking.map((name) => [name, checks[name]!({}).catch(broken)] as const)
  for (const [name, outcome] of looked) await step(name, () => outcome)
  await step("drift", drift)
  await step("domain", () => vitest("domain"))
  await step("data", () => vitest("data"))
  if (["web", "faults", "e2e"].some((name) => wanted.includes(name))) await onBuiltSite(step)

  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}

function chosen(args: string[]): string[] {
  if (args.length === 0) return ALL
  const [flag, list] = args[0]!.startsWith("--only=") ? ["--only", args[0]!.slice(7)] : args
  const names = (list ?? "").split(",").filter(Boolean)
  if (flag !== "--only" || names.length === 0 || names.some((name) => !ALL.includes(name))) throw new UsageError(usage)
  return names
}

/** The suites that need the site running. If it cannot be built or started, each of them has failed. */
async function onBuiltSite(step: (name: string, work: () => Promise<Outcome>) => Promise<void>) {
  const started = (async () => {
    await buildIfNeeded()
    return startTestSite()
  })()
  // Each step waits for it, and is told if it failed.
  started.catch(() => {})
  const environment = async () => {
    const site = await started
    return { NAP_TEST_URL: site.url, NAP_TEST_DATA: site.data }
  }
  await step("web", async () => vitest("web", await environment()))
  // These start and kill sites of their own; they only need the build.
  await step("faults", async () => started.then(() => vitest("faults")))
  await step("e2e", async () => {
    const site = await environment()
    const { findOrInstallBrowser, HELP } = await import("./browser.mjs")
    if (!findOrInstallBrowser()) throw new Error(HELP)
    // Whoever only reads has a site that nobody changes.
    const quiet = await startTestSite()
    try {
      return await playwright({ ...site, NAP_TEST_READING_URL: quiet.url })
    } finally {
      await quiet.stop()
    }
  })
  const site = await started.catch(() => null)
  await site?.stop()
}

/** Whether the migrations make exactly the schema that the code is generated from. */
async function drift(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "nap-drift-"))
  const server = await startEmbedded(folder, secrets(folder).databasePassword)
  try {
    await createDatabase(server.url("postgres"), "nap")
    await createDatabase(server.url("postgres"), "shadow")
    return await checks.drift!({ DATABASE_URL: server.url("nap"), SHADOW_DATABASE_URL: server.url("shadow") })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function broken(error: unknown): Outcome {
  return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
