import "server-only"
import { createHash } from "node:crypto"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { Turns } from "@/lib/data/turns"
import { read, write } from "@/lib/data/write"
import type { KeptCopy, Removed } from "@/lib/domain/copy-type"
import { type Day, dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, can, personOf } from "@/lib/domain/policy"
import type { DraftOperation } from "@/lib/domain/proposal"
import type { Source } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { type Mark, scanProposal, scanText, type Warning } from "@/lib/domain/scan"

/**
 * An archived copy as the team sees it. `marks`: what its text holds that may lead to a person; `unread`: nothing read
 * it for that, or not to its end.
 */
export type CopyFacts = KeptCopy & { name: string; marks: Mark[]; unread: boolean }

/** Answer to an upload. `existed`: the same file, or one that comes to the same, was kept already. */
export type StoredCopy = CopyFacts & { existed: boolean; removed: Removed[] }

/**
 * Keeps an upload, cleaned, under the hash of what it was cleaned to; the same upload again finds the first one.
 * @throws Refusal `invalid`, `too_large` with the fault in its detail.
 */
export async function storeCopy(actor: Actor, name: string, bytes: Uint8Array): Promise<StoredCopy> {
  assertCan(actor, "proposal.write")
  return uploads.take(() => stored(actor, name, bytes))
}

async function stored(actor: Actor, name: string, bytes: Uint8Array): Promise<StoredCopy> {
  const { id: uploaderId } = personOf(actor)
  const originalSha256 = hashOf(bytes)
  const known = await read((tx) =>
    tx.copy.findFirst({ where: { OR: [{ originalSha256 }, { sha256: originalSha256 }] }, select: { sha256: true } }),
  )
  if (known) return { ...(await findCopy(actor, known.sha256)), existed: true, removed: [] }
  // Loaded with the first upload: the libraries that read files are large, and most processes never need them.
  const { cleanCopy } = await import("@/lib/data/clean-copy")
  const { mediaType, content, text, removed } = await cleanCopy(bytes)
  const sha256 = hashOf(content)
  const existed = await write(actor, "proposal.write", async (tx) => {
    const { count } = await tx.copy.createMany({
      data: [
        {
          ...{ sha256, originalSha256, mediaType, text, uploaderId },
          name: plainName(name),
          size: content.length,
          content: new Uint8Array(content),
        },
      ],
      skipDuplicates: true,
    })
    const detail = { mediaType, size: content.length, existed: count === 0 }
    return { value: count === 0, audit: { action: "copy.store", subject: `copy:${sha256}`, detail } }
  })
  return { ...(await findCopy(actor, sha256)), existed, removed }
}

// One upload at a time: a picture unpacked takes hundreds of megabytes, and reading files takes the processor anyway.
const uploads = new Turns(1)

/** What is known of a copy, for the team. @throws Refusal `not_found`. */
export async function findCopy(actor: Actor, sha256: string): Promise<CopyFacts> {
  assertCan(actor, "evidence.internal")
  const [found] = await read((tx) => factsOf(tx, [sha256]))
  if (!found) throw missing()
  return found
}

/** A copy that somebody may have. `source` is the id of the published source that names it, null where none does. */
type OpenCopy = KeptCopy & { source: string | null }

/**
 * A copy without its bytes. Readers get those that a source of the newest revision names; whatever else is kept is the
 * team's, and looks to them like nothing.
 * @throws Refusal `not_found`.
 */
export async function openCopy(actor: Actor, sha256: string): Promise<OpenCopy> {
  const source = await publishedWith(sha256)
  if (!source && !can(actor, "evidence.internal")) throw missing()
  const row = await read((tx) =>
    tx.copy.findUnique({ where: { sha256 }, select: { mediaType: true, size: true, at: true } }),
  )
  if (!row) throw missing()
  const mediaType = row.mediaType as KeptCopy["mediaType"]
  return { sha256, mediaType, size: row.size, archivedOn: dayOf(row.at.toISOString()), source: source?.id ?? null }
}

/** The bytes of a copy too. @throws Refusal `not_found`, `unavailable` when too many are read at the moment. */
export async function copyContent(actor: Actor, sha256: string): Promise<OpenCopy & { content: Uint8Array }> {
  const copy = await openCopy(actor, sha256)
  return downloads.take(async () => {
    const row = await read((tx) => tx.copy.findUnique({ where: { sha256 }, select: { content: true } }))
    if (!row) throw missing()
    if (hashOf(row.content) !== sha256) throw new Error(`copy ${sha256} is not what its hash says`)
    return { ...copy, content: row.content }
  })
}

