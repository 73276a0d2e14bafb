import { beforeAll, expect, test } from "vitest"
import { copyContent, storeCopy } from "@/lib/data/copies"
import { db } from "@/lib/data/db"
import { addInternalEvidence, listInternalEvidence, removeInternalEvidence } from "@/lib/data/internal-evidence"
import { ledger } from "@/lib/data/ledger"
import { seed } from "@/lib/data/seed"
import { ANONYMOUS } from "@/lib/domain/policy"
import { team } from "./people"
import { COMMITMENT } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
})

const input = (overrides: object = {}) => ({
  commitment: COMMITMENT,
  title: "Letter of the department",
  note: "The post was never filled.",
  ...overrides,
})
const titles = async () => (await listInternalEvidence(people.reviewer, COMMITMENT)).map(({ title }) => title)

test("what one editor adds the whole team sees, and nobody else", async () => {
  const { sha256 } = await storeCopy(people.editor, "letter.txt", Buffer.from("Sir, the post is vacant."))
  const added = await addInternalEvidence(people.editor, input({ copy: sha256, url: "https://example.org/x" }))
  expect(added).toMatchObject({ commitment: COMMITMENT, author: "A editor", copy: { sha256 }, mayRemove: true })
  for (const actor of [people.editor, people.otherEditor, people.reviewer, people.admin])
    expect((await listInternalEvidence(actor, COMMITMENT)).map(({ id }) => id)).toContain(added.id)
  await expect(listInternalEvidence(people.analyst, COMMITMENT)).rejects.toMatchObject({ code: "forbidden" })
  await expect(listInternalEvidence(ANONYMOUS, COMMITMENT)).rejects.toMatchObject({ code: "unauthenticated" })
  await expect(addInternalEvidence(people.analyst, input())).rejects.toMatchObject({ code: "forbidden" })
  for (const actor of [people.analyst, ANONYMOUS])
    await expect(copyContent(actor, sha256)).rejects.toMatchObject({ code: "not_found" })
})

test("it makes no revision and stands in none", async () => {
  const before = (await ledger()).newest
  await addInternalEvidence(people.editor, input({ note: "QxNeverPublished" }))
  const held = await ledger()
  expect(held.newest).toBe(before)
  const said = JSON.stringify([held.revisions, ...Object.values(held.versions).map((table) => [...table])])
  expect(said).not.toContain("QxNeverPublished")
  expect(
    JSON.stringify(await db().auditEntry.findMany(), (_, value) => (typeof value === "bigint" ? "" : value)),
  ).not.toContain("QxNeverPublished")
})

test("whoever added it may remove it, and whoever may review; another editor may not", async () => {
  const mine = await addInternalEvidence(people.editor, input({ title: "Mine" }))
  const other = await addInternalEvidence(people.editor, input({ title: "Other" }))
  const seen = await listInternalEvidence(people.otherEditor, COMMITMENT)
  expect(seen.find(({ id }) => id === mine.id)?.mayRemove).toBe(false)
  await expect(removeInternalEvidence(people.otherEditor, mine.id)).rejects.toMatchObject({ code: "forbidden" })
  await removeInternalEvidence(people.editor, mine.id)
  await removeInternalEvidence(people.reviewer, other.id)
  expect(await titles()).not.toContain("Mine")
  expect(await titles()).not.toContain("Other")
  await expect(removeInternalEvidence(people.editor, mine.id)).rejects.toMatchObject({ code: "not_found" })
})

test("it is about a commitment that exists and a copy that is kept", async () => {
  for (const wrong of [{ commitment: "nap2014-99.z" }, { copy: "0".repeat(64) }])
    await expect(addInternalEvidence(people.editor, input(wrong))).rejects.toMatchObject({
      code: "invalid",
      fields: { [Object.keys(wrong)[0]!]: [expect.any(String)] },
    })
})

test("a person limited to another plan adds nothing here", async () => {
  const elsewhere = { ...people.editor, remit: { plans: ["nap-2021"], tracks: null } }
  await expect(addInternalEvidence(elsewhere, input())).rejects.toMatchObject({
    code: "forbidden",
    detail: { reason: "outside-remit" },
  })
})
