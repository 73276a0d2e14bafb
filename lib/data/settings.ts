import "server-only"
import { randomBytes } from "node:crypto"
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { z } from "zod"

const Port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port number")
  .transform(Number)
  .refine((port) => port <= 65535, "must be a port number")

const Url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address like ${example}` })

const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: Url(/^postgres(ql)?$/, "postgresql://user:password@host:5432/nap").optional(),
  NAP_DATA: z.string().min(1).default(".nap"),
  NAP_VISIBILITY: z.enum(["public", "private"]).default("public"),
  NAP_BASE_URL: Url(/^https?$/, "https://nap.example.org").optional(),
  NAP_TEAM: z.enum(["two-person", "one-person"]).default("two-person"),
  NAP_TWO_FACTOR: z.enum(["optional", "publishing"]).default("optional"),
  SMTP_URL: Url(/^smtps?$/, "smtp://user:password@mail.example.org:587").optional(),
  NAP_MAIL_FROM: z.email().default("nap-tracker@localhost.localdomain"),
  NAP_WEBHOOK_URL: Url(/^https?$/, "https://example.org/hook").optional(),
  NAP_WEBHOOK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
})

/** Everything an operator can set, checked. `dataFolder` is an absolute path; `baseUrl` has no slash at its end. */
export type Settings = {
  port: number
  host: string
  /** The operator's own Postgres, or null when the embedded one is used. */
  databaseUrl: string | null
  dataFolder: string
  visibility: "public" | "private"
  baseUrl: string
  team: "two-person" | "one-person"
  /** Whether publishing asks for a second factor. */
  twoFactor: "optional" | "publishing"
  /** Where daily digests go out; null sends none. */
  mail: { url: string; from: string } | null
  /** Told of each published revision, signed with the secret; null tells nobody. */
  webhook: { url: string; secret: string } | null
  logLevel: z.infer<typeof Environment>["LOG_LEVEL"]
}

/** A setting that cannot be used. The message names the variable and is meant for the operator's terminal. */
export class SettingsError extends Error {
  override name = "SettingsError"
}

/**
 * Reads settings from an environment; an empty variable counts as not set.
 * @throws SettingsError naming every variable that is wrong, never repeating its value (it may hold a password).
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""))
  const read = Environment.safeParse(set)
  if (!read.success) {
    throw new SettingsError(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
  }
  const given = read.data
  const host = given.HOST.includes(":") ? `[${given.HOST}]` : given.HOST
  return {
    port: given.PORT,
    host: given.HOST,
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: resolve(given.NAP_DATA),
    visibility: given.NAP_VISIBILITY,
    baseUrl: (given.NAP_BASE_URL ?? `http://${host}:${given.PORT}`).replace(/\/+$/, ""),
    team: given.NAP_TEAM,
    twoFactor: given.NAP_TWO_FACTOR,
    mail: given.SMTP_URL === undefined ? null : { url: given.SMTP_URL, from: given.NAP_MAIL_FROM },
    webhook: webhookOf(given),
    logLevel: given.LOG_LEVEL,
  }
}

function webhookOf({ NAP_WEBHOOK_URL: url, NAP_WEBHOOK_SECRET: secret }: z.infer<typeof Environment>) {
  if (url === undefined) return null
  if (secret === undefined) throw new SettingsError("NAP_WEBHOOK_SECRET: must be set together with NAP_WEBHOOK_URL")
  return { url, secret }
}

let read: Settings | undefined

/** The settings of this process, read once from the environment. Throws SettingsError like readSettings. */
export function settings(): Settings {
  return (read ??= readSettings(process.env))
}

const Secrets = z.object({
  /** Owner of the embedded database. */
  databasePassword: z.string(),
  /** The role the server itself uses on the embedded database: it can only add to published records. */
  appPassword: z.string(),
  /** Signs sessions. */
  authSecret: z.string(),
  /** Signs the cookie that remembers an unlocked share. */
  unlockSecret: z.string(),
})
export type Secrets = z.infer<typeof Secrets>

let known: { folder: string; secrets: Secrets } | undefined

/**
 * The secrets of this data folder (secrets.json, readable by its owner only), made at the first start.
 * Two processes that start at once end up with the same ones.
 */
export function secrets(folder = settings().dataFolder): Secrets {
  if (known?.folder === folder) return known.secrets
  known = { folder, secrets: readSecrets(folder) ?? makeSecrets(folder) }
  return known.secrets
}

function makeSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const fresh = Object.fromEntries(Object.keys(Secrets.shape).map((name) => [name, randomBytes(32).toString("hex")]))
  const draft = join(folder, `secrets.${process.pid}.tmp`)
  writeFileSync(draft, JSON.stringify(fresh, null, 2) + "\n", { mode: 0o600 })
  try {
    // A link fails when the name is taken, so whoever comes second reads the first one's secrets.
    linkSync(draft, join(folder, "secrets.json"))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  } finally {
    rmSync(draft)
  }
  const made = readSecrets(folder)
  if (!made) throw new SettingsError(`NAP_DATA: ${folder} does not keep files`)
  return made
}

function readSecrets(folder: string): Secrets | null {
  const path = join(folder, "secrets.json")
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw new SettingsError(`NAP_DATA: cannot read ${path} (${(error as NodeJS.ErrnoException).code})`)
  }
  const parsed = Secrets.safeParse(jsonOrNull(text))
  if (!parsed.success) throw new SettingsError(`NAP_DATA: ${path} is damaged; restore it from a backup`)
  return parsed.data
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
