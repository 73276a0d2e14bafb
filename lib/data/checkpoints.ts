import "server-only"
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify as fits } from "node:crypto"
import { z } from "zod"
import { secrets } from "@/lib/data/settings"
import { verify } from "@/lib/data/verify"
import { canonical } from "@/lib/domain/canonical"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))

/**
 * That the record held this revision with this hash at a moment: kept elsewhere, it tells of a record cut off or
 * rewritten since, which is sound in itself. `key` and `signature` are Ed25519, in hex; signed is the canonical text
 * of everything else.
 */
export const Checkpoint = z.strictObject({
  checkpoint: z.literal("nap-tracker"),
  format: z.literal(1),
  revision: z.int().positive(),
  hash: hex(64),
  at: z.iso.datetime(),
  key: hex(64),
  signature: hex(128),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/**
 * A checkpoint of the newest revision, once the whole record is checked: nothing unsound is signed.
 * @throws Refusal `unavailable` before the first revision, `conflict` for a record that is not sound.
 */
export async function makeCheckpoint(actor: Actor): Promise<Checkpoint> {
  assertCan(actor, "backup.operate")
  const { revisions, head, faults } = await verify()
  if (faults.length > 0) throw new Refusal("conflict", "The record is not sound. What is wrong with it: nap verify")
  if (revisions === 0) throw new Refusal("unavailable", "Nothing has been published here yet.")
  const { privateKey, key } = ownKey()
  const said = { checkpoint: "nap-tracker", format: 1, revision: revisions, hash: head, at: now(), key } as const
  return { ...said, signature: sign(null, textOf(said), privateKey).toString("hex") }
}

/**
 * A checkpoint from its text, signed by this data folder's key or by the one named.
 * @throws Refusal `invalid` for what is none, was altered, or is another key's.
 */
export function readCheckpoint(text: string, key: string | null): Checkpoint {
  const read = Checkpoint.safeParse(jsonOrNull(text))
  if (!read.success) throw new Refusal("invalid", "This is not a checkpoint.")
  const { signature, ...said } = read.data
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(said.key, "hex").toString("base64url") }
  const signer = createPublicKey({ key: jwk, format: "jwk" })
  if (!fits(null, textOf(said), signer, Buffer.from(signature, "hex"))) {
    throw new Refusal("invalid", "This checkpoint was altered: its signature does not fit.")
  }
  if (said.key !== (key ?? ownKey().key)) {
    const whose = key === null ? "this data folder's" : "the one you named"
    throw new Refusal(
      "invalid",
      `This checkpoint is signed by the key ${said.key}, not by ${whose}. If you know that key to be yours, name it with --key.`,
    )
  }
  return read.data
}

/** How an unencrypted Ed25519 key begins in PKCS #8 (RFC 8410); its 32 bytes follow. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex")

/** Drawn from the data folder's secrets, so that a kept copy of them keeps this key too. */
function ownKey() {
  const seed = Buffer.from(hkdfSync("sha256", secrets().authSecret, "", "checkpoints", 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" })
  const { x } = createPublicKey(privateKey).export({ format: "jwk" })
  return { privateKey, key: Buffer.from(x!, "base64url").toString("hex") }
}

const textOf = (said: Omit<Checkpoint, "signature">) => Buffer.from(canonical(said))
const now = () => new Date().toISOString()

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
