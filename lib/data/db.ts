import "server-only"
import { PrismaPg } from "@prisma/adapter-pg"
import { Prisma, PrismaClient } from "@/prisma/generated/client"

export type Db = PrismaClient
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

/** Whether an error is the database refusing a second row where only one may be. */
export const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002"

/** Whether an error means that the database could not be asked at all, rather than that it said no. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null
  return code !== null && ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"].includes(code)
}