// Each is megabytes in memory and takes the processor to be hashed, and anybody may ask for one.
const downloads = new Turns(4, {
  mostWaiting: 40,
  refusal: "Too many archived copies are being read at the moment. Please try again shortly.",
})

/**
 * Refuses sources that name a copy which is not kept, or not of that size and type.
 * @throws Refusal `invalid` by field ("operations.0.record.copy").
 */
export async function assertCopies(tx: Tx, operations: readonly DraftOperation[]): Promise<void> {
  const named = copiesIn(operations)
  if (named.length === 0) return
  const kept = await tx.copy.findMany({
    where: { sha256: { in: named.map(({ copy }) => copy.sha256) } },
    select: { sha256: true, mediaType: true, size: true },
  })
  const wrong = named.filter(
    ({ copy }) =>
      !kept.some((it) => it.sha256 === copy.sha256 && it.mediaType === copy.mediaType && it.size === copy.size),
  )
  if (wrong.length === 0) return
  const message = "There is no such archived copy; upload it first."
  throw new Refusal(
    "invalid",
    message,
    Object.fromEntries(wrong.map(({ step }) => [`operations.${step}.record.copy`, [message]])),
  )
}

/** What may be personal in a proposal and in the copies it names, for whoever writes or judges it. */
export async function warningsOf(actor: Actor, proposal: Parameters<typeof scanProposal>[0]): Promise<Warning[]> {
  assertCan(actor, "proposal.write")
  const named = copiesIn(proposal.operations)
  const facts =
    named.length === 0
      ? []
      : await read((tx) =>
          factsOf(
            tx,
            named.map(({ copy }) => copy.sha256),
          ),
        )
  const ofCopies = named.flatMap(({ step, copy }): Warning[] => {
    const found = facts.find((it) => it.sha256 === copy.sha256)
    if (!found) return []
    return [
      ...(found.unread ? [{ step, field: "copy", kind: "unread" as const, excerpt: found.name }] : []),
      ...found.marks.map((mark) => ({ step, field: "copy", ...mark })),
    ]
  })
  return [...scanProposal(proposal), ...ofCopies]
}

/** Texts longer than this are scanned so far only, and said to be unread. */
const LONGEST_SCAN = 1_000_000

/** The finds of a copy, by its hash: a copy never changes, and a screen asks for them again and again. */
const scanned = new Map<string, Mark[]>()
const MOST_SCANNED = 200

async function factsOf(tx: Tx, hashes: readonly string[]): Promise<CopyFacts[]> {
  const rows = await tx.copy.findMany({
    where: { sha256: { in: [...new Set(hashes)] } },
    select: { sha256: true, mediaType: true, size: true, name: true, at: true },
  })
  const facts: CopyFacts[] = []
  for (const { sha256, mediaType, size, name, at } of rows) {
    facts.push({
      ...{ sha256, size, name },
      mediaType: mediaType as KeptCopy["mediaType"],
      archivedOn: dayOf(at.toISOString()) satisfies Day,
      marks: mediaType === "text/plain" ? await marksOf(tx, sha256) : [],
      unread: mediaType !== "text/plain" || size > LONGEST_SCAN,
    })
  }
  return facts
}

async function marksOf(tx: Tx, sha256: string): Promise<Mark[]> {
  const known = scanned.get(sha256)
  if (known) return known
  const row = await tx.copy.findUnique({ where: { sha256 }, select: { text: true } })
  const marks = scanText((row?.text ?? "").slice(0, LONGEST_SCAN))
  if (scanned.size >= MOST_SCANNED) scanned.delete(scanned.keys().next().value!)
  scanned.set(sha256, marks)
  return marks
}

async function publishedWith(sha256: string): Promise<Source | null> {
  const held = await ledger()
  const sources = snapshot(held, held.newest).records.source.values()
  for (const source of sources) if (source.copy?.sha256 === sha256) return source
  return null
}

const copiesIn = (operations: readonly DraftOperation[]) =>
  operations.flatMap((operation, step) =>
    operation.kind === "source" && operation.act !== "withdraw" && operation.record.copy
      ? [{ step, copy: operation.record.copy }]
      : [],
  )

/** A file's name without its folders and without marks that cannot be shown. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .replaceAll(/[\p{C}]/gu, "")
    .trim()
    .slice(0, 200) || "copy"

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
const missing = () => new Refusal("not_found", "There is no such copy.")
