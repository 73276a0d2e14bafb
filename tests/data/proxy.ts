import { connect, createServer, type Server, type Socket } from "node:net"

/** A road to the database that can be cut, as a test may not stop the Postgres it shares with others. */
export type Road = {
  /** The database's address by this road. */
  url: string
  /** Connections break and new ones are refused, as when the server has died. */
  cut(): Promise<void>
  /** Connections stay and nothing comes back, as when the server hangs. */
  hang(): void
  restore(): Promise<void>
  close(): Promise<void>
}

export async function roadTo(databaseUrl: string): Promise<Road> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let hanging = false
  let server: Server
  let port = 0

  const open = async () => {
    server = createServer((client) => {
      const upstream = connect(Number(target.port), target.hostname)
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        sockets.add(from)
        from.on("data", (chunk) => void (hanging || to.write(chunk)))
        from.on("error", () => to.destroy())
        from.on("close", () => {
          sockets.delete(from)
          to.destroy()
        })
      }
    })
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    port = (server.address() as { port: number }).port
  }
  const shut = async () => {
    if (!server.listening) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  await open()
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    cut: shut,
    hang: () => {
      hanging = true
    },
    restore: async () => {
      // What hung has lost bytes: only new connections can work again.
      if (hanging) await shut()
      hanging = false
      if (!server.listening) await open()
    },
    close: shut,
  }
}
