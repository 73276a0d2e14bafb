import { answer, minute, table } from "./answer"
import { actionOf, optional, UsageError } from "./arguments"
import { publishedLedger, withDatabase } from "./database"

/** `nap revisions`: the log, newest first. */
export const run = actionOf("revisions", {
  usage: "[--limit N]",
  flags: { limit: { type: "string" } },
  run: async (given) => {
    const limit = optional(given, "limit")
    if (limit !== null && !/^[1-9]\d{0,6}$/.test(limit)) throw new UsageError("--limit takes a number.")
    const { revisions } = await withDatabase(publishedLedger)
    const newest = revisions
      .toReversed()
      .slice(0, limit === null ? undefined : Number(limit))
      .map(({ number, publishedAt, kind, reason, hash, entries }) => ({
        number,
        publishedAt,
        kind,
        reason,
        hash,
        changes: entries.length,
      }))
    answer(given, newest, () =>
      table(
        ["NO.", "PUBLISHED (UTC)", "KIND", "CHANGES", "HASH", "REASON"],
        newest.map((it) => [
          String(it.number),
          minute(it.publishedAt),
          it.kind,
          String(it.changes),
          it.hash.slice(0, 12),
          it.reason.en,
        ]),
      ),
    )
  },
})
