import "server-only"
import { setTimeout as sleep } from "node:timers/promises"
import { forgetAttempts } from "@/lib/data/attempts"
import { deliverNext } from "@/lib/data/deliveries"
import { peopleToMail, sendDigest } from "@/lib/data/digests"
import { remind } from "@/lib/data/reminders"
import { type Settings, settings } from "@/lib/data/settings"
import { keepVisits } from "@/lib/data/share-counts"
import { type Day, dayOf, type Instant } from "@/lib/domain/date"
import { digestDay } from "@/lib/domain/digest"
import { SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { MailFailure, mailer } from "./digest-mail"
import { log } from "./log"
import { tell } from "./webhook"

const FIRST_AFTER_MS = 5000
const EVERY_MS = 60_000
/** How long a stop waits for a round under way. */
const PATIENCE_MS = 10_000
/** How long the mail of somebody whose last one failed is left alone. */
const REST_MS = 3_600_000
/** Messages to the webhook in one round, so that a long queue leaves room for the rest. */
const AT_A_TIME = 50

type Config = Pick<Settings, "mail" | "webhook" | "baseUrl">

/** What one instance remembers between rounds; what several must agree on is in the database. */
export type Memory = { remindedOn: Day | null; resting: Map<string, number> }
export const freshMemory = (): Memory => ({ remindedOn: null, resting: new Map() })

/**
 * Does once a minute what nobody asks for: reminders of re-checks, daily mails, messages to the webhook, counts of
 * links, forgetting attempts that no longer count. Several instances may run it; each piece of work is done by one.
 * Without the database it waits for the next minute.
 */
export function startWorker(): { stop(): Promise<void> } {
  const memory = freshMemory()
  let underway: Promise<void> = Promise.resolve()
  let timer = setTimeout(run, FIRST_AFTER_MS)
  let isStopped = false
  function run() {
    underway = work(() => new Date().toISOString(), settings(), memory).finally(() => {
      if (!isStopped) timer = setTimeout(run, EVERY_MS)
    })
  }
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await Promise.race([underway, sleep(PATIENCE_MS, undefined, { ref: false })])
      await attempt("counts", keepVisits)
    },
  }
}

/** One round; what fails is logged and left for a later one. It may last minutes, so each piece looks at the clock. */
export async function work(clock: () => Instant, config: Config, memory: Memory): Promise<void> {
  await attempt("reminders", () => reminders(clock(), memory))
  await attempt("mails", () => mails(clock(), config, memory))
  await attempt("webhook", () => messages(clock, config))
  await attempt("counts", keepVisits)
  await attempt("attempts", forgetAttempts)
}

async function attempt(job: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const isAway = error instanceof Refusal && error.code === "unavailable"
    log()[isAway ? "debug" : "error"]({ job, error: nameOf(error) }, "work left for later")
  }
}

/** The class and place of an error; its message may quote what people wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an error"
  const place = error.stack?.split("\n").find((line) => line.startsWith("    at ")) ?? ""
  return `${error.name}${place}`
}

async function reminders(now: Instant, memory: Memory): Promise<void> {
  const today = dayOf(now)
  if (memory.remindedOn === today) return
  await remind(SYSTEM, now)
  memory.remindedOn = today
}

async function mails(now: Instant, { mail, baseUrl }: Config, memory: Memory): Promise<void> {
  const day = digestDay(now)
  if (mail === null || day === null) return
  const at = Date.parse(now)
  const owed = (await peopleToMail(SYSTEM, day)).filter((id) => (memory.resting.get(id) ?? 0) <= at)
  if (owed.length === 0) return
  const post = mailer(mail, baseUrl)
  try {
    for (const person of owed) {
      try {
        if (await sendDigest(SYSTEM, person, day, post.send)) memory.resting.delete(person)
      } catch (error) {
        if (!(error instanceof MailFailure)) throw error
        log().warn({ person, reason: error.reason }, "a daily mail was not taken")
        memory.resting.set(person, at + REST_MS)
        if (error.isServer) return
      }
    }
  } finally {
    post.close()
  }
}

async function messages(clock: () => Instant, { webhook, baseUrl }: Config): Promise<void> {
  if (webhook === null) return
  for (let sent = 0; sent < AT_A_TIME; sent++) {
    // Receivers refuse a message whose time is old, and the ones before may each have taken seconds.
    const told = await deliverNext(SYSTEM, clock(), (revision) => tell(webhook, baseUrl, revision, clock()))
    if (told && !told.delivered) log().warn({ revision: told.revision, status: told.status }, "the webhook refused")
    if (!told?.delivered) return
  }
}
