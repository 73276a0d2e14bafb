import "server-only"
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi"
import { z } from "zod"
import { settings } from "@/lib/data/settings"
import { ProblemAnswer } from "@/lib/web/api/answers"
import type { Endpoint } from "@/lib/web/api/endpoint"
import { XLSX } from "@/lib/web/api/xlsx"

/** The OpenAPI 3.1 document of the endpoint table. */
export function openapi(endpoints: readonly Endpoint[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of endpoints) {
    const path = (paths[endpoint.path] ??= {})
    path[endpoint.method.toLowerCase() as "get"] = operation(endpoint)
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "NAP Tracker",
      version: "1",
      description:
        "How far Pakistan's National Action Plan has been carried out. Every number comes from the same functions as " +
        "the pages. `asOf` is what was true in the world, `known` the revision that knew it. Data: CC BY 4.0, quotes of " +
        "third parties excepted.\n\n" +
        "Lists come a page at a time: `limit` items, and `next`, the `cursor` of the following page, null on the last. " +
        "Pin `known` while you page, or a revision published meanwhile may shift the list. Readings carry an ETag of " +
        "the revision and what they say; send it back as If-None-Match and a 304 costs nothing. On a public site " +
        "scripts of any other site may read, without credentials.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: settings().baseUrl }],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "From `nap token create`" },
        session: { type: "apiKey", in: "cookie", name: "nap" },
      },
    },
    paths,
  })
}

/** What a list or view answers with besides JSON. */
const TABLES = {
  "text/csv": { schema: z.string() },
  [XLSX]: { schema: z.string().meta({ format: "binary" }) },
}

const UNCHANGED = { description: "As the tag in If-None-Match says already" }

const filesOf = (media: readonly string[]) =>
  Object.fromEntries(media.map((type) => [type, { schema: z.string().meta({ format: "binary" }) }]))

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const open = endpoint.access === "reader" || endpoint.access === "anyone"
  const problem = { description: "Refused", content: { "application/problem+json": { schema: ProblemAnswer } } }
  const { status, schema, media } = endpoint.answer
  return {
    summary: endpoint.summary,
    ...(!open && {
      security: [{ token: [] }, { session: [] }],
      description: `Needs the permission ${endpoint.access}.`,
    }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(endpoint.query && { query: endpoint.query }),
    },
    ...(endpoint.upload && {
      requestBody: {
        description: `At most ${endpoint.upload / 1024 / 1024} MiB`,
        content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
      },
    }),
    ...(endpoint.body && { requestBody: { content: { "application/json": { schema: endpoint.body } } } }),
    responses: {
      [status]: schema
        ? {
            description: "Done",
            content: { "application/json": { schema }, ...(endpoint.csv && TABLES) },
          }
        : { description: "Done", ...(media && { content: filesOf(media) }) },
      ...(endpoint.method === "GET" && endpoint.access === "reader" && { 304: UNCHANGED }),
      default: problem,
    },
  }
}
