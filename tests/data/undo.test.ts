import { beforeAll, expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { createProposal, submitProposal, undoRevision } from "@/lib/data/proposals"
import { findProposal } from "@/lib/data/proposal-list"
import { recheck } from "@/lib/data/rechecks"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { canonical } from "@/lib/domain/canonical"
import { effectOf } from "@/lib/domain/effect"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Operation, ProposalInput, RecheckInput } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, KINDS, type RecordOf } from "@/lib/domain/records"
import { method } from "@/lib/domain/views/method"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { pointsList } from "@/lib/domain/views/points"
import { team } from "./people"
import { COMMITMENT, proposal, published, SOURCE } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const NOW = "2026-11-22T09:00:00Z"

/** What a view says of the log itself: it grows with every publication and is not one of the facts. */
const OF_THE_LOG = ["revision", "newest", "recent", "changesSince", "history", "provisional", "publishedAt"]
const facts = (view: unknown) =>
  canonical(JSON.parse(JSON.stringify(view, (name, value: unknown) => (OF_THE_LOG.includes(name) ? 0 : value))))

/** Every record, and every number and word that readers are shown of both plans in both lanes, each as one digest. */
function digests(held: Ledger) {
  const views = ["nap-2014", "nap-2021"].flatMap((plan) =>
    ["finding", "claim"].map((lane) => {
      const question = resolve(Query.parse({ plan, lane }), held, NOW)
      const numbers = [...snapshot(held, held.newest).records.point.values()].filter((it) => it.plan === plan)
      return [
        overview(held, question),
        pointsList(held, question),
        method(held, question),
        ...(lane === "finding" ? numbers.map(({ number }) => pointView(held, question, number)) : []),
      ]
    }),
  )
  const { records } = snapshot(held, held.newest)
  const lists = KIND_NAMES.map((kind) =>
    [...(records[kind] as Map<string, object>)].sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { records: sha256(canonical(lists)), views: sha256(facts(views)) }
}

const now = async () => digests(await ledger())

async function publishedAs(operations: Operation[]): Promise<number> {
  const reason = { change: "correction", reasonEn: "A test.", reasonUr: null, note: null, base: null } as const
  const input = ProposalInput.parse({ ...reason, operations })
  // What the preview promises is computed from the very facts that publishing then changes.
  const held = await ledger()
  expect(effectOf(snapshot(held, held.newest), operations, "2026-11-22")).toMatchObject({ plans: expect.any(Array) })
  return (await published(people.editor, people.reviewer, input)).revision
}

/** One click, and then the way of every proposal: a second person looks at it. */
async function undo(revision: number): Promise<number> {
  const draft = await undoRevision(people.otherEditor, revision)
  expect(draft).toMatchObject({ status: "draft", mine: true, undoes: revision, base: revision, change: "correction" })
  const { id, version } = await submitProposal(people.otherEditor, draft.id, draft.version)
  return (await publishProposal(people.reviewer, id, version)).revision
}

async function first<K extends Kind>(kind: K, fits: (record: RecordOf<K>) => boolean = () => true) {
  const held = await ledger()
  return [...(snapshot(held, held.newest).records[kind] as Map<string, RecordOf<K>>).values()].find(fits)!
}

const check = (id: string) => ({
  ...{ id, commitment: COMMITMENT, lane: "finding", region: null, checkedOn: "2026-11-01", source: SOURCE },
})

/** For each kind: a record that is not there yet, made from one that is, and what a correction changes in one that is. */
const SAMPLES: { [K in Kind]: { fresh: (record: RecordOf<K>) => object; changed: object } } = {
  region: { fresh: (it) => ({ ...it, id: "NEW", nameEn: "A new region" }), changed: { nameEn: "Another name" } },
  body: { fresh: (it) => ({ ...it, id: "NEW" }), changed: { nameEn: "Another name", sector: "judiciary" } },
  source: {
    fresh: (it) => ({ ...it, id: "new", url: "https://example.org/new" }),
    changed: { title: "Another title", goneOn: "2026-10-01" },
  },
  plan: {
    fresh: (it) => ({ ...it, id: "nap-2030", adoptedOn: "2030-01-01", supersededOn: null }),
    changed: { titleEn: "Another title", adoptionNote: null },
  },
  point: {
    fresh: (it) => ({ ...it, id: "nap2014-21", number: 21, slug: "another-point" }),
    changed: { textEn: "Another text.", wordingVariants: [] },
  },
  commitment: {
    fresh: (it) => ({ ...it, id: "nap2014-01.new", continues: [] }),
    changed: { track: "non-kinetic", textEn: "Another text." },
  },
  assessment: {
    fresh: (it) => ({ ...it, id: "new", level: 0, unratedReason: null, effectiveOn: "2026-09-01" }),
    changed: { level: 0, unratedReason: null, rationaleEn: "Another reason." },
  },
  check: { fresh: (it) => ({ ...it, ...check("new") }), changed: { checkedOn: "2026-11-02" } },
  rating: { fresh: (it) => ({ ...it, id: "new" }), changed: { rawLabel: "Another label" } },
  silence: { fresh: (it) => ({ ...it, id: "new" }), changed: { whatEn: "Another report", status: "late" } },
  crosswalk: { fresh: (it) => ({ ...it, id: "new" }), changed: { basis: "Another basis.", relation: "narrowed" } },
  event: {
    fresh: (it) => ({ ...it, id: "new", date: "2020-06-01", onChart: true }),
    changed: { titleEn: "Another title", date: "2020-07-01", onChart: true },
  },
  indicator: { fresh: (it) => ({ ...it, id: "new" }), changed: { unit: "events" } },
  observation: { fresh: (it) => ({ ...it, id: "new", year: 2090 }), changed: { value: 12.5, breakNote: "A break." } },
  secondCoding: {
    fresh: (it) => ({ ...it, id: "new", asOf: "2019-12-31" }),
    changed: { level: 0, unratedReason: null, reason: "Another reason." },
  },
}
/** What no screen of readers shows: outcome series have none yet, and a body that leads nothing is not drawn. */
const isOnlyInLists = (kind: Kind, act: string) =>
  kind === "indicator" || kind === "observation" || (kind === "body" && act !== "change")

async function model<K extends Kind>(kind: K): Promise<RecordOf<K>> {
  if (kind === "check") return check("model") as RecordOf<K>
  const named = kind === "assessment" ? (it: object) => "lane" in it && it.lane === "finding" : () => true
  return first(kind, named as (record: RecordOf<K>) => boolean)
}

const cases = KIND_NAMES.flatMap((kind) => (["add", "change", "withdraw"] as const).map((act) => [kind, act] as const))

test.each(cases)(
  "%s, %s: published, seen by readers, undone: every number and the digest of every view is back",
  async (kind, act) => {
    const { fresh, changed } = SAMPLES[kind] as { fresh: (record: object) => object; changed: object }
    const base = await model(kind)
    const added = { act: "add", kind, record: KINDS[kind].parse(fresh(base)) } as Operation
    const addedId = (added as { record: { id: string } }).record.id
    // Nothing of the starting data may be withdrawn that others refer to; a record of our own may.
    const isOurs = act === "withdraw" || (act === "change" && kind === "check")
    if (isOurs) await publishedAs([added])
    const before = await now()

    const operation =
      act === "add"
        ? added
        : act === "withdraw"
          ? { act, kind, id: addedId }
          : { act, kind, record: { ...(isOurs ? (added as { record: object }).record : base), ...changed } }
    const revision = await publishedAs([operation as Operation])
    const seen = await now()
    expect(seen.records).not.toBe(before.records)
    if (!isOnlyInLists(kind, act)) expect(seen.views).not.toBe(before.views)

    await undo(revision)
    expect(await now()).toEqual(before)
    // As it was known in between, the change stands for ever.
    const held = await ledger()
    const entry = held.revisions[revision - 1]!.entries[0]!
    expect(entry).toMatchObject({ kind, act })
    expect(snapshot(held, revision).records[kind].has(entry.id)).toBe(act !== "withdraw")
    if (isOurs) await publishedAs([{ act: "withdraw", kind, id: addedId }])
  },
  60_000,
)

test("a new plan with its points, commitments and levels comes in and goes out as one", async () => {
  const before = await now()
  const [plan, point, commitment, assessment] = [
    await first("plan"),
    await first("point"),
    await first("commitment"),
    await first("assessment", (it) => it.lane === "finding"),
  ]
  const operations = [
    { act: "add", kind: "plan", record: { ...plan, id: "nap-2031" } },
    { act: "add", kind: "point", record: { ...point, id: "nap2031-01", plan: "nap-2031" } },
    {
      ...{ act: "add", kind: "commitment" },
      record: { ...commitment, id: "nap2031-01.a", plan: "nap-2031", point: "nap2031-01", continues: [] },
    },
    { act: "add", kind: "assessment", record: { ...assessment, id: "new", commitment: "nap2031-01.a" } },
  ] as Operation[]
  const revision = await publishedAs(operations)
  expect(await now()).not.toEqual(before)
  await undo(revision)
  expect(await now()).toEqual(before)
})

test("an address without https, of which the starting data have some, can be put back but not written anew", async () => {
  const source = await first("source", (it) => it.url?.startsWith("http:") === true)
  const before = await now()
  const revision = await publishedAs([
    { act: "change", kind: "source", record: { ...source, url: "https://example.org/moved" } },
  ])
  await undo(revision)
  expect(await now()).toEqual(before)
  const anew = { ...source, url: "http://example.org/plain" }
  await expect(publishedAs([{ act: "change", kind: "source", record: anew }])).rejects.toMatchObject({
    code: "invalid",
    fields: { "operations.0.record.url": [expect.any(String)] },
  })
})

test("an undo can be undone, and that undone again", async () => {
  const before = await now()
  const { revision } = await published(people.editor, people.reviewer)
  const after = await now()
  const undone = await undo(revision)
  expect(await now()).toEqual(before)
  const redone = await undo(undone)
  expect(await now()).toEqual(after)
  await undo(redone)
  expect(await now()).toEqual(before)
})

test("a re-check can be undone too", async () => {
  const before = await now()
  const input = RecheckInput.parse({ commitment: COMMITMENT, lane: "finding", source: SOURCE })
  const { revision } = await recheck(people.editor, input)
  expect(await now()).not.toEqual(before)
  await undo(revision)
  expect(await now()).toEqual(before)
})

test("what somebody published on the same record since shows as a conflict, and nothing is overwritten", async () => {
  const { revision } = await published(people.editor, people.reviewer)
  const record = (await ledger()).versions.assessment.get((await ledger()).revisions.at(-1)!.entries[0]!.id)![0]!.record
  const since = await publishedAs([{ act: "change", kind: "assessment", record: { ...record, level: 2 } }])
  const before = await now()
  const draft = await undoRevision(people.otherEditor, revision)
  const { id, version } = await submitProposal(people.otherEditor, draft.id, draft.version)
  await expect(publishProposal(people.reviewer, id, version)).rejects.toMatchObject({
    code: "conflict",
    detail: { conflicts: [{ revision: since }] },
  })
  expect(await now()).toEqual(before)
  expect(await findProposal(people.otherEditor, id)).toMatchObject({ status: "submitted", undoes: revision })
})

test.each([
  ["the starting data", 1, "invalid"],
  ["a revision that does not exist", 100_000, "not_found"],
])("%s cannot be reversed, and no draft is left", async (_, number, code) => {
  const before = await db().proposal.count()
  await expect(undoRevision(people.editor, number)).rejects.toMatchObject({ code })
  expect(await db().proposal.count()).toBe(before)
})

test("an undo needs a second person like everything else, and who may only look may not begin one", async () => {
  const { revision } = await published(people.editor, people.reviewer)
  await expect(undoRevision(people.analyst, revision)).rejects.toMatchObject({ code: "forbidden" })
  const draft = await undoRevision(people.reviewer, revision)
  const { id, version } = await submitProposal(people.reviewer, draft.id, draft.version)
  await expect(publishProposal(people.reviewer, id, version)).rejects.toMatchObject({ code: "forbidden" })
  await expect(publishProposal(people.otherReviewer, id, version)).resolves.toMatchObject({ revision: revision + 1 })
})

test("a proposal that was edited after the click reverses what its author says, under its own name", async () => {
  const { revision } = await published(people.editor, people.reviewer, proposal())
  const draft = await undoRevision(people.editor, revision)
  const again = await createProposal(people.editor, proposal())
  expect([draft.undoes, again.undoes]).toEqual([revision, null])
  expect(await verify()).toMatchObject({ faults: [] })
})
