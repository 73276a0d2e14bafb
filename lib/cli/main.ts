import { commands } from "./commands"

// Problems a person can fix are said in one line; for anything else the stack is what helps.
const PLAIN = new Set(["Error", "SettingsError", "Refusal", "UsageError"])

const [name, ...args] = process.argv.slice(2)
const code = await main()
// What was written to a pipe must arrive before the process ends.
for (const stream of [process.stdout, process.stderr]) await new Promise<void>((done) => stream.write("", () => done()))
process.exit(code)

async function main(): Promise<number> {
  if (name === undefined || ["help", "--help", "-h"].includes(name)) {
    process.stdout.write(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`Unknown command "${name}".\n\n${help()}`)
    return 2
  }
  try {
    const { run } = await command.load()
    return (await run(args)) ?? 0
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    return 1
  }
}

function help(): string {
  const rows = Object.entries(commands).map(
    ([name, { usage, summary }]) => [`${name} ${usage}`.trim(), summary] as const,
  )
  const width = Math.max(...rows.map(([call]) => call.length))
  const lines = rows.map(([call, summary]) => `  ${call.padEnd(width)}  ${summary}`)
  return ["Usage: npm run -s nap -- <command>", "", ...lines, ""].join("\n")
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return PLAIN.has(error.name) ? `Cannot go on: ${error.message}` : (error.stack ?? error.message)
}
