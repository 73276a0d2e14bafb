import "server-only"
import { PrismaPg } from "@prisma/adapter-pg"
import { type Client, Pool } from "pg"
import type { Day } from "@/lib/domain/date"
import { PrismaClient } from "@/prisma/generated/client"

export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">

// Next bundles this module apart from our server; both must share one pool, so it hangs on the process.
const shared = globalThis as typeof globalThis & { napDb?: { url: string; client: PrismaClient } }

/**
 * The database of this process, opened at first use from DATABASE_URL (set by openDatabase). Nothing waits for
 * ever: connecting, statements and locks all have limits.
 */
export function db(): PrismaClient {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error("DATABASE_URL is not set: open the database first")
  if (shared.napDb?.url !== url) shared.napDb = { url, client: connect(url) }
  return shared.napDb.client
}

/** Closes the pool, for a clean shutdown. */
export async function closeDb(): Promise<void> {
  const open = shared.napDb
  shared.napDb = undefined
  await open?.client.$disconnect()
}

function connect(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    options: "-c TimeZone=UTC -c statement_timeout=20000 -c lock_timeout=10000",
    application_name: "nap",
    max: 10,
    connectionTimeoutMillis: 2500,
    query_timeout: 25_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2500, timeout: 30_000 } })
}

/** The tables through a connection that is open already: sees what its transaction has done and nobody else can see yet. */
export function through(client: Client): Tx {
  const pool = new Pool()
  pool.query = client.query.bind(client) as Pool["query"]
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}

/** A day as Prisma takes it for a column of type DATE, whatever the clock of this machine says. */
export const asDateColumn = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** Now, by the database's clock, which all instances share; to the millisecond, and the same all through a transaction. */
export async function databaseTime(tx: Tx): Promise<Date> {
  const [clock] = await tx.$queryRaw<[{ now: Date }]>`SELECT date_trunc('milliseconds', now()) AS now`
  return clock.now
}

// Judged by name, not by class: the shared client may have been made by the other bundle's copy of Prisma.
const codeOf = (error: unknown) =>
  error instanceof Error && error.name === "PrismaClientKnownRequestError"
    ? (error as { code?: string }).code
    : undefined

/** Whether an error is the database refusing a second row where only one may be. */
export const isUniqueViolation = (error: unknown) => codeOf(error) === "P2002"

const AWAY = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]
/** Not reachable, shutting down, out of connections, or too slow: Postgres' classes 08, 53, 57 and lock_timeout. */
const AWAY_STATE = /^(08|53|57)|^55P03$/
const AWAY_KIND = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
]

/** Whether an error means that the database could not be asked at all, rather than that it said no. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === "PrismaClientInitializationError" || AWAY.includes(codeOf(error) ?? "")) return true
  const cause = causeOf(error)
  if (AWAY_KIND.includes(cause.kind ?? "") || AWAY_STATE.test(cause.originalCode ?? "")) return true
  return /timeout exceeded when trying to connect|Query read timeout|Connection terminated|ECONNREFUSED|ECONNRESET/.test(
    error.message,
  )
}

/**
 * What the database said, for the operator and the log: the codes of Prisma and of Postgres, with Postgres' own words in
 * class 42, where they name tables and columns only; elsewhere they may quote what people wrote. Null for other errors.
 */
export function saidByDatabase(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { originalCode, originalMessage = "" } = causeOf(error)
  const codes = [codeOf(error), originalCode].filter(Boolean).join(" ")
  if (codes === "") return null
  return originalCode?.startsWith("42") ? `${codes}: ${originalMessage.split("\n")[0]!.slice(0, 200)}` : codes
}

/** What the driver said, for raw statements and for others. */
function causeOf(error: Error): { kind?: string; originalCode?: string; originalMessage?: string } {
  const wrapped = error as { meta?: { driverAdapterError?: { cause?: object } }; cause?: object }
  return wrapped.meta?.driverAdapterError?.cause ?? wrapped.cause ?? {}
}
