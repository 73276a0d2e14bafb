import { beforeAll, expect, test } from "vitest"
import { recheck } from "@/lib/data/rechecks"
import { ledger } from "@/lib/data/ledger"
import { changePerson } from "@/lib/data/people"
import { changeProposal, createProposal, undoRevision } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { createToken, personOfToken } from "@/lib/data/tokens"
import { cellOf, snapshot, standing } from "@/lib/domain/ledger"
import { dayOf } from "@/lib/domain/date"
import type { Remit, Role } from "@/lib/domain/policy"
import { RecheckInput } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { SYSTEM } from "@/lib/domain/policy"
import { person, type PersonActor, team } from "./people"
import { assessment, proposal, published, SOURCE, submitted } from "./samples"

type Place = { plan: "nap-2014" | "nap-2021"; track: "kinetic" | "non-kinetic" }
const PLACES: Place[] = (["nap-2014", "nap-2021"] as const).flatMap((plan) =>
  (["kinetic", "non-kinetic"] as const).map((track) => ({ plan, track })),
)
const REMITS: (Remit | null)[] = [
  null,
  { plans: ["nap-2014"], tracks: null },
  { plans: ["nap-2021"], tracks: null },
  { plans: null, tracks: ["kinetic"] },
  { plans: null, tracks: ["non-kinetic"] },
  { plans: ["nap-2021"], tracks: ["non-kinetic"] },
  { plans: ["nap-2014", "nap-2021"], tracks: ["kinetic", "non-kinetic"] },
]
const covers = (remit: Remit | null, { plan, track }: Place) =>
  (remit?.plans ?? [plan]).includes(plan) && (remit?.tracks ?? [track]).includes(track)

let people: Awaited<ReturnType<typeof team>>
const commitments = new Map<Place, string>()
beforeAll(async () => {
  await seed()
  people = await team()
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const today = dayOf(new Date().toISOString())
  for (const place of PLACES) {
    const found = [...facts.records.commitment.values()].find(
      ({ id, plan, track }) =>
        plan === place.plan &&
        track === place.track &&
        standing(facts, cellOf({ commitment: id, lane: "finding", region: null }), today),
    )
    commitments.set(place, found!.id)
  }
}, 60_000)

/** Somebody with these limits, as a request finds them: read from the database. */
async function limited(role: Role, remit: Remit | null): Promise<PersonActor> {
  const { id } = await person(role)
  await changePerson(people.admin, id, { remit })
  const { token } = await createToken(SYSTEM, id, "tests", 1)
  return { kind: "person", ...(await personOfToken(token))! }
}

/** "done", or why not. */
const ended = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? (error.detail.reason ?? error.code) : String(error)),
  )

const cases = REMITS.flatMap((remit) => PLACES.map((place) => ({ remit, place })))
test.each(cases)("a remit of $remit.plans and $remit.tracks at $place.plan, $place.track", async ({ remit, place }) => {
  const commitment = commitments.get(place)!
  const inside = commitments.get(PLACES.find((it) => covers(remit, it))!)!
  const [editor, reviewer] = [await limited("editor", remit), await limited("reviewer", remit)]
  const other = proposal({ commitment })
  const own = await createProposal(editor, proposal({ commitment: inside }))
  const waiting = async () => {
    const { id, version } = await submitted(people.otherEditor, proposal({ commitment }))
    return [id, version] as const
  }
  const reviewing = async (verdict: "approved" | "changes-requested" | "rejected") => {
    const [id, version] = await waiting()
    return reviewProposal(reviewer, id, { version, verdict, note: "A reason." })
  }
  const publishing = async () => publishProposal(reviewer, ...(await waiting()))
  const { revision } = await published(people.otherEditor, people.otherReviewer, proposal({ commitment }))
  const answers = {
    create: await ended(createProposal(editor, other)),
    "create by way of a second step": await ended(
      createProposal(editor, {
        ...other,
        operations: [assessment({ commitment: inside }), assessment({ commitment })],
      }),
    ),
    change: await ended(
      changeProposal(editor, own.id, { version: own.version, operations: [assessment({ commitment })] }),
    ),
    undo: await ended(undoRevision(editor, revision)),
    approve: await ended(reviewing("approved")),
    "ask for changes": await ended(reviewing("changes-requested")),
    reject: await ended(reviewing("rejected")),
    publish: await ended(publishing()),
    recheck: await ended(recheck(editor, RecheckInput.parse({ commitment, lane: "finding", source: SOURCE }))),
  }
  const wanted = covers(remit, place) ? "done" : "outside-remit"
  expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((door) => [door, wanted])))
})

test("limits that are narrowed meanwhile hold for what was begun before", async () => {
  const kinetic = PLACES.find(({ track }) => track === "kinetic")!
  const editor = await limited("editor", null)
  const draft = await createProposal(editor, proposal({ commitment: commitments.get(kinetic)! }))
  await changePerson(people.admin, editor.id, { remit: { plans: null, tracks: ["non-kinetic"] } })
  const { token } = await createToken(SYSTEM, editor.id, "tests", 1)
  const now: PersonActor = { kind: "person", ...(await personOfToken(token))! }
  expect(await ended(changeProposal(now, draft.id, { version: draft.version, reasonEn: "Another reason." }))).toBe(
    "outside-remit",
  )
})
