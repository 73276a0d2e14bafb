import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { addPerson, disablePerson } from "@/lib/data/people"
import { changeProposal, createProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { recheck } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { changeShare, createShare, revokeShare } from "@/lib/data/share-upkeep"
import { createToken, revokeToken } from "@/lib/data/tokens"
import { RecheckInput } from "@/lib/domain/proposal"
import { team } from "./people"
import { COMMITMENT, proposal, share, SOURCE, submitted } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

// Words that are nobody's business; none of them may stand in the audit.
const SECRETS = ["Q1-reason", "Q2-note", "Q3-verdict", "Q4-label", "Q5-key", "q6-person", "Q7-name", "Q8-password-long"]
const check = () => RecheckInput.parse({ commitment: COMMITMENT, lane: "claim", source: SOURCE })
const input = () => proposal({}, { reasonEn: SECRETS[0], note: SECRETS[1] })
const review = (version: number, verdict: "approved" | "changes-requested" = "approved") => ({
  version,
  verdict,
  note: SECRETS[2]!,
})
const draft = () => createProposal(people.editor, input())
const waiting = () => submitted(people.editor, input())
const link = async () => (await createShare(people.analyst, share({ label: SECRETS[3] }))).share
const key = () => createToken(people.admin, people.editor.id, SECRETS[4]!, 30)
let added = 0
const newcomer = () =>
  addPerson(
    people.admin,
    { email: `${SECRETS[5]}-${++added}@nap.test`, name: SECRETS[6]!, role: "analyst" },
    SECRETS[7],
  )

/** Every act with what it leaves: the action, whose it is, and about what. */
const ACTS: [action: string, by: keyof typeof people, act: () => Promise<() => Promise<unknown>>][] = [
  ["proposal.create", "editor", async () => draft],
  [
    "proposal.change",
    "editor",
    async () => {
      const { id, version } = await draft()
      return () => changeProposal(people.editor, id, { version, note: SECRETS[1] })
    },
  ],
  [
    "proposal.submit",
    "editor",
    async () => {
      const { id, version } = await draft()
      return () => submitProposal(people.editor, id, version)
    },
  ],
  [
    "proposal.withdraw",
    "editor",
    async () => {
      const { id, version } = await draft()
      return () => withdrawProposal(people.editor, id, version)
    },
  ],
  [
    "proposal.approved",
    "reviewer",
    async () => {
      const { id, version } = await waiting()
      return () => reviewProposal(people.reviewer, id, review(version))
    },
  ],
  [
    "proposal.changes-requested",
    "reviewer",
    async () => {
      const { id, version } = await waiting()
      return () => reviewProposal(people.reviewer, id, review(version, "changes-requested"))
    },
  ],
  [
    "revision.publish",
    "reviewer",
    async () => {
      const { id, version } = await waiting()
      return () => publishProposal(people.reviewer, id, version)
    },
  ],
  ["revision.publish", "editor", async () => () => recheck(people.editor, check())],
  ["share.create", "analyst", async () => link],
  [
    "share.change",
    "analyst",
    async () => {
      const { id, version } = await link()
      return () => changeShare(people.analyst, id, { version, label: SECRETS[3] })
    },
  ],
  [
    "share.revoke",
    "analyst",
    async () => {
      const { id } = await link()
      return () => revokeShare(people.analyst, id)
    },
  ],
  ["person.add", "admin", async () => newcomer],
  [
    "person.disable",
    "admin",
    async () => {
      const { person } = await newcomer()
      return () => disablePerson(people.admin, person.email)
    },
  ],
  ["token.create", "admin", async () => key],
  [
    "token.revoke",
    "admin",
    async () => {
      const { id } = await key()
      return () => revokeToken(people.admin, id)
    },
  ],
]

test.each(ACTS)("%s by %s leaves exactly one entry, naming who did it", async (action, by, prepare) => {
  const act = await prepare()
  const before = await db().auditEntry.count()
  await act()
  const entries = await db().auditEntry.findMany({ orderBy: { id: "desc" }, take: 2 })
  expect(await db().auditEntry.count()).toBe(before + 1)
  expect(entries[0]).toMatchObject({ action, actorId: people[by].id, subject: expect.stringMatching(/^\w+:\S+$/) })
})

test("what is refused leaves no entry and no trace", async () => {
  const [mine, other, made] = [await draft(), await waiting(), await link()]
  const state = async () =>
    JSON.stringify([
      await db().auditEntry.count(),
      await db().proposal.findMany({ orderBy: { id: "asc" } }),
      await db().review.count(),
      await db().share.findMany({ orderBy: { id: "asc" } }),
      await db().user.count(),
      await db().token.count(),
      await db().revision.count(),
    ])
  const before = await state()
  const refusals: (() => Promise<unknown>)[] = [
    () => createProposal(people.analyst, input()),
    () => createProposal(people.editor, proposal({ commitment: "nap2014-99.z" })),
    () => changeProposal(people.editor, mine.id, { version: 99, note: null }),
    () => changeProposal(people.otherEditor, mine.id, { version: mine.version, note: null }),
    () => submitProposal(people.otherEditor, mine.id, mine.version),
    () => submitProposal(people.editor, mine.id, 99),
    () => withdrawProposal(people.reviewer, other.id, other.version),
    () => reviewProposal(people.editor, other.id, review(other.version)),
    () => reviewProposal(people.reviewer, other.id, review(99)),
    () => publishProposal(people.editor, other.id, other.version),
    () => publishProposal(people.reviewer, other.id, 99),
    () => publishProposal(people.reviewer, mine.id, mine.version),
    () => recheck(people.analyst, check()),
    () => recheck(people.editor, { ...check(), source: "nobody" }),
    () => createShare(people.analyst, share({ expiresInDays: null })),
    () => changeShare(people.analyst, made.id, { version: 99, label: "x" }),
    () => changeShare(people.editor, made.id, { version: made.version, label: "x" }),
    () => revokeShare(people.reviewer, made.id),
    () => addPerson(people.reviewer, { email: "a@nap.test", name: "A", role: "admin" }),
    () => disablePerson(people.admin, "nobody@nap.test"),
    () => createToken(people.editor, people.editor.id, "x", null),
    () => revokeToken(people.admin, "no-such-token"),
  ]
  for (const refusal of refusals) await expect(refusal(), refusal.toString()).rejects.toMatchObject({ name: "Refusal" })
  expect(await state()).toBe(before)
})

test("the audit names things, never what people wrote, nor an address, a name or a secret", async () => {
  const said = JSON.stringify(await db().auditEntry.findMany(), (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  )
  expect(said.length).toBeGreaterThan(1000)
  for (const secret of SECRETS) expect(said).not.toContain(secret)
  const users = await db().user.findMany()
  for (const { email } of users) expect(said).not.toContain(email)
})
