import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { digestOf } from "./digest.mjs"
import { say } from "./say"

const ROOMS = ["lib/domain", "lib/i18n", "lib/data", "lib/web"]
const SOURCES = ["app", "components", ...ROOMS, "public", "prisma/schema.prisma", "instrumentation.ts"]
const CONFIGURATION = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"]

/** Where Next puts what it builds. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? ".next"

/** `nap build`: builds the site unless its sources are the ones of the last build. */
export async function run(): Promise<void> {
  if (!(await buildIfNeeded())) say("The build is up to date.")
}

/**
 * Builds the site when a source changed since the last build, whatever the clock says. Returns whether it built.
 * @throws Error when the build fails; its output has been shown.
 */
export async function buildIfNeeded(): Promise<boolean> {
  const folder = buildFolder()
  const mark = join(folder, "built-from")
  // Made from packages into app/fonts, so they come before the sources are compared.
  await cutFonts()
  const sources = digestOf([...SOURCES, ...CONFIGURATION])
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return false
  say("Building the site (about a minute)…")
  rmSync(mark, { force: true })
  await step("build", ["node_modules/next/dist/bin/next", "build"])
  mkdirSync(folder, { recursive: true })
  writeFileSync(mark, sources)
  return true
}

/** Cuts the fonts unless they are there already. */
export const cutFonts = () => step("fonts", ["lib/cli/fonts.mjs"])

function step(name: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" }
    // The address of a database must not matter to a build.
    delete env.DATABASE_URL
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env })
    const output: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk))
    const end = () => void child.kill()
    process.once("exit", end)
    child.on("error", reject)
    child.on("close", (code) => {
      process.off("exit", end)
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(output))
      reject(new Error(`the step "${name}" failed`))
    })
  })
}
