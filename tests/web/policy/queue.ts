import { assign } from "@/lib/data/assignments"
import { db } from "@/lib/data/db"
import { addDays, dayOf } from "@/lib/domain/date"
import { AssignmentInput } from "@/lib/domain/assignment"
import { COMMITMENT, SOURCE } from "@/tests/data/samples"
import { rows } from "@/tests/domain/sample"
import type { Someone } from "@/tests/web/client"
import { codes, forWriters, type Made, type Rows } from "./row"

const A = "/api/v1/assignments"
const dueOn = addDays(dayOf(new Date().toISOString()), 5)

// Each on a commitment of its own, or the second would find it given out.
const commitments = rows("commitment").map(({ id }) => id)
let taken = 0
async function item(owner: Someone) {
  const commitment = commitments[taken++ % commitments.length]!
  const lane = "claim" as const
  await db().assignment.updateMany({
    where: { commitment, lane, cancelledAt: null },
    data: { cancelledAt: new Date() },
  })
  return { commitment, lane, assignee: owner.id, dueOn }
}
/** What an editor takes on; for the others it is work for somebody else. */
const wanted = new Map<string, Awaited<ReturnType<typeof item>>>()
const aWish = async (owner: Someone): Promise<Made> => {
  const wish = await item(owner)
  wanted.set(wish.commitment, wish)
  return { id: wish.commitment, version: 1 }
}
const anAssignment = async (owner: Someone): Promise<Made> => {
  const [made] = await assign(owner, AssignmentInput.parse({ items: [await item(owner)] }))
  return { id: made!.id, version: 1 }
}

export const queue: Rows = {
  [`GET ${A}`]: [
    { expected: forWriters(200) },
    { path: `${A}?assignee=me&state=open,missed`, expected: forWriters(200) },
  ],
  [`POST ${A}`]: [
    {
      given: "editor's own work",
      make: aWish,
      hides: false,
      body: ({ id }) => ({ items: [wanted.get(id)] }),
      expected: codes(403, 201, 403, 201, 201, 201),
    },
  ],
  [`DELETE ${A}/{id}`]: [
    { given: "task", make: anAssignment, hides: false, expected: codes(403, 204, 403, 204, 204, 204) },
    { given: "missing task", path: `${A}/none`, expected: forWriters(404) },
  ],
  "GET /api/v1/colleagues": [{ expected: forWriters(200) }],
  "POST /api/v1/rechecks/bulk": [
    { body: () => ({ commitments: [COMMITMENT], lane: "claim", source: SOURCE }), expected: forWriters(201) },
  ],
}
