import "server-only"
import { randomInt } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"
import { isRightLength, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/lib/domain/password"
import { Refusal } from "@/lib/domain/refusal"

/** argon2id with 46 MiB, as OWASP's password storage sheet asks for at one pass. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }
const AT_ONCE = 4

const COMMON =
  /^(.)\1*$|^(?:password|qwerty|letmein|iloveyou|welcome|admin|pakistan)[\d!@#.]*$|^(?:0123456789|1234567890|abcdefghij)/i

/** @throws Refusal `invalid`, under `field`, for a password too short, too long, too common or made of the person's own name. */
export function assertPassword(password: string, context: string[], field = "password"): void {
  const say = (message: string) => new Refusal("invalid", message, { [field]: [message] })
  if (!isRightLength(password)) throw say(`Use ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`)
  const plain = password.toLowerCase()
  const words = ["naptracker", ...context.flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/))].filter(
    (word) => word.length > 4,
  )
  if (COMMON.test(password) || words.some((word) => plain.replaceAll(/[^a-z0-9]/g, "").includes(word))) {
    throw say("This is too easy to guess.")
  }
}

const CONSONANTS = "bdfghjklmnprstvz"
const VOWELS = "aeiou"

/** Something to say over the telephone: five words of two syllables, 63 bits. */
export function madeUpPassphrase(): string {
  const letter = (of: string) => of[randomInt(of.length)]!
  const word = () => letter(CONSONANTS) + letter(VOWELS) + letter(CONSONANTS) + letter(VOWELS)
  return Array.from({ length: 5 }, word).join("-")
}

export const hashPassword = (password: string) => limited(() => hash(password.slice(0, LONGEST_PASSWORD), COST))

/** Whether the password fits; one that is too long is refused before any work. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return Promise.resolve(false)
  return limited(() => verify(stored, password))
}

// A hash takes 46 MiB and a core: a burst of sign-ins queues here instead of exhausting the machine.
let running = 0
const waiting: (() => void)[] = []
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}
