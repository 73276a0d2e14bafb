import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort, startTestSite, type TestSite } from "@/lib/cli/test-site"
import { runningPostmaster } from "@/lib/data/postgres/cluster"
import { APP_ROLE } from "@/lib/data/postgres/rights"
import { secrets } from "@/lib/data/settings"

/** A site of its own that may be killed in any way and started again on the same data. */
export type Victim = {
  url: string
  /** Starts the site and returns after how many milliseconds it was ready. */
  start(): Promise<number>
  killServer(): Promise<void>
  killDatabase(): void
  end(): Promise<void>
}

export async function victim(): Promise<Victim> {
  const data = mkdtempSync(join(tmpdir(), "nap-faults-"))
  const port = String(await freePort())
  let site: TestSite | null = null
  process.env.NAP_DATA = data
  return {
    url: `http://127.0.0.1:${port}`,
    start: async () => {
      const started = performance.now()
      site = await startTestSite({ NAP_DATA: data, PORT: port })
      const database = readFileSync(join(data, "postgres.port"), "utf8").trim()
      // lib/data of this process works on the site's database: it prepares, and it checks afterwards.
      process.env.DATABASE_URL = `postgresql://${APP_ROLE}:${secrets(data).appPassword}@127.0.0.1:${database}/nap`
      return performance.now() - started
    },
    killServer: async () => {
      const { child } = site!
      const gone = once(child, "exit")
      child.kill("SIGKILL")
      await gone
      await site!.stop()
      site = null
    },
    killDatabase: () => {
      const running = runningPostmaster(data)
      if (running) process.kill(running.pid, "SIGKILL")
    },
    end: async () => {
      await site?.stop()
      const left = runningPostmaster(data)
      if (left) process.kill(left.pid, "SIGINT")
      for (let wait = 0; wait < 100 && runningPostmaster(data); wait++) await sleep(50)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Tries until it works or the time is over, and returns how long that took. Milliseconds. */
export async function until(works: () => Promise<unknown>, limit: number): Promise<number> {
  const started = performance.now()
  for (;;) {
    try {
      await works()
      return performance.now() - started
    } catch (error) {
      if (performance.now() - started > limit) throw error
      await sleep(50)
    }
  }
}
