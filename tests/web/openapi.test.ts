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
  expect(parameters.filter((it) => it.in === "query" && it.required)).toEqual([])
  expect(operation.requestBody !== undefined).toBe(endpoint.body !== undefined || endpoint.upload !== undefined)
  const bodyType = endpoint.upload === undefined ? "application/json" : "application/octet-stream"
  if (operation.requestBody) expect(operation.requestBody.content[bodyType]!.schema).toBeDefined()
  const answer = operation.responses[String(endpoint.answer.status)]
  expect(answer?.description).toBeTruthy()
  expect(answer?.content?.["text/csv"] !== undefined).toBe(endpoint.csv === true)
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
