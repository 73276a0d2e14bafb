import { expect, test } from "vitest"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { ask, someone } from "./client"

const ORIGIN = { origin: "https://elsewhere.example" }
const pathOf = (path: string) =>
  path
    .replace("{kind}", "event")
    .replace("/points/{id}", "/points/nap2014-05")
    .replaceAll(/\{\w+\}/g, "none")
const allowed = "access-control-allow-origin"

const reading = ENDPOINTS.filter(({ method, access }) => method === "GET" && access === "reader")
const others = ENDPOINTS.filter((endpoint) => !reading.includes(endpoint))

test.each(reading.map(({ path }) => path))("scripts of any site may read %s, without credentials", async (path) => {
  for (const more of ["", "?nothing=1"]) {
    const { headers } = await ask(pathOf(path) + more, { headers: ORIGIN })
    expect(headers.get(allowed)).toBe("*")
    expect(headers.get("access-control-allow-credentials")).toBeNull()
    expect(headers.get("access-control-expose-headers")).toContain("etag")
  }
})

test.each(others.map(({ method, path }) => [method, path]))("no other site reads %s %s", async (method, path) => {
  // A path that also reads is refused for the other method alone.
  const { headers } = await ask(pathOf(path), { method, headers: ORIGIN, ...(method !== "GET" && { body: {} }) })
  expect(headers.get(allowed)).toBeNull()
})

const methodsAt = new Map<string, string[]>()
for (const { method, path } of ENDPOINTS) methodsAt.set(path, [...(methodsAt.get(path) ?? []), method])

test.each([...methodsAt.keys()])("a browser that asks before is told what %s allows, never a change", async (path) => {
  const { status, headers, text } = await ask(pathOf(path), {
    method: "OPTIONS",
    headers: { ...ORIGIN, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
  })
  expect(status).toBe(204)
  expect(text).toBe("")
  for (const method of methodsAt.get(path)!) expect(headers.get("allow"), path).toContain(method)
  const isReading = reading.some((each) => each.path === path)
  expect(headers.get(allowed)).toBe(isReading ? "*" : null)
  expect(headers.get("access-control-allow-methods")).toBe(isReading ? "GET, HEAD" : null)
  expect(headers.get("access-control-allow-headers") ?? "").not.toContain("authorization")
})

test("a path that is none is none for a browser that asks, too", async () => {
  expect((await ask("/api/v1/nothing", { method: "OPTIONS" })).status).toBe(404)
  expect((await ask("/api/v1/openapi.json", { headers: ORIGIN })).headers.get(allowed)).toBe("*")
})

test("an answer's tag names its revision and saves the second reading, in every form", async () => {
  const { token } = await someone("analyst")
  for (const { path, answer, csv } of reading) {
    if (answer.schema === null) continue
    for (const more of csv ? ["", "?format=csv", "?format=xlsx", "?format=xlsx&lang=ur"] : [""]) {
      const address = pathOf(path) + more
      const first = await ask(address)
      expect(first.status, address).toBe(200)
      const tag = first.headers.get("etag")!
      expect(tag, address).toMatch(/^(W\/)?"\d+-[\w-]{16}"$/)
      expect(first.headers.get("cache-control"), address).toBe("no-cache")
      const again = await ask(address, { headers: { "if-none-match": `"other", ${tag}` } })
      expect(again, address).toMatchObject({ status: 304, text: "" })
      expect((await ask(address, { headers: { "if-none-match": '"1-AAAAAAAAAAAAAAAA"' } })).status, address).toBe(200)
      // A refusal is not passed over, whatever tag comes with it.
      expect((await ask(`${address}${more ? "&" : "?"}bad=1`, { headers: { "if-none-match": tag } })).status).toBe(400)
    }
  }
  // The same for somebody who signs in.
  const tag = (await ask("/api/v1/plans", { as: { token } })).headers.get("etag")!
  expect((await ask("/api/v1/plans", { as: { token }, headers: { "if-none-match": tag } })).status).toBe(304)
  const known = await ask("/api/v1/plans?asOf=2015-01-01")
  expect(known.headers.get("etag")).not.toBe(tag)
}, 120_000)
