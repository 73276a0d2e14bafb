#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which its command line would download: the same JSON-RPC over stdio,
// answered by Prisma's own engine as WebAssembly and our Postgres driver. Named in prisma.config.ts.

import { readFileSync, writeSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import pg from "pg"

const ENGINE = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"))
const { command, datamodels, datasource } = readArguments(process.argv.slice(2))
const url = datasource.url ?? process.env.DATABASE_URL

if (process.argv.includes("--version")) {
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(join(ENGINE, "package.json"), "utf8")).version}`)
  process.exit(0)
}
if (command[0] === "cli") process.exit(await manageDatabase(command[1]))

process.on("uncaughtException", (error) => {
  const message = globalThis.PRISMA_WASM_PANIC_REGISTRY?.message || error.message
  logError({ message, backtrace: error.stack, is_panic: true })
  process.exit(101)
})
const engines = await loadEngine()
serve()

function readArguments(args) {
  const read = { command: [], datamodels: [], datasource: {} }
  for (let at = 0; at < args.length; at++) {
    if (args[at] === "--datamodels") read.datamodels.push(args[++at])
    else if (args[at] === "--datasource") read.datasource = JSON.parse(args[++at])
    else if (args[at].startsWith("--")) at++
    else read.command.push(args[at])
  }
  return read
}

/** Prisma reads errors from stderr as log lines and drops the first one. */
function logError(fields) {
  const line = (level, content) =>
    JSON.stringify({ timestamp: new Date().toISOString(), level, fields: content, target: "schema_engine::logger" })
  writeSync(2, `${line("INFO", { message: "schema-engine shim" })}\n${line("ERROR", fields)}\n`)
}

/** `cli can-connect-to-database | create-database | drop-database`: returns the exit code. */
async function manageDatabase(task) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1)) || "postgres"
  const server = new URL(url)
  server.pathname = "/postgres"
  server.searchParams.delete("schema")
  const client = new pg.Client({ connectionString: String(task === "can-connect-to-database" ? target : server) })
  try {
    await client.connect()
    const database = client.escapeIdentifier(name)
    if (task === "create-database") await client.query(`CREATE DATABASE ${database}`)
    if (task === "drop-database") await client.query(`DROP DATABASE ${database} WITH (FORCE)`)
    await client.end()
    return 0
  } catch (error) {
    const error_code = { "3D000": "P1003", "28P01": "P1000" }[error.code] ?? "P1001"
    const message =
      error_code === "P1003"
        ? `Database \`${name}\` does not exist`
        : `Can't reach database server at \`${target.host}\`: ${error.message}`
    logError({ message, is_panic: false, error_code })
    return 1
  }
}

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg")
  const bytes = readFileSync(join(ENGINE, "schema_engine_bg.wasm"))
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(instance.exports)
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    get() {
      return this.message
    },
    set_message(message) {
      this.message = `RuntimeError: ${message}`
    },
  }
  instance.exports.__wbindgen_start()
  return bindings.SchemaEngine
}

/** A fresh engine for every call: one that has applied migrations refuses a shadow database afterwards. */
function newEngine() {
  const models = datamodels.map((file) => [file, readFileSync(file, "utf8")])
  const log = (line) => void (process.env.DEBUG && process.stderr.write(`${line}\n`))
  const connection = { connectionString: url ?? "postgresql://unused", max: 1 }
  return engines.new(
    { datamodels: models.length > 0 ? models : undefined },
    log,
    bindMigrationAwareSqlAdapterFactory(adapterFactory(connection)),
  )
}

function adapterFactory(connection) {
  class Factory extends PrismaPg {
    async connect() {
      return forSchemas(await super.connect())
    }

    /** The driver's own version ends up in the main database: a connection string wins over the name it sets. */
    async connectToShadowDb() {
      const given = datasource.shadowDatabaseUrl
      if (given) return forSchemas(await new PrismaPg({ connectionString: given, max: 1 }).connect())
      const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`
      const main = await this.connect()
      await main.executeScript(`CREATE DATABASE "${name}"`)
      const shadow = new URL(url)
      shadow.pathname = `/${name}`
      const adapter = forSchemas(await new PrismaPg({ connectionString: String(shadow), max: 1 }).connect())
      const dispose = adapter.dispose.bind(adapter)
      adapter.dispose = async () => {
        await dispose()
        await main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`)
        await main.dispose()
      }
      return adapter
    }
  }
  return new Factory(connection)
}

/**
 * The driver is made for queries. For schema work it must also accept Postgres's internal "char" type, and run a script
 * in one piece on one connection: splitting it at `;` would break function bodies and lose the advisory lock.
 */
function forSchemas(adapter) {
  const CHAR = 18
  const BLANK_PADDED_CHAR = 1042
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const found = result.fields.flatMap((field, at) => (field.dataTypeID === CHAR ? [at] : []))
    for (const at of found) result.fields[at].dataTypeID = BLANK_PADDED_CHAR
    charColumns.set(query, found)
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const at of charColumns.get(query)) result.columnTypes[at] = ColumnTypeEnum.Character
    return result
  }
  adapter.executeScript = async (sql) => {
    try {
      await adapter.client.query(sql)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** One request a line, answered in order. */
function serve() {
  let previous = Promise.resolve()
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
  lines.on("line", (line) => {
    const message = JSON.parse(line)
    if (message.method) previous = previous.then(() => answer(message))
  })
  lines.on("close", async () => {
    await previous
    process.exit(0)
  })
}

let printed = 1_000_000

async function answer({ id, method, params }) {
  try {
    const result = await call(method, params)
    if (method === "diff" && result.stdout) send({ id: ++printed, method: "print", params: { content: result.stdout } })
    send({ id, result: result ?? {} })
  } catch (error) {
    const known = /^P\d{4}/.exec(error.code ?? "")?.[0]
    const data = { is_panic: false, message: error.message, ...(known && { error_code: known, meta: error.meta }) }
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } })
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)

async function call(method, params) {
  const engine = await newEngine()
  if (method === "getDatabaseVersion") return engine.version(params)
  if (method !== "evaluateDataLoss" && method !== "createMigration") return engine[method](params)
  // These two never ask for a shadow database in the WebAssembly engine; a diff does, and gives the same script.
  const diff = await engine.diff({
    from: { tag: "migrations", ...params.migrationsList },
    to: { tag: "schemaDatamodel", ...params.schema },
    script: true,
    exitCode: null,
    filters: params.filters,
  })
  const sql = diff.stdout ?? ""
  const isEmpty = sql.trim() === "" || sql.startsWith("-- This is an empty migration")
  if (method === "evaluateDataLoss") {
    return { migrationSteps: isEmpty ? 0 : 1, unexecutableSteps: [], warnings: isEmpty ? [] : losses(sql) }
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
  return {
    connectorType: "postgresql",
    extension: "sql",
    generatedMigrationName: `${stamp}_${params.migrationName}`,
    migrationScript: isEmpty && !params.draft ? null : sql,
  }
}

const losses = (sql) =>
  sql
    .split("\n")
    .filter((line) => /\bDROP (TABLE|COLUMN|TYPE)\b|\bSET DATA TYPE\b/.test(line))
    .map((line, stepIndex) => ({ message: `may lose data: ${line.trim()}`, stepIndex }))
