import { fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildIfNeeded } from "@/lib/cli/build"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"

/** A folder with a large record, whose built site can be started and stopped again and again. */
export type LargeRecord = {
  start(): Promise<TestSite>
  /** One assessment more, in a revision of its own. */
  publish(): Promise<void>
  remove(): Promise<void>
}

/** Fills a fresh data folder with `size` commitments over twelve years (twelve-years.ts). */
export async function largeRecord(size: number): Promise<LargeRecord> {
  await buildIfNeeded()
  const data = mkdtempSync(join(tmpdir(), "nap-large-"))
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NAP_DATA: data }
  delete env.DATABASE_URL
  const child = fork("tests/bench/publisher.ts", [String(size)], { env })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const said = () =>
    new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve())
      void ended.then(() => reject(new Error("the process that publishes has ended")))
    })
  await said()
  return {
    start: () => startTestSite({ NAP_DATA: data }),
    publish: () => {
      const done = said()
      child.send("publish")
      return done
    },
    remove: async () => {
      if (child.connected) child.disconnect()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
