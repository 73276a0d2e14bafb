import { readFileSync } from "node:fs"
import { type Checkpoint, readCheckpoint } from "@/lib/data/checkpoints"
import { verify } from "@/lib/data/verify"
import { Refusal } from "@/lib/domain/refusal"
import { say } from "@/lib/cli/say"
import { answer, facts, minute } from "./answer"
import { actionOf, type Given, optional, several, UsageError } from "./arguments"
import { withDatabase } from "./database"

const SAY_EVERY_MS = 1000

/**
 * `nap verify`: checks the whole record, against checkpoints kept elsewhere where some are given; exit code 1 and the
 * first bad revision when something is wrong with it.
 */
export const run = actionOf("verify", {
  usage: "[--checkpoint FILE …] [--key PUBLICKEY]",
  flags: { checkpoint: { type: "string", multiple: true }, key: { type: "string" } },
  run: async (given) => {
    const checkpoints = checkpointsOf(given)
    say("Checking the record…")
    let told = Date.now()
    const progress = (done: number) => {
      if (Date.now() - told < SAY_EVERY_MS) return
      told = Date.now()
      say(`${done} revisions checked`)
    }
    const verdict = await withDatabase(() => verify(progress, undefined, checkpoints))
    const { revisions, records, head } = verdict
    const faults = verdict.faults.toSorted((a, b) => a.revision - b.revision)
    const first = faults[0] ?? null
    answer(given, { sound: first === null, revisions, records, head, firstBad: first, faults, checkpoints }, () =>
      facts([
        ["Record", first ? `NOT SOUND, first at revision ${first.revision}: ${first.what}` : "sound"],
        ["Revisions", String(revisions)],
        ["Versions", String(records)],
        ["Head", head],
        ...checkpoints.map((it) => ["Against", `revision ${it.revision}, signed ${minute(it.at)} UTC`] as Fact),
        ...(faults.length > 1 ? [["Faults", String(faults.length)] as Fact] : []),
      ]),
    )
    return first ? 1 : 0
  },
})

type Fact = [name: string, value: string]

/** @throws Refusal `invalid` naming the file that is not to be trusted, `not_found` for none. */
function checkpointsOf(given: Given): Checkpoint[] {
  const key = optional(given, "key")
  if (key !== null && !/^[0-9a-f]{64}$/.test(key))
    throw new UsageError("--key takes the 64 characters of a public key.")
  return several(given, "checkpoint").map((file) => {
    try {
      return readCheckpoint(readFileSync(file, "utf8"), key)
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.code, `${file}: ${error.message}`)
      throw new Refusal("not_found", `${file} cannot be read.`)
    }
  })
}
