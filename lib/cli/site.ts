import { closeDb } from "@/lib/data/db"
import { openDatabase } from "@/lib/data/postgres/open"
import { settings } from "@/lib/data/settings"
import { say } from "./say"

type SignIn = { email: string; role: string; password: string }

/** What the first start made, to be shown once. Later starts show only the address. */
export type Welcome = { signIns: SignIn[]; sharePath: string | null }

/**
 * Runs the site until the process is asked to stop: database, starting data, first sign-ins, then the server.
 * `beforeServing` (the build) runs meanwhile.
 */
export async function runSite(development: boolean, beforeServing: () => Promise<unknown>): Promise<void> {
  const { dataFolder } = settings()
  const undo: (() => Promise<void>)[] = []
  const asked = askedToStop()
  try {
    const ready = (async () => {
      const [welcome] = await Promise.all([prepareData(undo), beforeServing()])
      const { startServer } = await import("@/lib/web/server")
      const server = await startServer(development)
      undo.push(server.stop)
      process.stdout.write(greeting(welcome, dataFolder))
    })()
    await Promise.race([ready, asked])
    await asked
    say("Stopping…")
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

async function prepareData(undo: (() => Promise<void>)[]): Promise<Welcome> {
  say("Starting the database…")
  const database = await openDatabase()
  undo.push(database.stop, closeDb)
  const { seed } = await import("@/lib/data/seed")
  const { ensureFirstPeople } = await import("@/lib/data/people")
  const { exampleShare } = await import("@/lib/data/share-upkeep")
  const { published, revision } = await seed(say)
  say(published ? `Published the starting data as revision ${revision}.` : `The ledger is at revision ${revision}.`)
  const signIns = await ensureFirstPeople()
  return { signIns, sharePath: signIns.length > 0 ? await exampleShare() : null }
}

/** A signal may come twice (from the terminal and from npm): only the first counts, and stopping is bounded anyway. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve())
  })
}

function greeting({ signIns, sharePath }: Welcome, dataFolder: string): string {
  const { baseUrl } = settings()
  const lines = ["", `  NAP Tracker   ${baseUrl}`]
  if (signIns.length > 0) {
    const width = Math.max(...signIns.map(({ email }) => email.length))
    lines.push("", `  Sign in at    ${baseUrl}/en/sign-in   (shown once: keep these)`)
    for (const { email, role, password } of signIns)
      lines.push(`    ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`)
  }
  if (sharePath) lines.push("", `  Shared link   ${baseUrl}${sharePath}`)
  lines.push("", `  Data is kept in ${dataFolder}. Stop with Ctrl-C.`, "", "")
  return lines.join("\n")
}
