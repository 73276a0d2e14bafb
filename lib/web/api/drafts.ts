import "server-only"
import { z } from "zod"
import { changeDraft, createDraft, deleteDraft, findDraft, listDrafts } from "@/lib/data/drafts"
import { ledger } from "@/lib/data/ledger"
import { changeSteps } from "@/lib/data/proposals"
import { DraftInput, DraftPatch, StepsInput } from "@/lib/domain/form/draft"
import { snapshot } from "@/lib/domain/ledger"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { recordHistory, recordRows } from "@/lib/domain/views/records"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"
import { ProposalAnswer, shown } from "@/lib/web/api/proposal-answer"
import { countOf, given } from "@/lib/web/api/question"

const DraftAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    form: z.string().describe("The form it belongs to and what it is about"),
    title: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Draft" })
const DraftWithContentAnswer = DraftAnswer.extend({ content: z.looseObject({}) }).meta({ id: "DraftWithContent" })

const PER_PAGE = 20
const LONGEST_SEARCH = 200
const RecordsQuery = z.strictObject({
  kind: z.enum(KIND_NAMES).default("commitment").describe("Which list"),
  q: z.string().default("").describe(`Words of the record, or its id; the first ${LONGEST_SEARCH} letters count`),
  page: countOf(7, "A whole number from 1.").default(1).describe("From 1"),
})
const text = z.object({ en: z.string(), ur: z.string().nullable() })

/** What a form keeps while somebody writes, and the records it may choose from. */
export const DRAFTS: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/drafts",
    summary: "What you are writing, newest change first",
    access: "proposal.write",
    answer: { status: 200, schema: z.object({ items: z.array(DraftAnswer) }) },
    handle: async ({ actor }) => ({ body: { items: await listDrafts(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/drafts",
    summary: "Keep what you are writing; nobody else sees it",
    access: "proposal.write",
    body: DraftInput,
    answer: { status: 201, schema: DraftAnswer },
    handle: async ({ actor, body }) => {
      const draft = await createDraft(actor, body)
      return { status: 201, body: draft, headers: { location: `/api/v1/drafts/${draft.id}` } }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/drafts/{id}",
    summary: "What you were writing",
    access: "proposal.write",
    answer: { status: 200, schema: DraftWithContentAnswer },
    handle: async ({ actor, path }) => ({ body: await findDraft(actor, path.id!) }),
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/drafts/{id}",
    summary: "Keep what you have written since; refused when it changed elsewhere",
    access: "proposal.write",
    body: DraftPatch,
    answer: { status: 200, schema: DraftAnswer },
    handle: async ({ actor, path, body }) => ({ body: await changeDraft(actor, path.id!, body) }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/drafts/{id}",
    summary: "Throw away what you were writing",
    access: "proposal.write",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await deleteDraft(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/proposals/{id}/steps",
    summary: "Change your own open proposal; a number stands for a step that stays as it is",
    access: "proposal.write",
    body: StepsInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({ body: await shown(await changeSteps(actor, path.id!, body)) }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/records",
    summary: "The published records of a kind, twenty at a time, searched in English and Urdu",
    access: "proposal.write",
    query: RecordsQuery,
    answer: {
      status: 200,
      schema: z.object({
        revision: z.int(),
        items: z.array(z.looseObject({ kind: z.string(), id: z.string(), name: text, record: z.looseObject({}) })),
        total: z.int(),
        pages: z.int(),
      }),
    },
    handle: async (call) => {
      const { kind, q, page } = given(RecordsQuery, call)
      const held = await ledger()
      const asked = { text: q.slice(0, LONGEST_SEARCH), page, perPage: PER_PAGE }
      const { rows, total, pages } = recordRows(snapshot(held, held.newest), kind, asked)
      return { body: { revision: held.newest, items: rows, total, pages } }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/records/{kind}/{id}",
    summary: "One record and every published version of it, newest first",
    access: "proposal.write",
    answer: {
      status: 200,
      schema: z.object({ revision: z.int(), kind: z.string(), id: z.string(), versions: z.array(z.looseObject({})) }),
    },
    handle: async ({ path }) => {
      const [kind, id, held] = [kindOf(path.kind!), path.id!, await ledger()]
      const versions = recordHistory(held, kind, id)
      if (versions.length === 0) throw new Refusal("not_found", "There is no such record.")
      return { body: { revision: held.newest, kind, id, versions } }
    },
  }),
]

function kindOf(named: string): Kind {
  const kind = KIND_NAMES.find((each) => each === named)
  if (!kind) throw new Refusal("invalid", "Unknown kind of record.", { kind: [`One of ${KIND_NAMES.join(", ")}.`] })
  return kind
}
