import { beforeAll, expect, test } from "vitest"
import { auditChoices, listAudit, listRevisions } from "@/lib/data/audit"
import { db } from "@/lib/data/db"
import { createProposal } from "@/lib/data/proposals"
import { seed } from "@/lib/data/seed"
import { AuditFilter, OPERATOR } from "@/lib/domain/audit"
import { team } from "./people"
import { proposal, published } from "./samples"

let people: Awaited<ReturnType<typeof team>>
const all = AuditFilter.parse({})
const list = (filter: object = {}, limit = 1000, cursor: string | null = null) =>
  listAudit(people.admin, AuditFilter.parse(filter), { limit, cursor })

beforeAll(async () => {
  await seed()
  people = await team()
  for (let each = 0; each < 3; each++) await published(people.editor, people.reviewer)
  await createProposal(people.otherEditor, proposal())
  // One minute before and after midnight in Pakistan, which is 19:00 UTC the day before.
  for (const at of ["2026-03-01T18:59:00Z", "2026-03-01T19:01:00Z", "2026-03-02T18:59:00Z", "2026-03-02T19:01:00Z"])
    await db().auditEntry.create({
      data: { at: new Date(at), action: "test.clock", subject: `test:${at}`, detail: {} },
    })
}, 60_000)

test("entries come newest first, each with the name of who did it", async () => {
  const { items, next } = await list()
  expect(items.length).toBe(await db().auditEntry.count())
  expect(next).toBeNull()
  expect(items.map(({ id }) => BigInt(id))).toEqual(
    items.map(({ id }) => BigInt(id)).toSorted((a, b) => (a < b ? 1 : -1)),
  )
  const publishing = items.find(({ action }) => action === "revision.publish")!
  expect(publishing.who).toEqual({ id: people.reviewer.id, name: "A reviewer" })
  expect(publishing.subject).toBe("revision:4")
  expect(items.find(({ subject }) => subject === "revision:1")!.who).toBeNull()
  expect(JSON.stringify(items)).not.toContain("@")
})

test("pages of any size partition the audit", async () => {
  const { items: whole } = await list()
  for (const size of [1, 3, 7]) {
    const paged = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({}, size, cursor)
      expect(page.items.length).toBeLessThanOrEqual(size)
      paged.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(whole)
  }
})

test("each filter lets through exactly what it says", async () => {
  const { items: whole } = await list()
  const wanted: [object, (item: (typeof whole)[number]) => boolean][] = [
    [{ who: people.editor.id }, (it) => it.who?.id === people.editor.id],
    [{ who: OPERATOR }, (it) => it.who === null],
    [{ who: "nobody" }, () => false],
    [{ action: "proposal" }, (it) => it.action.startsWith("proposal.")],
    [{ action: "proposal.submit" }, (it) => it.action === "proposal.submit"],
    [{ subject: "revision:" }, (it) => it.subject.startsWith("revision:")],
    [{ from: "2026-03-02", to: "2026-03-02" }, (it) => /2026-03-0(1T19:01|2T18:59)/.test(it.subject)],
    [{ to: "2026-03-01" }, (it) => /2026-03-01T18:59/.test(it.subject)],
    [{ who: people.editor.id, action: "proposal.create" }, (it) => it.who?.id === people.editor.id && it.action === "proposal.create"], // prettier-ignore
  ]
  for (const [filter, fits] of wanted) {
    const { items } = await list(filter)
    expect(items, JSON.stringify(filter)).toEqual(whole.filter(fits))
  }
  expect((await list({ from: "2026-03-02", to: "2026-03-02" })).items).toHaveLength(2)
})

test("only who may read the audit may, and a cursor that is none is refused", async () => {
  const page = { limit: 10, cursor: null }
  for (const who of [people.reviewer, people.editor, people.analyst]) {
    await expect(listAudit(who, all, page)).rejects.toMatchObject({ code: "forbidden" })
    await expect(auditChoices(who)).rejects.toMatchObject({ code: "forbidden" })
  }
  await expect(listAudit({ kind: "anonymous" }, all, page)).rejects.toMatchObject({ code: "unauthenticated" })
  await expect(list({}, 10, "x")).rejects.toMatchObject({ code: "invalid" })
})

test("the choices are the people and the acts there are", async () => {
  const { people: named, actions } = await auditChoices(people.admin)
  expect(named.map(({ id }) => id)).toContain(people.editor.id)
  expect(actions).toEqual(expect.arrayContaining(["proposal.create", "proposal.submit", "revision.publish"]))
  expect(actions).toEqual([...new Set(actions)].sort())
})

test("editors see whom a revision came from, page by page; who may only look does not", async () => {
  const newest = await listRevisions(people.otherEditor, null, 2)
  expect(newest.map(({ number, author, publisher }) => ({ number, author, publisher }))).toEqual([
    { number: 4, author: "A editor", publisher: "A reviewer" },
    { number: 3, author: "A editor", publisher: "A reviewer" },
  ])
  expect(newest[0]!.proposal).toMatch(/^[0-9a-f-]{36}$/)
  const first = await listRevisions(people.otherEditor, 1, 50)
  expect(first).toMatchObject([{ number: 1, author: null, publisher: null, proposal: null }])
  await expect(listRevisions(people.analyst, null, 2)).rejects.toMatchObject({ code: "forbidden" })
})
