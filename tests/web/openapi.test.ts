import { beforeAll, expect, test } from "vitest"
import { createShare } from "@/lib/data/share-upkeep"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { share } from "@/tests/data/samples"
import { ask, site, someone } from "./client"

type Operation = {
  summary?: string
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

let document: Document
beforeAll(async () => {
  document = (await ask("/api/v1/openapi.json")).json
})

const each = ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

test("it is an OpenAPI 3.1 document of this API", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const { url } of document.servers) expect(URL.canParse(url)).toBe(true)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(operations.sort()).toEqual(each.map(([name]) => name).sort())
})

test.each(each)("%s is described: parameters, body, answer and refusal", (_, endpoint) => {
  const operation = document.paths[endpoint.path]![endpoint.method.toLowerCase()]!
  expect(operation.summary).toBeTruthy()
  const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  const parameters = operation.parameters ?? []
  expect(parameters.filter((it) => it.in === "path").map((it) => it.name)).toEqual(named)
  expect(parameters.filter((it) => it.in === "path").every((it) => it.required)).toBe(true)
  const query = parameters.filter((it) => it.in === "query").map((it) => it.name)
  expect(query.sort()).toEqual(Object.keys(endpoint.query?.shape ?? {}).sort())
  const needed = Object.entries(endpoint.query?.shape ?? {}).filter(([, it]) => !it.safeParse(undefined).success)
  expect(parameters.filter((it) => it.in === "query" && it.required).map((it) => it.name)).toEqual(
    needed.map(([name]) => name),
  )
  expect(operation.requestBody !== undefined).toBe(endpoint.body !== undefined || endpoint.upload !== undefined)
  const bodyType = endpoint.upload === undefined ? "application/json" : "application/octet-stream"
  if (operation.requestBody) expect(operation.requestBody.content[bodyType]!.schema).toBeDefined()
  const answer = operation.responses[String(endpoint.answer.status)]
  expect(answer?.description).toBeTruthy()
  expect(answer?.content?.["text/csv"] !== undefined).toBe(
    endpoint.csv === true || endpoint.answer.media?.includes("text/csv") === true,
  )
  expect(operation.responses.default?.content?.["application/problem+json"]).toBeDefined()
  const open = endpoint.access === "reader" || endpoint.access === "anyone"
  expect(operation.security !== undefined).toBe(!open)
})

test("every reference leads somewhere, and no schema is empty by accident", () => {
  const references: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (value === null || typeof value !== "object") return
    for (const [name, inner] of Object.entries(value)) {
      if (name === "$ref" && typeof inner === "string") references.push(inner)
      else walk(inner)
    }
  }
  walk(document)
  expect(references.length).toBeGreaterThan(5)
  for (const reference of new Set(references)) {
    expect(reference).toMatch(/^#\/components\/schemas\/[\w.-]+$/)
    const schema = document.components.schemas[reference.split("/").at(-1)!]
    expect(Object.keys(schema ?? {}), reference).not.toEqual([])
  }
  for (const { security } of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const name of (security ?? []).flatMap((it) => Object.keys(it)))
      expect(document.components.securitySchemes).toHaveProperty(name)
  }
})

/** The words of JSON Schema 2020-12 that a schema may use, and where further schemas stand in it. */
const WORDS =
  "$ref description title example examples default type enum const anyOf oneOf allOf not items prefixItems properties " +
  "required additionalProperties propertyNames minLength maxLength pattern format minimum maximum exclusiveMinimum " +
  "exclusiveMaximum multipleOf minItems maxItems uniqueItems"
const TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"]

function faultsIn(schema: unknown, path: string): string[] {
  if (typeof schema === "boolean") return []
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return [`${path}: no schema`]
  const it = schema as Record<string, unknown>
  const inner = (name: string) => (it[name] === undefined ? [] : faultsIn(it[name], `${path}/${name}`))
  const many = (name: string) =>
    ((it[name] ?? []) as unknown[]).flatMap((each, at) => faultsIn(each, `${path}/${name}/${at}`))
  const properties = Object.entries((it.properties ?? {}) as Record<string, unknown>)
  const required = (it.required ?? []) as string[]
  return [
    ...Object.keys(it)
      .filter((word) => !WORDS.split(" ").includes(word))
      .map((word) => `${path}: ${word} is no word`),
    ...[it.type ?? []]
      .flat()
      .flatMap((type) => (TYPES.includes(String(type)) ? [] : [`${path}: type ${String(type)}`])),
    ...(it.enum !== undefined && !(Array.isArray(it.enum) && it.enum.length > 0) ? [`${path}: enum`] : []),
    ...required.filter((name) => !(name in ((it.properties ?? {}) as object))).map((name) => `${path}: ${name}?`),
    ...properties.flatMap(([name, each]) => faultsIn(each, `${path}/${name}`)),
    ...["items", "additionalProperties", "propertyNames", "not"].flatMap(inner),
    ...["anyOf", "oneOf", "allOf", "prefixItems"].flatMap(many),
  ]
}

