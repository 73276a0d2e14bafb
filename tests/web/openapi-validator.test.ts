import { createRequire } from "node:module"
import { Validator } from "@seriousme/openapi-schema-validator"
import { beforeAll, expect, test } from "vitest"
import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import { ask, site, someone } from "./client"

type Schema = Record<string, unknown>
type Content = Record<string, { schema?: Schema }>
type Parameter = { name: string; in: string; required?: boolean; schema: Schema; style?: string; explode?: boolean }
type Operation = {
  operationId: string
  tags: string[]
  security?: object[]
  parameters?: (Parameter & { description?: string; example?: unknown })[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
type Document = {
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

// The validator brings its own checker of JSON Schema 2020-12, the dialect of OpenAPI 3.1.
const require = createRequire(import.meta.resolve("@seriousme/openapi-schema-validator"))
type Check = ((value: unknown) => boolean) & { errors?: { instancePath: string; message?: string }[] | null }
type Checker = { addSchema: (schema: Schema) => void; compile: (schema: Schema) => Check }
const { Ajv2020 } = require("ajv/dist/2020.js") as { Ajv2020: new (options: object) => Checker }
const { default: addFormats } = require("ajv-formats") as { default: (checker: Checker) => void }

let document: Document
let checks: (schema: Schema) => Check
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
  )

beforeAll(async () => {
  document = (await ask("/api/v1/openapi.json")).json
  const checker = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  addFormats(checker)
  const { schemas } = document.components
  checker.addSchema({ $id: "nap:document", $defs: schemas })
  const pointed = (schema: Schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"nap:document#/$defs/')) as Schema
  for (const name of Object.keys(schemas)) schemas[name] = pointed(schemas[name]!)
  checks = (schema) => checker.compile(pointed(schema))
})

test("the document is one by the schema that the OpenAPI initiative publishes, and a broken one is not", async () => {
  const { json } = await ask("/api/v1/openapi.json")
  const { valid, errors } = await new Validator().validate(structuredClone(json))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  delete json.paths["/api/v1/overview"].get.responses
  delete json.info.title
  expect((await new Validator().validate(json)).valid).toBe(false)
})

test("every schema in it compiles, strictly, and every default and example fits its own", () => {
  let examples = 0
  for (const { name, operation } of operations()) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)]
    for (const { schema } of bodies.flatMap((it) => Object.values(it?.content ?? {}))) if (schema) checks(schema)
    for (const { schema, example, name: parameter } of operation.parameters ?? []) {
      const check = checks(schema)
      for (const value of [example, schema.default].filter((it) => it !== undefined)) {
        examples++
        expect(check(value), `${name} ${parameter}: ${String(value)}`).toBe(true)
      }
    }
  }
  expect(examples).toBeGreaterThan(50)
})

test("a program can write a client from it: names, groups and parameters that an address can spell", async () => {
  const names = operations().map(({ operation }) => operation.operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/)
  const groups = document.tags.map(({ name }) => name)
  for (const { name, path, operation } of operations()) {
    expect(operation.tags, name).toHaveLength(1)
    expect(groups).toContain(operation.tags[0])
    for (const it of operation.parameters ?? []) {
      if (it.in !== "path") expect(it.description, `${name} ${it.name}`).toBeTruthy()
      // An address has no word for null, and lists stand in one parameter with commas.
      expect(JSON.stringify(it.schema), `${name} ${it.name}`).not.toContain("null")
      if (it.schema.type === "array") expect(it).toMatchObject({ style: "form", explode: false })
    }
    if (path === "/api/v1/oembed") expect(operation.parameters!.find((it) => it.name === "url")!.required).toBe(true)
  }
  expect((await ask("/api/v1/points?plan=nap-2014&points=5,7")).json.total).toBe(2)
  expect((await ask("/api/v1/points?plan=nap-2014&points=5&points=7")).status).toBe(400)
})

/** Each asked of every reading endpoint; what one does not know it refuses, and says so as the document has it. */
const SEARCHES = ["", "plan=nap-2021", "asOf=2018-06-30&known=1", "lane=claim&track=kinetic", "points=5,7", "limit=2"]

test("every answer to readers, also a refusal, is as the document says, with nothing it does not name", async () => {
  const { token } = await createShare(await someone("analyst"), share())
  const faults: string[] = []
  let answered = 0
  for (const { path, operation } of operations().filter((it) => it.method === "get" && !it.operation.security)) {
    const schema = operation.responses["200"]?.content?.["application/json"]?.schema
    if (!schema) continue
    const check = checks(schema)
    const problem = checks(operation.responses.default!.content!["application/problem+json"]!.schema!)
    for (const each of SEARCHES) {
      const search = path === "/api/v1/oembed" ? `${each}&url=${encodeURIComponent(`${site}/en`)}` : each
      const { status, json } = await ask(`${path.replace("{id}", "nap2014-05").replace("{token}", token)}?${search}`)
      const fits = status === 200 ? check : problem
      if (status === 200) answered++
      if (!fits(json))
        faults.push(`${path}?${each}: ${fits.errors!.map((it) => `${it.instancePath} ${it.message}`).join(", ")}`)
    }
  }
  expect(faults).toEqual([])
  expect(answered).toBeGreaterThan(100)
}, 60_000)

test("every example on the page of data runs, and answers in the format it names", async () => {
  const { text } = await ask("/en/data")
  const commands = [...text.matchAll(/curl [^<]*?&#x27;([^<]*?)&#x27;</g)]
  const addresses = commands.map(([, address]) => address!.replaceAll("&amp;", "&"))
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    const { pathname, search, searchParams } = new URL(address)
    const { status, headers } = await ask(pathname + search)
    expect(status, address).toBe(200)
    if (searchParams.get("format") === "csv") expect(headers.get("content-type")).toContain("text/csv")
  }
}, 60_000)

test("a second reading of the document or a citation costs nothing", async () => {
  for (const path of ["/api/v1/openapi.json", "/api/v1/citation?page=/en/points/2014/5&style=ris"]) {
    const tag = (await ask(path)).headers.get("etag")
    expect(tag, path).toMatch(/^(W\/)?"\d+-[\w-]+"$/)
    expect((await ask(path, { headers: { "if-none-match": tag! } })).status, path).toBe(304)
  }
})
