import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

/** What one step of `npm test` found. `output` is shown when something failed. */
export type Outcome = { passed: number; failed: number; output: string }

const RESULTS = "tests/.results"
const bin = (path: string) => join("node_modules", path)
const PRISMA = bin("prisma/build/index.js")
const NEXT = bin("next/dist/bin/next")

type Environment = Record<string, string>

/** Steps that look at the sources; each counts as one check. */
export const checks: Record<string, (environment: Environment) => Promise<Outcome>> = {
  format: () => check([bin("prettier/bin/prettier.cjs"), "--check", "."]),
  lint: () => check([bin("eslint/bin/eslint.js"), "--max-warnings=0", "."]),
  types: () => check([NEXT, "typegen"], [bin("typescript/bin/tsc"), "--noEmit"]),
  floors: () => check(["tests/floors.mjs"]),
  drift: (environment) => check({ environment }, driftCommand),
}

const driftCommand = [
  PRISMA,
  "migrate",
  "diff",
  "--from-migrations=prisma/migrations",
  "--to-schema=prisma/schema.prisma",
  "--exit-code",
]

async function check(...given: (string[] | { environment: Environment })[]): Promise<Outcome> {
  const environment = Object.assign({}, ...given.map((each) => (Array.isArray(each) ? {} : each.environment)))
  let output = ""
  for (const command of given.filter(Array.isArray)) {
    const ran = await node(command, environment)
    output += ran.output
    if (ran.code !== 0) return { passed: 0, failed: 1, output }
  }
  return { passed: 1, failed: 0, output }
}

/** Runs one project of tests/vitest.config.ts. */
export async function vitest(project: string, environment: Environment = {}): Promise<Outcome> {
  const file = resultFile(project)
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, ...reporters]
  const { code, output } = await node([bin("vitest/vitest.mjs"), ...args], environment)
  const report = reportOf<{
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }>(file)
  if (!report) return { passed: 0, failed: 1, output }
  // A file that does not even load has no failed test to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  ).length
  return settled(report.numPassedTests, report.numFailedTests + broken, code, output)
}

/** Runs the browser tests against the site that `environment` names. */
export async function playwright(environment: Environment): Promise<Outcome> {
  const file = resultFile("e2e")
  const args = ["test", "--config=tests/e2e/playwright.config.ts", "--reporter=list,json"]
  const { code, output } = await node([bin("@playwright/test/cli.js"), ...args], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), file),
  })
  const report = reportOf<{ stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }>(file)
  if (!report) return { passed: 0, failed: 1, output }
  const { expected, unexpected, flaky } = report.stats
  return settled(expected, unexpected + flaky + report.errors.length, code, output)
}

/** A suite that ran nothing, or that ended badly without naming a test, has failed. */
function settled(passed: number, failed: number, code: number | null, output: string): Outcome {
  const unexplained = failed === 0 && (code !== 0 || passed === 0)
  return {
    passed,
    failed: unexplained ? 1 : failed,
    output: passed + failed === 0 ? `${output}\nNo test ran.` : output,
  }
}

function resultFile(name: string): string {
  mkdirSync(RESULTS, { recursive: true })
  const file = `${RESULTS}/${name}.json`
  rmSync(file, { force: true })
  return file
}

const reportOf = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null

function node(args: string[], environment: Environment): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...environment }
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] })
    const output: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk))
    const end = () => void child.kill()
    process.once("exit", end)
    child.on("error", reject)
    child.on("close", (code) => {
      process.off("exit", end)
      resolve({ code, output: Buffer.concat(output).toString() })
    })
  })
}
