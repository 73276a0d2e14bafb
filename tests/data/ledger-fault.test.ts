import { Client } from "pg"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { setTimeout as sleep } from "node:timers/promises"
import { ledger, ledgerHealth, reportFaults } from "@/lib/data/ledger"
import { seed } from "@/lib/data/seed"
import { health } from "@/lib/web/health"
import { log, logFault } from "@/lib/web/log"
import { ownDatabase } from "./database"

const owner = new Client({ connectionString: ownDatabase.ownerUrl })
const logged: string[] = []
let newest: number

beforeAll(async () => {
  await owner.connect()
  vi.spyOn(log(), "error").mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)))
  reportFaults(logFault)
  await seed()
  newest = (await ledger()).newest
}, 60_000)
afterAll(() => owner.end())

/** Readers over more than a second, each of whom has the ledger ask again. */
async function readers() {
  for (let reader = 0; reader < 3; reader++) {
    await sleep(510)
    expect((await ledger()).newest).toBe(newest)
  }
}
const ready = () => health("/api/health/ready")

test.each([
  [
    "a column that is missing",
    `ALTER TABLE "Revision" RENAME COLUMN "reasonUr" TO was`,
    `ALTER TABLE "Revision" RENAME COLUMN was TO "reasonUr"`,
    "P2022 42703: column Revision.reasonUr does not exist",
  ],
  [
    "a right that is missing",
    `REVOKE SELECT ON "Revision" FROM nap_app`,
    `GRANT SELECT ON "Revision" TO nap_app`,
    "P2039 42501: permission denied for table Revision",
  ],
])(
  "%s is logged once, with its cause, while readers are answered from memory",
  async (_, spoil, mend, cause) => {
    logged.length = 0
    await owner.query(spoil)
    await readers()
    expect(ledgerHealth()).toEqual({ newest, reachable: false, fault: cause })
    expect(ready()).toEqual({ status: 200, body: { status: "ready", revision: newest, database: "failing", cause } })
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain(cause)

    await owner.query(mend)
    await readers()
    expect(ready()).toEqual({ status: 200, body: { status: "ready", revision: newest } })
    expect(logged).toHaveLength(1)

    // What comes back is news again.
    await owner.query(spoil)
    await readers()
    await owner.query(mend)
    expect(logged).toHaveLength(2)
  },
  20_000,
)
