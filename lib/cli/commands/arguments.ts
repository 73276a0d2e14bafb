import { parseArgs, type ParseArgsConfig } from "node:util"
import { Refusal } from "@/lib/domain/refusal"

/** A call that makes no sense: said with the right usage, exit code 2. */
export class UsageError extends Error {
  override name = "UsageError"
}

/** What stood on the command line after the command's name, with unknown flags refused already. */
export type Given = { flags: Record<string, string | string[] | boolean | undefined>; words: string[] }

/** One thing a command does. `words` is how many bare words (an id) it takes, `more` how many others may follow. Every action knows --json. */
export type Action = {
  usage: string
  flags: NonNullable<ParseArgsConfig["options"]>
  words?: number
  more?: number
  run: (given: Given) => Promise<number | void>
}

/** A command of several actions ("user add"), chosen by its first word. Exit codes: 0 done, 1 refused, 2 bad call. */
export function actionsOf(command: string, actions: Record<string, Action>) {
  const help = usage(Object.entries(actions).map(([name, { usage }]) => `${command} ${name} ${usage}`))
  return async ([name, ...args]: string[]): Promise<number> => {
    if (name === undefined || isHelp(name)) return sayUsage(help, name !== undefined)
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action) return carryOut(`${command} ${name}`, action, args)
    process.stderr.write(`Unknown action "${name}".\n`)
    return sayUsage(help, false)
  }
}

/** A command with one action only. Exit codes as actionsOf. */
export function actionOf(command: string, action: Action) {
  return (args: string[]): Promise<number> => carryOut(command, action, args)
}

async function carryOut(name: string, action: Action, args: string[]): Promise<number> {
  const help = usage([`${name} ${action.usage}`])
  if (args.some(isHelp)) return sayUsage(help, true)
  try {
    return (await action.run(read(action, args))) ?? 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      return sayUsage(help, false)
    }
    if (!(error instanceof Refusal)) throw error
    const details = Object.entries(error.fields)
      .map(([field, messages]) => [field, messages.join(" ")])
      .filter(([, message]) => message !== error.message)
      .map(([field, message]) => `  ${field}: ${message}`)
    process.stderr.write(`${[`Refused: ${error.message}`, ...details].join("\n")}\n`)
    return 1
  }
}

function read({ flags, words = 0, more = 0 }: Action, args: string[]): Given {
  let given
  try {
    const options = { ...flags, json: { type: "boolean" as const } }
    given = parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] + ".")
  }
  const most = words + more
  if (given.positionals.length > most) throw new UsageError(`"${given.positionals[most]}" makes no sense here.`)
  if (given.positionals.length < words) throw new UsageError("Something is missing.")
  return { flags: given.values as Given["flags"], words: given.positionals }
}

/** The text of a flag that must be there. @throws UsageError. */
export function needed({ flags }: Given, name: string): string {
  const value = flags[name]
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing.`)
  return value
}

/** The text of a flag, or null where it was left out. */
export function optional({ flags }: Given, name: string): string | null {
  const value = flags[name]
  return typeof value === "string" ? value : null
}

/** Every text of a flag that may come more than once. */
export function several({ flags }: Given, name: string): string[] {
  const value = flags[name]
  return Array.isArray(value) ? value : []
}

/** "7d" → 7, "never" → null. @throws UsageError. */
export function daysIn(text: string): number | null {
  if (text === "never") return null
  const days = /^(\d{1,4})d$/.exec(text)?.[1]
  if (days === undefined || Number(days) === 0) throw new UsageError(`--expires takes days, such as 7d, or never.`)
  return Number(days)
}

const isHelp = (word: string) => word === "--help" || word === "-h"
const usage = (calls: string[]) =>
  ["Usage:", ...calls.map((call) => `  npm run -s nap -- ${call.trim()} [--json]`), ""].join("\n")

function sayUsage(help: string, wasAsked: boolean): number {
  ;(wasAsked ? process.stdout : process.stderr).write(help)
  return wasAsked ? 0 : 2
}
