import { spawnSync } from "node:child_process"
import { generateKeyPairSync, sign } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { type Checkpoint, makeCheckpoint, readCheckpoint } from "@/lib/data/checkpoints"
import { db } from "@/lib/data/db"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { canonical } from "@/lib/domain/canonical"
import { SYSTEM } from "@/lib/domain/policy"
import { backedUp, folder, on, restored } from "./backups"
import { ownDatabase } from "./database"
import { team } from "./people"
import { published } from "./samples"

let people: Awaited<ReturnType<typeof team>>
let made: Checkpoint
beforeAll(async () => {
  await seed()
  people = await team()
  made = await makeCheckpoint(SYSTEM)
}, 60_000)

const text = (checkpoint: object) => JSON.stringify(checkpoint)
const against = (checkpoint: Checkpoint) => verify(() => {}, undefined, [checkpoint])

test("an untouched record is sound against its checkpoint, also when more was published since", async () => {
  expect(readCheckpoint(text(made), null)).toEqual(made)
  expect(await against(made)).toMatchObject({ revisions: made.revision, head: made.hash, faults: [] })
  await published(people.editor, people.reviewer)
  expect(await against(made)).toMatchObject({ revisions: made.revision + 1, faults: [] })
})

test("only whoever holds the machine signs", async () => {
  await expect(makeCheckpoint(people.admin)).rejects.toMatchObject({ code: "forbidden" })
})

test("a restored backup is sound against a checkpoint from before it, and cut short against one from after", async () => {
  const { file } = await backedUp()
  await published(people.editor, people.reviewer)
  const later = await makeCheckpoint(SYSTEM)
  const { email } = await db().user.findUniqueOrThrow({ where: { id: people.admin.id } })
  const { url } = await restored(file, { enable: [email] })
  expect((await on(url, () => against(made))).faults).toEqual([])
  expect((await on(url, () => against(later))).faults).toMatchObject([{ revision: later.revision }])
})

/** Signed again, by a key made for it: all that is missing is that it is ours. */
function forged(changes: Partial<Checkpoint>): { checkpoint: Checkpoint; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  const key = Buffer.from(publicKey.export({ format: "jwk" }).x!, "base64url").toString("hex")
  const { signature: _, ...said } = { ...made, ...changes, key }
  return {
    checkpoint: { ...said, signature: sign(null, Buffer.from(canonical(said)), privateKey).toString("hex") },
    key,
  }
}

test.each([
  ["hash", { hash: "a".repeat(64) }],
  ["revision", { revision: 9 }],
  ["moment", { at: "2020-01-01T00:00:00.000Z" }],
  ["key", { key: "b".repeat(64) }],
])("a checkpoint with another %s is refused", (_, change) => {
  expect(() => readCheckpoint(text({ ...made, ...change }), null)).toThrow(/was altered/)
})

test("one signed by another key is refused and the key named, unless it is the one expected", () => {
  const { checkpoint, key } = forged({ hash: "a".repeat(64) })
  expect(() => readCheckpoint(text(checkpoint), null)).toThrow(new RegExp(key))
  expect(() => readCheckpoint(text(checkpoint), made.key)).toThrow(new RegExp(key))
  expect(readCheckpoint(text(checkpoint), key)).toEqual(checkpoint)
  expect(readCheckpoint(text(made), made.key)).toEqual(made)
})

test.each(["", "{}", "null", "[1]", "{"])("%j is no checkpoint", (none) => {
  expect(() => readCheckpoint(none, null)).toThrow("This is not a checkpoint.")
})

test("the commands keep one in a file, check against it, and say by their exit code how it went", async () => {
  const nap = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["lib/cli/bootstrap.mjs", ...args], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: ownDatabase.ownerUrl, NODE_ENV: "production" },
    })
    return { status, stdout, stderr }
  }
  const file = join(folder, "checkpoint.json")
  const first = nap("checkpoint", "--out", file)
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining(made.key) })
  const kept = readFileSync(file, "utf8")
  expect(readCheckpoint(kept, null)).toMatchObject({ key: made.key, hash: (await verify()).head })
  expect(nap("checkpoint", "--out", file)).toMatchObject({ status: 1, stderr: expect.stringContaining(file) })
  expect(readFileSync(file, "utf8")).toBe(kept)
  expect(readCheckpoint(nap("checkpoint").stdout, null).hash).toBe(readCheckpoint(kept, null).hash)

  const sound = nap("verify", "--checkpoint", file, "--json")
  expect([sound.status, JSON.parse(sound.stdout)]).toMatchObject([0, { sound: true, checkpoints: [JSON.parse(kept)] }])

  const { checkpoint, key } = forged({ hash: "a".repeat(64) })
  const other = join(folder, "other.json")
  writeFileSync(other, text(checkpoint))
  expect(nap("verify", "--checkpoint", other)).toMatchObject({ status: 1, stderr: expect.stringContaining(other) })
  const rewritten = nap("verify", "--checkpoint", other, "--key", key, "--json")
  expect([rewritten.status, JSON.parse(rewritten.stdout)]).toMatchObject([
    1,
    { sound: false, firstBad: { revision: made.revision, what: expect.stringContaining("was rewritten") } },
  ])
  expect(nap("verify", "--checkpoint", join(folder, "none.json")).status).toBe(1)
  expect(nap("verify", "--key", "mine").status).toBe(2)
}, 120_000)
