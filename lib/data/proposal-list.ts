import "server-only"
import { Prisma } from "@/prisma/generated/client"
import type { Tx } from "@/lib/data/db"
import { read } from "@/lib/data/write"
import { clashesSince } from "@/lib/domain/conflict"
import type { Ledger } from "@/lib/domain/ledger"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import {
  type Change,
  OPEN,
  type Operation,
  type Proposal,
  type ProposalBrief,
  type ProposalStatus,
  type StepComment,
  type Verdict,
} from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/** One proposal. A draft is its author's alone: to others it is missing. @throws Refusal `not_found`. */
export async function findProposal(actor: Actor, id: string): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const { id: reader } = personOf(actor)
  const [found] = await read(async (tx) => whole(tx, reader, await rowsOf(tx, reader, { id })))
  if (!found) throw new Refusal("not_found", "There is no such proposal.")
  return found
}

/** Every proposal under way that the reader may see, newest change first: none that waits is left out. */
export async function listProposals(actor: Actor, statuses: ProposalStatus[] = OPEN): Promise<ProposalBrief[]> {
  assertCan(actor, "proposal.write")
  const { id: reader } = personOf(actor)
  return read(async (tx) => {
    const rows = await tx.proposal.findMany({
      where: seenBy(reader, { status: { in: statuses } }),
      omit: { operations: true },
      orderBy: NEWEST_FIRST,
    })
    const [headOf, inBrief] = [await headsOf(tx, reader, rows), await briefsOf(tx, rows)]
    return rows.map((row) => ({ ...headOf(row), ...inBrief(row.id) }))
  })
}

/** How many proposals of others wait for a second person. */
export async function countToReview(actor: Actor): Promise<number> {
  assertCan(actor, "proposal.write")
  const { id: reader } = personOf(actor)
  return read((tx) => tx.proposal.count({ where: { status: "submitted", authorId: { not: reader } } }))
}

/**
 * Proposals in whatever state that the reader may see, newest change first, `limit` of them after `cursor` (the `next`
 * of the page before). One that changes meanwhile moves to the front, and its old place is not repeated.
 * @throws Refusal `invalid` for a cursor that is none.
 */
