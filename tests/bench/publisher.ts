import { openDatabase } from "@/lib/data/postgres/open"
import { publish } from "@/lib/data/publish"
import { seed } from "@/lib/data/seed"
import { SYSTEM } from "@/lib/domain/policy"
import type { Operation } from "@/lib/domain/proposal"
import { rows } from "../domain/sample"
import { twelveYears } from "./twelve-years"

/**
 * A process of its own that fills the data folder NAP_DATA with a record of as many commitments as its argument says
 * and then, at each message, publishes one assessment more, as an editor would beside the running site.
 */
const database = await openDatabase()
await seed()
for (const operations of twelveYears(Number(process.argv[2]))) await add(operations)
process.send!("ready")

let published = 0
process.on("message", async () => {
  const pattern = rows("assessment").find((it) => it.level !== null && it.region === null)!
  const record = { ...pattern, id: `published-${published}`, effectiveOn: `2026-0${1 + (published++ % 9)}-15` }
  await add([{ act: "add", kind: "assessment", record }])
  process.send!("published")
})
process.on("disconnect", async () => {
  await database.stop()
  process.exit(0)
})

async function add(operations: Operation[]) {
  const reason = { en: "Made up for measuring.", ur: null }
  const nobody = { proposalId: null, authorId: null, publisherId: null }
  await publish(SYSTEM, "proposal.publish", async () => ({
    kind: "world-changed",
    reason,
    operations,
    base: null,
    ...nobody,
    // Nobody edits here, so there is no second person either.
    team: "one-person",
  }))
}