test("every schema in it is one by JSON Schema, and every pattern compiles", () => {
  const found = [
    ...Object.entries(document.components.schemas).flatMap(([name, schema]) => faultsIn(schema, name)),
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap((operation) => [
        ...(operation.parameters ?? []).flatMap((it) => faultsIn(it.schema, `${path}?${it.name}`)),
        ...Object.values(operation.requestBody?.content ?? {}).flatMap((it) => faultsIn(it.schema, `${path} body`)),
        ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
          Object.values(content).flatMap((it) => faultsIn(it.schema, `${path} ${status}`)),
        ),
      ]),
    ),
  ]
  expect([...new Set(found)]).toEqual([])
  for (const [, pattern] of JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g))
    expect(() => new RegExp(JSON.parse(pattern!) as string, "u")).not.toThrow()
})

test("readings say that they may be unchanged, lists how they are paged, files what they are", () => {
  for (const { method, path, access, query, answer } of ENDPOINTS) {
    if (method !== "GET" || access !== "reader") continue
    const operation = document.paths[path]!.get!
    expect(operation.responses["304"]?.description, path).toBeTruthy()
    const names = (operation.parameters ?? []).map(({ name }) => name)
    if ("cursor" in (query?.shape ?? {})) expect(names, path).toEqual(expect.arrayContaining(["cursor", "limit"]))
    for (const media of answer.media ?? []) expect(operation.responses["200"]!.content, path).toHaveProperty([media])
  }
  expect(JSON.stringify(document.info)).toMatch(/cursor.*If-None-Match/)
})

test("what the API answers fits what the document says of it", async () => {
  const { token } = await createShare(await someone("analyst"), share())
  for (const endpoint of ENDPOINTS.filter(
    // What has no schema answers with a file.
    ({ method, access, answer }) => method === "GET" && ["reader", "anyone"].includes(access) && answer.schema !== null,
  )) {
    // Of all parameters in the table the only one that an answer cannot do without.
    const about = endpoint.path === "/api/v1/oembed" ? `?url=${encodeURIComponent(`${site}/en`)}` : ""
    const { json } = await ask(endpoint.path.replace("{id}", "nap2014-05").replace("{token}", token) + about)
    const read = endpoint.answer.schema!.safeParse(json)
    expect(read.error?.issues ?? [], endpoint.path).toEqual([])
  }
})

type Values = { type?: string; enum?: string[]; items?: Values; minimum?: number; maximum?: number }

/** Values that a parameter described like this cannot have. */
const othersThan = ({ enum: words, items, minimum, maximum }: Values): string[] => [
  ...(words ? ["no-such-word"] : []),
  ...(items?.enum ? [items.enum[0]!, ""].map((word) => `${word},no-such-word`) : []),
  ...(minimum === undefined ? [] : [String(minimum - 1), "x"]),
  ...(maximum === undefined ? [] : [String(maximum + 1)]),
]

test("a parameter takes no other values than the document tells, and a refusal names it", async () => {
  const as = await someone("admin")
  let tried = 0
  for (const [path, { get }] of Object.entries(document.paths)) {
    // What the maker of a link left no choice of is passed over there.
    if (path.startsWith("/api/v1/links/")) continue
    for (const { name, in: place, schema } of get?.parameters ?? []) {
      if (place !== "query") continue
      for (const value of othersThan(schema as Values)) {
        const search = new URLSearchParams({ [name]: value, ...(path.endsWith("/oembed") && { url: `${site}/en` }) })
        const { status, json } = await ask(`${path.replace("{id}", "nap2014-05")}?${search}`, { as })
        expect({ status, named: Object.keys(json.errors) }, `${path} ${name}=${value}`).toEqual({
          status: 400,
          named: [name],
        })
        tried++
      }
    }
  }
  expect(tried).toBeGreaterThan(100)
}, 120_000)
