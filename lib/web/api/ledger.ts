import "server-only"
import { z } from "zod"
import { listAudit } from "@/lib/data/audit"
import { ledger } from "@/lib/data/ledger"
import { undoRevision } from "@/lib/data/proposals"
import { approveRedaction, cancelRedaction, listRedactions, lookUp, requestRedaction } from "@/lib/data/redactions"
import { AuditFilter, type AuditItem } from "@/lib/domain/audit"
import { Day } from "@/lib/domain/date"
import { KIND_NAMES } from "@/lib/domain/records"
import { ReasonClass, RedactionInput, redactionsOf } from "@/lib/domain/redaction"
import { Refusal } from "@/lib/domain/refusal"
import type { Actor } from "@/lib/domain/policy"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { PageQuery } from "@/lib/web/api/page"
import { ProposalAnswer, PublishedAnswer, shown } from "@/lib/web/api/proposal-answer"
import { given } from "@/lib/web/api/question"

/** A table of the audit is for reading; whoever needs more narrows it by day. */
const LARGEST_FILE = 50_000
const Format = z.enum(["json", "csv"]).default("json").describe("How to answer")

const AuditQuery = AuditFilter.extend({
  limit: PageQuery.limit,
  cursor: z.string().max(20).nullable().default(null).describe("`next` of the page before"),
  format: Format,
})
const AuditAnswer = z
  .object({
    id: z.string(),
    at: z.string(),
    who: z.object({ id: z.string(), name: z.string() }).nullable().describe("null: the operator's command line"),
    action: z.string(),
    subject: z.string(),
    detail: z.looseObject({}),
  })
  .meta({ id: "AuditEntry" })

const TombstoneAnswer = z
  .object({
    revision: z.int(),
    publishedAt: z.string(),
    reasonClass: ReasonClass,
    records: z.array(z.object({ kind: z.enum(KIND_NAMES), id: z.string() })),
    reasons: z.array(z.int()).describe("Revisions whose reason it was taken out of"),
  })
  .meta({ id: "Tombstone" })

const Uncleared = z.array(z.string()).describe("Tables in whose files it may still lie: the operator runs nap vacuum")
const RedactionAnswer = z
  .object({
    id: z.string(),
    reasonClass: ReasonClass,
    text: z.string().nullable().describe("Kept only while it waits"),
    copies: z.array(z.string()),
    note: z.string().nullable(),
    state: z.enum(["waiting", "done", "cancelled"]),
    requestedBy: z.string(),
    mine: z.boolean(),
    requestedAt: z.string(),
    approvedBy: z.string().nullable(),
    endedOn: Day.nullable(),
    revision: z.int().nullable(),
    uncleared: Uncleared,
  })
  .meta({ id: "Redaction" })

const LookUpInput = z.strictObject({ text: RedactionInput.shape.text, copies: RedactionInput.shape.copies })
const LookUpAnswer = z
  .object({
    records: z.array(z.looseObject({ kind: z.enum(KIND_NAMES), id: z.string(), revision: z.int() })),
    reasons: z.array(z.looseObject({ revision: z.int() })),
    copies: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
    elsewhere: z.array(z.object({ place: z.string(), count: z.int() })).describe("Not published: counted, not shown"),
  })
  .meta({ id: "LookUp" })

/** The log: audit, reversing a revision, taking text out by law. */
export const LEDGER: Endpoint[] = [
  endpoint({
    method: "POST",
    path: "/api/v1/revisions/{id}/undo",
    summary: "Start a draft that reverses a revision; it goes through review like any other",
    access: "proposal.write",
    answer: { status: 201, schema: ProposalAnswer },
    handle: async ({ actor, path }) => {
      if (!/^\d{1,9}$/.test(path.id!)) throw new Refusal("not_found", "There is no such revision.")
      const proposal = await undoRevision(actor, Number(path.id))
      return { status: 201, body: await shown(proposal), headers: { location: `/api/v1/proposals/${proposal.id}` } }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/audit",
    summary: "Who did what to what, newest first",
    access: "audit.read",
    query: AuditQuery,
    answer: { status: 200, schema: z.object({ items: z.array(AuditAnswer), next: z.string().nullable() }) },
    csv: true,
    handle: async (call) => {
      const { actor, search } = call
      const { limit, cursor, format, ...filter } = given(AuditQuery, call)
      const isFile = format === "csv" && !search.has("limit")
      const body = isFile ? await upTo(actor, filter, cursor) : await listAudit(actor, filter, { limit, cursor })
      return { body, rows: () => body.items.map(rowOf) }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/redactions",
    summary: "What was removed by law: when, by which class of reason, and from which records; never what it was",
    access: "reader",
    query: z.strictObject({ format: Format }),
    answer: { status: 200, schema: z.object({ items: z.array(TombstoneAnswer) }) },
    csv: true,
    handle: async () => {
      const items = redactionsOf(await ledger())
      const rows = () =>
        items.map(({ revision, publishedAt, reasonClass, records, reasons }) => ({
          revision,
          publishedAt,
          reasonClass,
          records: records.map(({ kind, id }) => `${kind}/${id}`).join("; ") || null,
          reasons: reasons.join("; ") || null,
        }))
      return { body: { items }, rows, columns: () => ["revision", "publishedAt", "reasonClass", "records", "reasons"] }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/redaction-requests",
    summary: "Removals asked for, and what became of them",
    access: "redaction.write",
    answer: { status: 200, schema: z.object({ items: z.array(RedactionAnswer) }) },
    handle: async ({ actor }) => ({ body: { items: await listRedactions(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/redaction-requests",
    summary: "Ask for a removal by law; a second person decides",
    access: "redaction.write",
    body: RedactionInput,
    answer: { status: 201, schema: RedactionAnswer },
    handle: async ({ actor, body }) => ({ status: 201, body: await requestRedaction(actor, body) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/redaction-requests/look-up",
    summary: "Every place where a text stands, and the copies that hold it; nothing is changed",
    access: "redaction.write",
    body: LookUpInput,
    answer: { status: 200, schema: LookUpAnswer },
    handle: async ({ actor, body }) => ({ body: await lookUp(actor, body) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/redaction-requests/{id}/approve",
    summary: "Approve somebody else's request: the removal is done at once and cannot be undone",
    access: "redaction.write",
    answer: { status: 200, schema: PublishedAnswer.extend({ uncleared: Uncleared }) },
    handle: async ({ actor, path }) => ({ body: await approveRedaction(actor, path.id!) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/redaction-requests/{id}/cancel",
    summary: "Take a request back before it is done",
    access: "redaction.write",
    answer: { status: 200, schema: RedactionAnswer },
    handle: async ({ actor, path }) => ({ body: await cancelRedaction(actor, path.id!) }),
  }),
]

async function upTo(actor: Actor, filter: AuditFilter, cursor: string | null) {
  const items: AuditItem[] = []
  let next = cursor
  do {
    const page = await listAudit(actor, filter, { limit: 5000, cursor: next })
    items.push(...page.items)
    next = page.next
  } while (next !== null && items.length < LARGEST_FILE)
  return { items, next }
}

const rowOf = ({ id, at, who, action, subject, detail }: AuditItem) => ({
  id,
  at,
  who: who?.name ?? null,
  action,
  subject,
  detail: JSON.stringify(detail),
})
