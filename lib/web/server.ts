import "server-only"
import { randomUUID } from "node:crypto"
import { createServer, type Server } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import next from "next"
import { ledger, reportFaults } from "@/lib/data/ledger"
import { SettingsError, settings } from "@/lib/data/settings"
import { Refusal } from "@/lib/domain/refusal"
import { LOCALES } from "@/lib/i18n/locale"
import { answerer } from "./answer"
import { startClosing } from "./health"
import { logFault } from "./log"
import { sendProblem } from "./problem-page"
import { type Handler, render } from "./render"
import { startWorker } from "./worker"

const PATIENCE = 10_000
const STARTING = new Refusal("unavailable", "The site is starting.", {}, { retryAfter: 1 })

/**
 * Starts the site on the PORT and HOST of the settings; the database must be open. `development` compiles pages when
 * they are asked for and keeps none. The returned `stop` lets requests under way finish, for ten seconds at most.
 * @throws SettingsError when the port is taken or may not be used.
 */
export async function startServer(development: boolean): Promise<{ stop(): Promise<void> }> {
  const { host, port } = settings()
  let answer: Handler | undefined
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (answer) void answer(request, response)
    else sendProblem({ request, response, id: randomUUID() }, STARTING)
  })
  // The port first: whoever started a second one by mistake hears of it at once.
  await listen(server, host, port)
  try {
    reportFaults(logFault)
    await ledger()
    const app = next({ dev: development, hostname: host, port, httpServer: server })
    await app.prepare()
    const ready = answerer(app.getRequestHandler(), development)
    if (!development && settings().visibility === "public") await Promise.race([openFirst(ready), sleep(PATIENCE)])
    answer = ready
    const worker = startWorker()
    return {
      stop: async () => {
        startClosing()
        await Promise.all([close(server), worker.stop()])
        await Promise.race([app.close(), sleep(2000)])
      },
    }
  } catch (error) {
    server.close()
    throw error
  }
}

/**
 * Asks for the first page of each language before anybody does: what it loads and compiles, once in a process, no reader
 * waits for. A page that cannot be made, or not soon, is the reader's to hear of, not a reason not to start.
 */
async function openFirst(answer: Handler) {
  for (const locale of Object.keys(LOCALES)) await render(answer, `/${locale}`, {}).catch(() => {})
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new SettingsError(`PORT: ${port} is taken by another program; choose another`))
      else if (error.code === "EACCES") reject(new SettingsError(`PORT: this user may not use ${port}`))
      else if (error.code === "EADDRNOTAVAIL") reject(new SettingsError(`HOST: ${host} is no address of this machine`))
      else reject(error)
    })
    server.listen(port, host, resolve)
  })
}

async function close(server: Server) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, sleep(PATIENCE)])
  clearInterval(sweep)
  server.closeAllConnections()
}
