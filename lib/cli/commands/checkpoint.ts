import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { type Checkpoint, makeCheckpoint } from "@/lib/data/checkpoints"
import { SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { say } from "@/lib/cli/say"
import { answer, facts } from "./answer"
import { actionOf, optional } from "./arguments"
import { withDatabase } from "./database"

/** `nap checkpoint`: checks the whole record and signs where it stands, into a file or to stdout. */
export const run = actionOf("checkpoint", {
  usage: "[--out FILE]",
  flags: { out: { type: "string" } },
  run: async (given) => {
    const out = optional(given, "out")
    say("Checking the record…")
    const checkpoint = await withDatabase(() => makeCheckpoint(SYSTEM))
    const text = JSON.stringify(checkpoint, null, 2)
    if (out === null) return answer(given, checkpoint, () => text)
    const file = resolve(out)
    keep(file, text)
    answer(given, { file, ...checkpoint }, () => inWords(file, checkpoint))
  },
})

/** Never over another file: an older checkpoint written over is a checkpoint lost. */
function keep(file: string, text: string): void {
  try {
    writeFileSync(file, `${text}\n`, { flag: "wx" })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    throw new Refusal("conflict", `There is a file already: ${file}`)
  }
}

const inWords = (file: string, { revision, hash, key }: Checkpoint) =>
  facts([
    ["Checkpoint", file],
    ["Revision", `${revision}, hash ${hash}`],
    ["Key", key],
    ["Keep", "the file, and this key, where nobody who can change this machine can change them"],
  ])
