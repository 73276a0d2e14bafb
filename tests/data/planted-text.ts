import { createHash, randomUUID } from "node:crypto"
import type { Client } from "pg"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { createProposal } from "@/lib/data/proposals"
import { reviewProposal } from "@/lib/data/reviews"
import { createShare } from "@/lib/data/share-upkeep"
import { createToken } from "@/lib/data/tokens"
import { snapshot } from "@/lib/domain/ledger"
import { type Operation, ProposalInput } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"
import type { team } from "./people"
import { COMMITMENT, proposal, published, share, submitted } from "./samples"

type Team = Awaited<ReturnType<typeof team>>

/** With a quotation mark, a backslash, a line break and Urdu, so that no way of writing it down hides it. */
export const TEXT = 'Zaqverd "Ustad"\\قربان\nof Lyari'
export const WORD = "Zaqverd"
export const SHA = createHash("sha256").update(TEXT).digest("hex")
export const SCAN = "e".repeat(64)

export const said = `It was ${TEXT} who said so.`

/** For every kind that has words of its own, the text in one of its fields. A re-check has none. */
const FIELDS: { [K in Exclude<Kind, "check">]: object } = {
  region: { note: said },
  body: { nameEn: said },
  source: { title: said, notes: said, url: `https://example.org/${TEXT}`, copy: copyOf(SHA) },
  plan: { adoptionNote: said },
  point: { wordingVariants: [{ textEn: said, origin: said, isQuotation: false, sources: [] }] },
  commitment: { anchors: { "0": said, "3": said } },
  assessment: { rationaleEn: said, rationaleUr: said },
  rating: { rawLabel: said },
  silence: { whatEn: said },
  crosswalk: { basis: said },
  event: { titleEn: said, descriptionEn: said },
  indicator: { publisher: said },
  observation: { breakNote: said },
  secondCoding: { decisive: [said.slice(0, 100)] },
}

function copyOf(sha256: string) {
  return { sha256, mediaType: "text/plain", size: 10, archivedOn: "2026-01-01" }
}

/**
 * Puts the text wherever words are kept: published in every kind of record, once in one that is withdrawn since, and in
 * everything beside the record. `planted`: the revisions that published it; `draft`: a proposal that holds it.
 */
export async function plant(people: Team): Promise<{ planted: number[]; draft: string }> {
  await db().copy.createMany({
    data: [
      { ...stored(people, SHA, "minutes.txt"), content: Buffer.from(said), text: said },
      { ...stored(people, SCAN, "scan.pdf"), content: Buffer.from("%PDF"), text: null },
    ],
  })
  const { records } = snapshot(await ledger(), 1)
  const operations = Object.entries(FIELDS).map(([kind, fields]) => {
    const record = [...records[kind as Kind].values()].find((it) => !("level" in it) || it.level === 1)!
    return { act: "change", kind, record: { ...record, ...fields } } as Operation
  })
  const evidence = [{ source: "reuters_dp", bearing: "supports" as const, quote: said, note: said }]
  const planted = [
    (await change(people, operations)).revision,
    (await published(people.editor, people.reviewer, proposal({ evidence }))).revision,
    // Withdrawn later: the old version still holds it.
    (await change(people, [{ act: "withdraw", kind: "assessment", id: await newestAssessment() }])).revision,
  ]
  return { planted, draft: await unpublished(people) }
}

async function change(people: Team, operations: Operation[]) {
  const reason = { change: "correction", reasonEn: `Because of ${TEXT}.`, reasonUr: `وجہ: ${TEXT}` } as const
  const written = { ...reason, note: null, operations, base: null }
  return published(people.editor, people.reviewer, written as ProposalInput)
}

const stored = (people: Team, sha256: string, name: string) =>
  ({ sha256, originalSha256: sha256, name, mediaType: "text/plain", size: 10, uploaderId: people.editor.id }) as const

async function newestAssessment(): Promise<string> {
  return (await ledger()).revisions.at(-1)!.entries[0]!.id
}

/** The text in everything that is kept beside the record. */
async function unpublished(people: Team): Promise<string> {
  const words = { note: said, reasonEn: said, reasonUr: said }
  const draft = await createProposal(people.editor, { ...proposal({ rationaleEn: said }, words) })
  const { id, version } = await submitted(people.editor, proposal({ rationaleEn: said }, words))
  const comments = [{ step: 0, text: said }]
  await reviewProposal(people.reviewer, id, { version, verdict: "changes-requested", note: said, comments })
  await createShare(people.analyst, share({ label: said.slice(0, 60) }))
  await createToken(people.admin, people.editor.id, said.slice(0, 60), 30)
  const authorId = people.editor.id
  await db().draft.create({
    data: { id: randomUUID(), authorId, form: "assessment", title: said, content: { [said]: { rationale: [said] } } },
  })
  await db().internalEvidence.create({
    data: {
      ...{ id: randomUUID(), authorId, commitment: COMMITMENT, title: said, publisher: said, note: said },
      ...{ url: `https://example.org/${TEXT}`, copySha256: SHA },
    },
  })
  const judged = { level: 1, certainty: "low", reason: said }
  await db().blindCoding.create({
    data: { id: randomUUID(), proposalId: id, version: 1, step: 0, coderId: people.reviewer.id, ...judged },
  })
  await db().notice.create({
    data: { personId: authorId, kind: "published", subject: `proposal:${id}`, detail: { reason: said, revision: 1 } },
  })
  await db().auditEntry.create({ data: { action: "test.act", subject: "test:1", detail: { said, more: [said] } } })
  return draft.id
}

/** Whether a value has the text in it, or the word of it that nothing else has. */
export const holds = (value: unknown): boolean => {
  if (typeof value === "string") return value.includes(TEXT) || value.includes(WORD)
  if (Buffer.isBuffer(value)) return value.includes(WORD)
  if (value === null || typeof value !== "object") return false
  return Object.entries(value).some(([key, inner]) => key.includes(WORD) || holds(inner))
}

/** Every row of every table that holds the text, read as its owner reads it, and once more as plain words. */
export async function dump(owner: Client): Promise<Map<string, number>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  )
  const found = new Map<string, number>()
  for (const { name } of tables) {
    const { rows } = await owner.query<{ all: object; words: string }>(
      `SELECT to_jsonb(t) AS all, t::text AS words FROM "${name}" t`,
    )
    const bytes = name === "Copy" ? (await owner.query(`SELECT content FROM "Copy"`)).rows : []
    const count = [...rows.filter(({ all, words }) => holds(all) || words.includes(WORD)), ...bytes.filter(holds)]
    if (count.length > 0) found.set(name, count.length)
  }
  return found
}
