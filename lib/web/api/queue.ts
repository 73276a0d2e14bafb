import "server-only"
import { z } from "zod"
import { assign, cancelAssignment, colleagues, listAssignments } from "@/lib/data/assignments"
import { recheckAll } from "@/lib/data/rechecks"
import { AssignmentInput, AssignmentState } from "@/lib/domain/assignment"
import { flatten } from "@/lib/domain/import/cells"
import { Role } from "@/lib/domain/policy"
import { BulkRecheckInput } from "@/lib/domain/proposal"
import { Lane } from "@/lib/domain/scale"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"
import { Format, given, listed } from "@/lib/web/api/question"
import { PublishedAnswer } from "@/lib/web/api/proposal-answer"

const AssignmentAnswer = z
  .object({
    id: z.string(),
    commitment: z.string(),
    lane: Lane,
    assignee: z.object({ id: z.string(), name: z.string() }),
    dueOn: z.string(),
    createdAt: z.string(),
    cancelledAt: z.string().nullable(),
    state: AssignmentState,
    doneAt: z.string().nullable(),
    daysLate: z.int(),
    mine: z.boolean(),
    mayCancel: z.boolean(),
  })
  .meta({ id: "Assignment" })
const AssignmentsAnswer = z.object({ items: z.array(AssignmentAnswer) })

const AssignmentQuery = z.strictObject({
  assignee: z.string().optional().describe("Id of a person, or `me`"),
  lane: Lane.optional().describe("What is to be checked of it"),
  commitment: z.string().max(80).optional().describe("A commitment's id"),
  state: listed(AssignmentState).optional().describe("One or several, with commas"),
  format: Format,
})

/** Who checks what by when. */
export const QUEUE: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/assignments",
    summary: "Who is to check what by when, and how it went; by due day",
    access: "assignment.write",
    query: AssignmentQuery,
    answer: { status: 200, schema: AssignmentsAnswer },
    csv: true,
    handle: async (call) => {
      const { actor } = call
      const { assignee, lane, commitment, state: states } = given(AssignmentQuery, call)
      const me = actor.kind === "person" ? actor.id : ""
      const filter = { lane, commitment, states, assignee: assignee === "me" ? me : assignee }
      const items = await listAssignments(actor, filter)
      return { body: { items }, rows: () => items.map(flatten) }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/assignments",
    summary: "Hand out commitments to check, all of them or none; editors take them on themselves",
    access: "assignment.write",
    body: AssignmentInput,
    answer: { status: 201, schema: AssignmentsAnswer },
    handle: async ({ actor, body }) => ({ status: 201, body: { items: await assign(actor, body) } }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/assignments/{id}",
    summary: "Take open work back; what is done or missed stays as it is",
    access: "assignment.write",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await cancelAssignment(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/colleagues",
    summary: "Whom work can be given to",
    access: "assignment.write",
    answer: {
      status: 200,
      schema: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), role: Role })) }),
    },
    handle: async ({ actor }) => ({
      body: { items: (await colleagues(actor)).map(({ id, name, role }) => ({ id, name, role })) },
    }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/rechecks/bulk",
    summary: "Nothing changed in any of these; one source consulted; one revision",
    access: "recheck.publish",
    body: BulkRecheckInput,
    answer: { status: 201, schema: PublishedAnswer },
    handle: async ({ actor, body }) => ({ status: 201, body: await recheckAll(actor, body) }),
  }),
]