export async function pageOfProposals(
  actor: Actor,
  statuses: ProposalStatus[],
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<{ items: Proposal[]; next: string | null }> {
  assertCan(actor, "proposal.write")
  const { id: reader } = personOf(actor)
  const after = cursor === null ? {} : olderThan(cursor)
  return read(async (tx) => {
    const rows = await rowsOf(tx, reader, { status: { in: statuses }, ...after }, limit + 1)
    const items = await whole(tx, reader, rows.slice(0, limit))
    const last = rows.length > limit ? items.at(-1)! : null
    return { items, next: last && `${last.updatedAt}_${last.id}` }
  })
}

/** The keys that somebody published on since the proposal's base, with the newest such revision. */
export const clashes = (held: Ledger, { operations, base }: Pick<Proposal, "operations" | "base">) =>
  clashesSince(held, operations, base)

const NEWEST_FIRST: Prisma.ProposalOrderByWithRelationInput[] = [{ updatedAt: "desc" }, { id: "desc" }]

const seenBy = (reader: string, where: Prisma.ProposalWhereInput) => ({
  AND: [where, { OR: [{ authorId: reader }, { status: { not: "draft" } }] }],
})

function olderThan(cursor: string): Prisma.ProposalWhereInput {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(.{1,80})$/.exec(cursor) ?? []
  const updatedAt = new Date(at ?? Number.NaN)
  if (!id || Number.isNaN(updatedAt.getTime())) {
    throw new Refusal("invalid", "There is no such place in the list.", { cursor: ["There is no such place."] })
  }
  return { OR: [{ updatedAt: { lt: updatedAt } }, { updatedAt, id: { lt: id } }] }
}

const rowsOf = (tx: Tx, reader: string, where: Prisma.ProposalWhereInput, take?: number) =>
  tx.proposal.findMany({
    where: seenBy(reader, where),
    include: { reviews: { orderBy: { at: "asc" } } },
    orderBy: NEWEST_FIRST,
    take,
  })

async function whole(tx: Tx, reader: string, rows: Awaited<ReturnType<typeof rowsOf>>): Promise<Proposal[]> {
  const reviewers = rows.flatMap((row) => row.reviews.map((it) => it.reviewerId))
  const [headOf, name] = [await headsOf(tx, reader, rows), await namesOf(tx, reviewers)]
  return rows.map((row) => ({
    ...headOf(row),
    operations: row.operations as Operation[],
    reviews: row.reviews.map(({ version, verdict, note, comments, reviewerId, at }) => ({
      version,
      verdict: verdict as Verdict,
      note,
      comments: comments as StepComment[],
      reviewer: name(reviewerId),
      at: at.toISOString(),
    })),
  }))
}

type Row = Omit<Prisma.ProposalGetPayload<object>, "operations">

async function headsOf(tx: Tx, reader: string, rows: readonly Row[]) {
  const name = await namesOf(tx, rows.flatMap((row) => [row.authorId, row.askedId ?? []].flat())) // prettier-ignore
  const revisions = await tx.revision.findMany({
    where: { proposalId: { in: rows.map((row) => row.id) } },
    select: { number: true, proposalId: true },
  })
  const revisionOf = new Map(revisions.map(({ number, proposalId }) => [proposalId, number]))
  const sent = await sentTimes(tx, rows)
  return (row: Row): Omit<Proposal, "operations" | "reviews"> => ({
    id: row.id,
    version: row.version,
    status: row.status as ProposalStatus,
    base: row.base,
    change: row.change as Change,
    reasonEn: row.reasonEn,
    reasonUr: row.reasonUr,
    note: row.note,
    author: name(row.authorId),
    mine: row.authorId === reader,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    sentAt: sent.get(`proposal:${row.id}`)?.toISOString() ?? null,
    undoes: row.undoes,
    asked: row.askedId === null ? null : { id: row.askedId, name: name(row.askedId) },
    revision: revisionOf.get(row.id) ?? null,
  })
}

/** When each was last sent for review. A verdict moves the row's own time, so the record of what was done tells. */
async function sentTimes(tx: Tx, rows: readonly Row[]): Promise<Map<string, Date | null>> {
  const sent = await tx.auditEntry.groupBy({
    by: ["subject"],
    where: { action: "proposal.submit", subject: { in: rows.map((row) => `proposal:${row.id}`) } },
    _max: { at: true },
  })
  return new Map(sent.map(({ subject, _max }) => [subject, _max.at]))
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
  const people = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ""
}

type Brief = Pick<ProposalBrief, "named" | "steps" | "levels">

/**
 * What lists say of the steps, counted where they lie: a proposal may have thousands. A line speaks of the first
 * assessment (the first that is no withdrawal decides whether it can be coded blind) or of the first step, and names
 * it by the parts of a plan and the series that come in with it.
 */
async function briefsOf(tx: Tx, rows: readonly Pick<Row, "id">[]): Promise<(id: string) => Brief> {
  const found = await tx.$queryRaw<(Brief & { id: string })[]>`
    SELECT p.id, count(*)::int AS steps, (count(*) FILTER (WHERE kind = 'assessment'))::int AS levels,
      jsonb_agg(step ORDER BY at) FILTER (WHERE at = 1 OR kind IN ('plan', 'point', 'commitment', 'indicator')
        OR (kind = 'assessment' AND nth = 1)) AS named
    FROM "Proposal" p, LATERAL (
      SELECT step, at, step->>'kind' AS kind,
        row_number() OVER (PARTITION BY step->>'kind', step->>'act' = 'withdraw' ORDER BY at) AS nth
      FROM jsonb_array_elements(p.operations) WITH ORDINALITY AS s(step, at)
    ) steps
    WHERE p.id = ANY(${rows.map(({ id }) => id)}::text[])
    GROUP BY p.id`
  const briefs = new Map(found.map(({ id, ...brief }) => [id, brief]))
  return (id) => briefs.get(id) ?? { named: [], steps: 0, levels: 0 }
}
