import { spawn, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** A site of its own for tests: `data` is its NAP_DATA, `output` what it has printed so far. */
export type TestSite = {
  url: string
  data: string
  child: ChildProcess
  output(): string
  /** Asks it to stop and waits; returns the exit code. */
  stop(): Promise<number | null>
}

/** What an operator may have set for their own site and a test must choose for itself. */
const NOT_INHERITED = [
  "DATABASE_URL",
  "HOST",
  "NAP_BASE_URL",
  "NAP_TEAM",
  "NAP_TWO_FACTOR",
  "NAP_VISIBILITY",
  "NAP_WEBHOOK_SECRET",
  "NAP_WEBHOOK_URL",
  "SMTP_URL",
]

/**
 * Starts the built site as `npm run up` does, on a free port with an empty data folder unless `environment` says
 * otherwise, and waits until it is ready.
 * @throws Error with its output when it ends or is not ready within two minutes.
 */
export async function startTestSite(environment: Record<string, string> = {}): Promise<TestSite> {
  const data = environment.NAP_DATA ?? mkdtempSync(join(tmpdir(), "nap-site-"))
  const port = environment.PORT ?? String(await freePort())
  const inherited: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn" }
  for (const name of NOT_INHERITED) delete inherited[name]
  const child = spawn(process.execPath, ["--max-semi-space-size=4", "lib/cli/bootstrap.mjs", "up"], {
    env: { ...inherited, ...environment, NAP_DATA: data, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let printed = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk))
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const end = () => void child.kill("SIGKILL")
  process.once("exit", end)
  const site: TestSite = {
    url: `http://127.0.0.1:${port}`,
    data,
    child,
    output: () => printed,
    stop: async () => {
      child.kill("SIGTERM")
      const code = await ended
      process.off("exit", end)
      if (environment.NAP_DATA === undefined) rmSync(data, { recursive: true, force: true })
      return code
    },
  }
  const deadline = Date.now() + 120_000
  while (!(await isReady(site.url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await site.stop()
      throw new Error(`the site did not start:\n${printed}`)
    }
    await sleep(100)
  }
  return site
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health/ready`)).ok
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
