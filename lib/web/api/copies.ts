import "server-only"
import { z } from "zod"
import { copyContent, findCopy, openCopy, storeCopy } from "@/lib/data/copies"
import { addInternalEvidence, listInternalEvidence, removeInternalEvidence } from "@/lib/data/internal-evidence"
import { settings } from "@/lib/data/settings"
import { REMOVED } from "@/lib/domain/copy-type"
import { InternalEvidenceInput } from "@/lib/domain/internal-evidence"
import { SourceCopy } from "@/lib/domain/records"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"
import { given } from "@/lib/web/api/question"
import { hasAlready } from "@/lib/web/api/tag"
import { UPLOAD_LIMIT } from "@/lib/web/body-limit"

const CopyAnswer = SourceCopy.extend({
  name: z.string().describe("As it was uploaded; for the team"),
  marks: z.array(z.object({ kind: z.string(), excerpt: z.string() })).describe("What may lead to a person"),
  unread: z.boolean().describe("Nothing searched it for that: somebody must look"),
}).meta({ id: "Copy" })

const InternalAnswer = z
  .looseObject({ id: z.string(), commitment: z.string(), title: z.string(), note: z.string() })
  .meta({ id: "InternalEvidence" })

const NAMELESS = "Name the commitment."
const InternalQuery = z.strictObject({
  commitment: z.string(NAMELESS).min(1, NAMELESS).max(80, NAMELESS).describe("The commitment's id"),
})

const NAMES = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "text/plain": "txt" } as const

/** Archived copies of sources, and evidence that is never published. */
export const COPIES: Endpoint[] = [
  endpoint({
    method: "POST",
    path: "/api/v1/copies",
    summary: "Keep an archived copy: the bytes of a PDF, PNG, JPEG, HTML page or text; it is cleaned and hashed",
    access: "proposal.write",
    query: z.strictObject({ name: z.string().default("").describe("The file's name, for the team") }),
    upload: UPLOAD_LIMIT,
    answer: {
      status: 201,
      schema: CopyAnswer.extend({ existed: z.boolean(), removed: z.array(z.enum(REMOVED)) }),
    },
    handle: async ({ actor, search, bytes }) => {
      const kept = await storeCopy(actor, (search.get("name") ?? "").slice(0, 1000), bytes)
      return { status: kept.existed ? 200 : 201, body: kept, headers: { location: `/api/v1/copies/${kept.sha256}` } }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/copies/{id}",
    summary: "An archived copy by its SHA-256, as a file; for readers, those that published sources name",
    access: "reader",
    answer: { status: 200, schema: null, media: Object.keys(NAMES) },
    handle: async ({ actor, path, request }) => {
      const { sha256, mediaType, source } = await openCopy(actor, path.id!)
      // A copy may be taken back by law, so it is asked for each time; only its bytes need not travel again.
      const isPublic = source !== null && settings().visibility === "public"
      const headers = { etag: `"${sha256}"`, "cache-control": isPublic ? "no-cache" : "private, no-cache" }
      if (hasAlready(request, headers.etag)) return { status: 304, body: null, headers }
      const { content } = await copyContent(actor, sha256)
      const name = `${source ?? sha256.slice(0, 12)}.${NAMES[mediaType]}`
      const type = mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType
      return { body: null, headers, file: { name, mediaType: type, content } }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/copies/{id}/facts",
    summary: "What is known of a copy, and what in it may lead to a person",
    access: "evidence.internal",
    answer: { status: 200, schema: CopyAnswer },
    handle: async ({ actor, path }) => ({ body: await findCopy(actor, path.id!) }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/internal-evidence",
    summary: "Evidence on a commitment that is never published",
    access: "evidence.internal",
    query: InternalQuery,
    answer: { status: 200, schema: z.object({ items: z.array(InternalAnswer) }) },
    handle: async (call) => {
      const { commitment } = given(InternalQuery, call)
      return { body: { items: await listInternalEvidence(call.actor, commitment) } }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/internal-evidence",
    summary: "Add evidence that is never published",
    access: "evidence.internal",
    body: InternalEvidenceInput,
    answer: { status: 201, schema: InternalAnswer },
    handle: async ({ actor, body }) => ({ status: 201, body: await addInternalEvidence(actor, body) }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/internal-evidence/{id}",
    summary: "Take such evidence out of every list",
    access: "evidence.internal",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await removeInternalEvidence(actor, path.id!)
      return done
    },
  }),
]
