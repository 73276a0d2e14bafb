import { verify } from "@/lib/data/verify"
import { say } from "@/lib/cli/say"
import { answer, facts } from "./answer"
import { actionOf } from "./arguments"
import { withDatabase } from "./database"

const SAY_EVERY_MS = 1000

/** `nap verify`: checks the whole record; exit code 1 and the first bad revision when something is wrong with it. */
export const run = actionOf("verify", {
  usage: "",
  flags: {},
  run: async (given) => {
    say("Checking the record…")
    let told = Date.now()
    const verdict = await withDatabase(() =>
      verify((done) => {
        if (Date.now() - told < SAY_EVERY_MS) return
        told = Date.now()
        say(`${done} revisions checked`)
      }),
    )
    const { revisions, records, head } = verdict
    const faults = verdict.faults.toSorted((a, b) => a.revision - b.revision)
    const first = faults[0] ?? null
    answer(given, { sound: first === null, revisions, records, head, firstBad: first, faults }, () =>
      facts([
        ["Record", first ? `NOT SOUND, first at revision ${first.revision}: ${first.what}` : "sound"],
        ["Revisions", String(revisions)],
        ["Versions", String(records)],
        ["Head", head],
        ...(faults.length > 1 ? [["Faults", String(faults.length)] as [string, string]] : []),
      ]),
    )
    return first ? 1 : 0
  },
})
