import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { forgetFreshness, ledger } from "@/lib/data/ledger"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import type { Proposal } from "@/lib/domain/proposal"
import { type Refusal } from "@/lib/domain/refusal"
import { person, type PersonActor } from "./people"
import { commitments, proposal } from "./samples"
import { secondInstance } from "./second-instance"

// The long form (npm run test:faults sets it) takes the promise's own size.
const COMMITMENTS = Number(process.env.NAP_CROWD_COMMITMENTS ?? 40)
const WORKERS = 8

let other: Awaited<ReturnType<typeof secondInstance>>
beforeAll(async () => {
  await seed()
  other = await secondInstance()
}, 60_000)
afterAll(() => other.stop())

type Attempt = { commitment: string; worker: number; id: string; revision: number | null; refusal: Refusal | null }

test(`${WORKERS} editors on ${COMMITMENTS} commitments at once: nothing lost, nothing twice, every loser told`, async () => {
  const about = await commitments(COMMITMENTS)
  const base = (await ledger()).newest
  const writers = await Promise.all(Array.from({ length: WORKERS }, (_, at) => person("editor", `Editor ${at}`)))
  const deciders = await Promise.all(Array.from({ length: WORKERS }, (_, at) => person("reviewer", `Reviewer ${at}`)))
  const ours = { createProposal, submitProposal, publishProposal }
  const attempts: Attempt[] = []
  const started = performance.now()

  await Promise.all(
    writers.map(async (writer, worker) => {
      const doors = worker % 2 === 0 ? ours : other
      // Each starts elsewhere, so that all commitments are fought over.
      for (let turn = 0; turn < about.length; turn++) {
        const commitment = about[(turn + worker * 5) % about.length]!
        const input = proposal({ commitment, rationaleEn: `Written by ${worker}.` }, { base })
        const draft: Proposal = await doors.createProposal(writer, input)
        const { id, version } = await doors.submitProposal(writer, draft.id, draft.version)
        attempts.push({ commitment, worker, id, ...(await decided(doors, deciders[worker]!, id, version)) })
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000

  forgetFreshness()
  const held = await ledger()
  const won = attempts.filter((attempt) => attempt.revision !== null)
  const inLog = new Map(held.revisions.slice(base).map((revision) => [revision.number, revision]))
  const stored = await db().revision.findMany({ where: { number: { gt: base } } })
  const lost = won.filter(
    (attempt) => inLog.get(attempt.revision!)?.entries[0]?.key.split("/")[1] !== attempt.commitment,
  )
  const proposals = stored.map((revision) => revision.proposalId)
  const duplicated = proposals.length - new Set(proposals).size
  const untold = attempts.filter(({ refusal }) => refusal && refusal.code !== "conflict")
  process.stdout.write(
    `crowd: ${attempts.length} attempts, ${won.length} published, ${attempts.length - won.length} told of a conflict, ` +
      `lost ${lost.length}, duplicated ${duplicated}, other errors ${untold.length}, ` +
      `${Math.round(attempts.length / seconds)} attempts a second\n`,
  )

  expect(attempts).toHaveLength(COMMITMENTS * WORKERS)
  expect(untold).toEqual([])
  expect(lost).toEqual([])
  expect(duplicated).toBe(0)
  // All wrote against the same base: of each commitment's eight exactly one may stand.
  expect(won.map((attempt) => attempt.commitment).sort()).toEqual([...about].sort())
  expect(stored).toHaveLength(COMMITMENTS)
  expect(new Set(proposals)).toEqual(new Set(won.map((attempt) => attempt.id)))
  for (const { refusal, commitment } of attempts) {
    if (!refusal) continue
    const winner = won.find((attempt) => attempt.commitment === commitment)!
    const conflicts = [{ key: `assessment/${commitment}/finding/-`, revision: winner.revision }]
    expect(refusal.detail).toEqual({ conflicts })
  }
  expect(await verify()).toMatchObject({ revisions: base + COMMITMENTS, faults: [] })
}, 120_000)

type Doors = { publishProposal: typeof publishProposal }
async function decided(doors: Doors, by: PersonActor, id: string, version: number) {
  try {
    const { revision } = await doors.publishProposal(by, id, version)
    return { revision, refusal: null }
  } catch (error) {
    return { revision: null, refusal: error as Refusal }
  }
}
