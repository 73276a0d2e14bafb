import type { Ended } from "@/lib/data/backup/doors"
import { restoreBackup, type Restored } from "@/lib/data/backup/restore"
import { reachDatabase, reachReplaced } from "@/lib/data/postgres/open"
import { SYSTEM } from "@/lib/domain/policy"
import { say } from "@/lib/cli/say"
import { answer, facts, minute } from "./answer"
import { actionOf, optional, several } from "./arguments"

/** `nap restore FILE`: a backup into an empty database, whole and verified, or not at all. */
export const run = actionOf("restore", {
  usage: "FILE --enable EMAIL [--enable EMAIL …] [--ended-in URL|FOLDER]",
  flags: { enable: { type: "string", multiple: true }, "ended-in": { type: "string" } },
  words: 1,
  run: async (given) => {
    const place = optional(given, "ended-in")
    const replaced = place === null ? null : await reachReplaced(place)
    try {
      const database = await reachDatabase()
      try {
        const restored = await restoreBackup(SYSTEM, database.ownerUrl, given.words[0]!, {
          enable: several(given, "enable"),
          endedIn: replaced?.url ?? null,
          progress: say,
        })
        answer(given, restored, () => inWords(restored))
      } finally {
        await database.stop()
      }
    } finally {
      await replaced?.stop()
    }
  },
})

function inWords({ createdAt, revision, head, rows, migrated, ended }: Restored): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const lines = facts([
    ["Restored", `${total} rows, as of ${minute(createdAt)} UTC`],
    ["Revision", `${revision}, head ${head}`],
    ["Record", "sound"],
    ["Schema", migrated.length > 0 ? `brought up to date: ${migrated.join(", ")}` : "as in the backup"],
    ["Signed out", `${ended.sessions} sessions; everybody whom a link's password had let in`],
    ["Ended", `${ended.tokens} keys, ${ended.invitations} invitations, ${ended.verifications} other one-time codes`],
    ["Links", `${ended.linksPaused} paused, ${ended.linksRevoked} revoked, ${ended.linksKept} open as before`],
    ["People", `${ended.peopleDisabled} disabled; can sign in: ${ended.peopleKept.join(", ") || "nobody"}`],
  ])
  return [lines, "", ...advice(ended), "Start the site: npm run up"].join("\n")
}

function advice({ linksPaused, peopleDisabled, removals }: Ended): string[] {
  const removed =
    removals === null
      ? "Whatever was removed by law after the backup is here again: ask for those removals anew before readers see it."
      : `${removals} removals by law were done after the backup; what they took out is here again: ask for them anew first.`
  return [
    ...(removals === 0 ? [] : [removed]),
    ...(linksPaused > 0
      ? ["Look at each paused link before resuming it: its address may have been replaced since."]
      : []),
    ...(peopleDisabled > 0
      ? ["Let people in again with: nap user enable, and where in doubt nap user reset-link"]
      : []),
  ]
}
