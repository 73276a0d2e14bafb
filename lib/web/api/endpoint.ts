import "server-only"
import { z } from "zod"
import type { Flat } from "@/lib/domain/import/cells"
import type { Ledger } from "@/lib/domain/ledger"
import type { Actor, Permission } from "@/lib/domain/policy"
import type { Question } from "@/lib/domain/query"
import type { SignedIn } from "@/lib/web/auth"

/** `reader`: whoever may read the site. A permission: whoever the policy table grants it. */
export type Access = "reader" | "anyone" | Permission

/** What an endpoint works with; everything in it has been checked. */
export type Call<B> = {
  actor: Actor
  person: SignedIn | null
  path: Record<string, string>
  search: URLSearchParams
  body: B
  /** The bytes of an upload; empty where the endpoint takes none. */
  bytes: Uint8Array
  request: Request
  origin: string
}

export type Answer = {
  status?: number
  body: unknown
  headers?: Record<string, string>
  /** The same as lines of a table, for endpoints with `csv`; asked for once for the tag and again for the file. */
  rows?: () => Iterable<Flat>
  /** The heads of that table, where it may have no line to tell them from. */
  columns?: () => string[]
  /** Answers with a file to keep instead of the body. */
  file?: { name: string; mediaType: string; content: Uint8Array | string | ReadableStream<Uint8Array> }
}

/**
 * One row of the endpoint table. The router, the policy check, the OpenAPI document and the tests that walk over all
 * routes read it from here. `query` documents the parameters and checks them strictly.
 */
export type Endpoint<B extends z.ZodType = z.ZodType> = {
  method: "GET" | "POST" | "PATCH" | "DELETE"
  path: `/api/v1/${string}`
  summary: string
  access: Access
  query?: z.ZodObject
  /** Documents headers of its own that it reads. */
  headers?: z.ZodObject
  body?: B
  /** Takes raw bytes (application/octet-stream) instead of JSON, at most this many. */
  upload?: number
  /** `media`: what a file that it answers with may be, beside or instead of the body. */
  answer: { status: number; schema: z.ZodType | null; media?: readonly string[] }
  /** Answers as CSV and XLSX too. */
  csv?: boolean
  handle: (call: Call<z.infer<B>>) => Promise<Answer>
}

const Language = z.enum(["en", "ur"]).default("en").describe("Of an XLSX: Urdu heads, and the sheet right to left")

/** Read by what starts a draft. */
export const RepeatKey = z.object({
  "idempotency-key": z.string().max(200).optional().describe("A repeated request with the same key changes nothing"),
})

/** Keeps the body's type between the schema and the handler; what answers as a table does so in both languages. */
export function endpoint<B extends z.ZodType>(definition: Endpoint<B>): Endpoint {
  const { csv, query = z.strictObject({}) } = definition
  return { ...definition, ...(csv && { query: query.extend({ lang: Language }) }) } as unknown as Endpoint
}

/** What a file of an answer is called: "nap-assessments-r12-2026-11-22", of a point "nap-points-nap2014-05-r12-…". */
export function fileName({ body }: Answer, { path }: Pick<Endpoint, "path">, id?: string): string {
  const { revision, asOf, cite } = (body ?? {}) as { revision?: unknown; asOf?: unknown; cite?: { id: string } }
  const what = path
    .split("/")
    .slice(3)
    // Never the secret that opens a link.
    .flatMap((part) => (part === "{id}" && id ? [id] : part.startsWith("{") ? [] : [part]))
  return [
    ["nap", ...what].join("-"),
    // A citation's id begins with the revision, and finds the file's address again.
    ...(typeof revision === "number" ? [cite?.id ?? `r${revision}`] : []),
    ...(typeof asOf === "string" ? [asOf] : []),
  ].join("-")
}

/** For what is done and has nothing to tell. */
export const NOTHING = { status: 204, schema: null } as const
export const done = { status: 204, body: null }

export type Asked = { ledger: Ledger; question: Question }
