import "server-only"
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi"
import { z } from "zod"
import { settings } from "@/lib/data/settings"
import { ProblemAnswer } from "@/lib/web/api/answers"
import type { Endpoint } from "@/lib/web/api/endpoint"
import { exampleValues } from "@/lib/web/api/examples"
import { XLSX } from "@/lib/web/api/xlsx"

/** The OpenAPI 3.1 document of the endpoint table. */
export function openapi(endpoints: readonly Endpoint[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of endpoints) {
    const path = (paths[endpoint.path] ??= {})
    path[endpoint.method.toLowerCase() as "get"] = operation(endpoint)
  }
  const document = createDocument({
    openapi: "3.1.0",
    info: {
      title: "NAP Tracker",
      version: "1",
      description:
        "How far Pakistan's National Action Plan has been carried out. Every number comes from the same functions as " +
        "the pages. `asOf` is what was true in the world, `known` the revision that knew it. Data: CC BY 4.0, quotes of " +
        "third parties excepted.\n\n" +
        "Lists come a page at a time: `limit` items, and `next`, the `cursor` of the following page, null on the last. " +
        "It goes on with the same revision and day, whatever is published meanwhile. Readings carry an ETag of " +
        "the revision and what they say; send it back as If-None-Match and a 304 costs nothing. On a public site " +
        "scripts of any other site may read, without credentials.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: settings().baseUrl }],
    tags: [
      { name: "readers", description: "What whoever may read the site may ask, on a public site without signing in" },
      { name: "team", description: "The team's work: each needs a permission" },
    ],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "From `nap token create`" },
        session: { type: "apiKey", in: "cookie", name: "nap" },
      },
    },
    paths,
  })
  return spellParameters(document)
}

/** What a list or view answers with besides JSON. */
const TABLES = {
  "text/csv": { schema: z.string() },
  [XLSX]: { schema: z.string().meta({ format: "binary" }) },
}

const UNCHANGED = { description: "As the tag in If-None-Match says already" }
const TAGGED = z.object({ etag: z.string().describe("Of the revision and of what is answered") })
const IfNoneMatch = z.object({ "if-none-match": z.string().optional().describe("The ETag of an earlier answer") })

/** Text is text; everything else is told as bytes, as the programs know it that write clients. */
const filesOf = (media: readonly string[]) =>
  Object.fromEntries(
    media.map((type) => [
      type,
      {
        schema: /^text\/|[+/](json|x-bibtex|x-research)/.test(type)
          ? z.string()
          : z.string().meta({ format: "binary" }),
      },
    ]),
  )

/** "getPointsById": a name for the code that programs write from this document. */
function operationId({ method, path }: Endpoint): string {
  const words = path
    .replace("/api/v1/", "")
    .split(/[/.-]/)
    .map((word) => word.replace(/^\{(\w+)\}$/, "by-$1"))
    .flatMap((word) => word.split("-"))
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("")
}

/** A parameter as an address spells it: null, which is how the code says "left out", cannot be written there. */
function parameterOf(schema: z.ZodType): z.ZodType {
  let bare: z.core.$ZodType = schema
  while (bare instanceof z.ZodDefault || bare instanceof z.ZodOptional || bare instanceof z.ZodNullable)
    bare = bare.unwrap()
  // What it is read into tells more than that it is read.
  if (bare instanceof z.ZodPipe) bare = bare.out
  const inner = bare as z.ZodType
  const standard = schema instanceof z.ZodDefault ? (schema.def.defaultValue ?? null) : null
  const spelled = standard !== null ? inner.default(standard) : inner === schema ? inner : inner.optional()
  return schema.description ? spelled.describe(schema.description) : spelled
}

/** Several values stand in one parameter, with commas between; and each has the value of the path's example. */
function spellParameters(document: ReturnType<typeof createDocument>) {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const examples = exampleValues(path)
    for (const parameter of item.get?.parameters ?? []) {
      if (!("name" in parameter)) continue
      const type = (parameter.schema as { type?: string }).type
      const example = examples[parameter.name]
      if (type === "array") Object.assign(parameter, { style: "form", explode: false })
      if (example !== undefined) parameter.example = type === "integer" ? Number(example) : example
    }
  }
  return document
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const open = endpoint.access === "reader" || endpoint.access === "anyone"
  const problem = { description: "Refused", content: { "application/problem+json": { schema: ProblemAnswer } } }
  const { status, schema, media = [] } = endpoint.answer
  const all = (shape: Record<string, z.ZodType>) =>
    z.object(Object.fromEntries(Object.entries(shape).map(([name, it]) => [name, parameterOf(it)])))
  const isTagged = endpoint.method === "GET" && endpoint.access === "reader"
  const headers = { ...endpoint.headers?.shape, ...(isTagged && IfNoneMatch.shape) }
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [open ? "readers" : "team"],
    ...(!open && {
      security: [{ token: [] }, { session: [] }],
      description: `Needs the permission ${endpoint.access}.`,
    }),
    requestParams: {
      ...(names.length > 0 && { path: all(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(endpoint.query && { query: all(endpoint.query.shape) }),
      ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
    },
    ...(endpoint.upload && {
      requestBody: {
        description: `At most ${endpoint.upload / 1024 / 1024} MiB`,
        required: true,
        content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
      },
    }),
    ...(endpoint.body && {
      requestBody: { required: true, content: { "application/json": { schema: endpoint.body } } },
    }),
    responses: {
      [status]: {
        description: "Done",
        ...(isTagged && { headers: TAGGED }),
        ...((schema || media.length > 0) && {
          content: {
            ...(schema && { "application/json": { schema } }),
            ...(endpoint.csv && TABLES),
            ...filesOf(media),
          },
        }),
      },
      ...(isTagged && { 304: UNCHANGED }),
      default: problem,
    },
  }
}
