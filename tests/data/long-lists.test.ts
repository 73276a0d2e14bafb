import { randomUUID } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { blindlyCodable } from "@/lib/data/blind-codings"
import { db } from "@/lib/data/db"
import { countToReview, findProposal, listProposals, pageOfProposals } from "@/lib/data/proposal-list"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { seed } from "@/lib/data/seed"
import { countShares, createShare, listShares, pageOfShares, revokeShare } from "@/lib/data/share-upkeep"
import { SYSTEM } from "@/lib/domain/policy"
import { ProposalInput } from "@/lib/domain/proposal"
import { team } from "./people"
import { assessment, COMMITMENT, proposal, share, submitted } from "./samples"

const MANY = 620
let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

test("the oldest of many links is in the list, whole or by pages, and can be revoked", async () => {
  const { share: oldest } = await createShare(people.analyst, share({ label: "The oldest" }))
  const row = await db().share.findUniqueOrThrow({ where: { id: oldest.id } })
  const { id: _, tokenHash: __, query, ...rest } = row
  const many = Array.from({ length: MANY }, (_, at) => ({
    ...{ ...rest, query: query as object, id: randomUUID(), tokenHash: `hash ${at}`, label: `Link ${at}` },
    // Many of one moment, as imports and scripts make them.
    createdAt: new Date(row.createdAt.getTime() + 1000 + Math.floor(at / 100)),
    pausedAt: at < 20 ? row.createdAt : null,
    creatorId: at < 10 ? people.editor.id : row.creatorId,
  }))
  await db().share.createMany({ data: many })

  for (const [actor, count] of [
    [people.admin, MANY + 1],
    [people.analyst, MANY - 9],
  ] as const) {
    const whole = await listShares(actor)
    expect(whole).toHaveLength(count)
    expect(whole.at(-1)).toMatchObject({ id: oldest.id, label: "The oldest" })
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageOfShares>> = await pageOfShares(actor, { limit: 70, cursor })
      expect(page.items.length).toBeLessThanOrEqual(70)
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(whole.map(({ id }) => id))
  }
  expect(await countShares(SYSTEM)).toEqual({ all: MANY + 1, active: MANY - 19, makers: 2 })
  await revokeShare(people.admin, oldest.id)
  await db().$executeRaw`UPDATE "Share" SET "expiresAt" = now() WHERE label = 'Link 300'`
  expect(await countShares(people.analyst)).toEqual({ all: MANY - 9, active: MANY - 10 - 10 - 1, makers: 1 })
  expect((await listShares(people.analyst)).filter(({ state }) => state === "active")).toHaveLength(MANY - 21)
}, 60_000)

test("a place in the list that is somebody else's link, or none, is refused", async () => {
  const { share: theirs } = await createShare(people.editor, share())
  for (const cursor of [theirs.id, "x"])
    await expect(pageOfShares(people.analyst, { limit: 5, cursor })).rejects.toMatchObject({ code: "invalid" })
})

test("the proposal that waits longest is in the list, however many were changed since", async () => {
  const { id } = await submitted(people.editor)
  const {
    operations,
    reviews: _,
    ...row
  } = await db().proposal.findUniqueOrThrow({
    where: { id },
    include: { reviews: true },
  })
  const later = (at: number) => new Date(row.updatedAt.getTime() + 1000 + Math.floor(at / 30))
  await db().proposal.createMany({
    data: Array.from({ length: 260 }, (_, at) => ({
      ...{ ...row, operations: operations as object[], id: randomUUID(), updatedAt: later(at) },
    })),
  })
  await createProposal(people.editor, proposal())
  const list = await listProposals(people.reviewer)
  expect(list).toHaveLength(261)
  expect(list.at(-1)!.id).toBe(id)
  expect(list.at(-1)).not.toHaveProperty("operations")
  expect([await countToReview(people.reviewer), await countToReview(people.editor)]).toEqual([261, 0])

  const paged = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageOfProposals>> = await pageOfProposals(people.reviewer, ["submitted"], {
      ...{ limit: 40, cursor },
    })
    paged.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  expect(paged.map((it) => it.id)).toEqual(list.map((it) => it.id))
  expect(paged.at(-1)).toEqual(await findProposal(people.reviewer, id))
  for (const wrong of ["x", "2026-99-99T00:00:00.000Z_a", "2026-01-01T00:00:00.000Z_"]) {
    const page = pageOfProposals(people.reviewer, ["submitted"], { limit: 5, cursor: wrong })
    await expect(page).rejects.toMatchObject({ code: "invalid" })
  }
}, 60_000)

test("a line of the list counts every step and holds those it speaks of", async () => {
  const record = { id: "a-body", nameEn: "A body", nameUr: "ایک ادارہ", sector: "regulator" as const }
  const [first, second] = [assessment({ level: 0 }), assessment({ commitment: COMMITMENT, level: 2 })]
  const operations = [{ act: "add", kind: "body", record }, first, second]
  const input = ProposalInput.parse({ change: "correction", reasonEn: "Several.", operations })
  const draft = await createProposal(people.editor, input)
  await submitProposal(people.editor, draft.id, draft.version)
  const line = (await listProposals(people.reviewer)).find(({ id }) => id === draft.id)!
  expect(line).toMatchObject({ steps: 3, levels: 2, author: "A editor", mine: false })
  expect(line.named).toEqual(draft.operations.slice(0, 2))
  expect(await blindlyCodable(people.reviewer, [line])).toEqual(new Set([draft.id]))
})
