import { unzipSync } from "fflate"
import { expect, test } from "vitest"
import { addressOf } from "@/components/views/data/builder"
import { sharedBuilds } from "@/lib/data/tables/builds"
import { zipOf } from "@/lib/data/tables/zip"
import { Query } from "@/lib/domain/query"
import { aroundDigest, aroundRecords } from "@/lib/web/api/export-words"

/** A build that ends when it is told to. */
function held() {
  const state = { count: 0, end: (_: string) => {}, fail: (_: Error) => {} }
  const build = () => {
    state.count++
    return new Promise<string>((end, fail) => Object.assign(state, { end, fail }))
  }
  return { state, build }
}

test("who asks for the same shares one build, and what is finished is kept", async () => {
  const archive = sharedBuilds<string>()
  const { state, build } = held()
  const asked = [archive("a", build), archive("a", build), archive("a", build)]
  state.end("done")
  expect(await Promise.all(asked)).toEqual(["done", "done", "done"])
  expect(await archive("a", build)).toBe("done")
  expect(state.count).toBe(1)
})

test("a third at once is refused and asked to come again, and none hinders a finished one", async () => {
  const archive = sharedBuilds<string>()
  await archive("ready", async () => "ready")
  const [a, b] = [held(), held()]
  const asked = [archive("a", a.build), archive("b", b.build)]
  const third = held()
  await expect(archive("c", third.build)).rejects.toMatchObject({ code: "unavailable" })
  expect(third.state.count).toBe(0)
  expect(await archive("ready", third.build)).toBe("ready")
  a.state.end("a")
  await asked[0]
  expect(await archive("c", async () => "c")).toBe("c")
  b.state.fail(new Error("no"))
  await expect(asked[1]).rejects.toThrow("no")
  // What failed is neither kept nor in the way.
  expect(await archive("b", async () => "b")).toBe("b")
})

test("only the last two asked for are kept", async () => {
  const archive = sharedBuilds<string>()
  const made: string[] = []
  const ask = (key: string) =>
    archive(key, async () => {
      made.push(key)
      return key
    })
  for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key)
  expect(made).toEqual(["a", "b", "c", "b"])
})

test("others have their turn while an archive is made, and its bytes are the same each time", async () => {
  const files = () => Array.from({ length: 20 }, (_, at) => ({ name: `${at}.txt`, parts: [`text ${at}`] }))
  const made = async () => zipOf(files(), "2026-11-22")
  const [first, second] = [await made(), await made()]
  let turns = 0
  const tick = () => {
    turns++
    if (turns < 1000) setImmediate(tick)
  }
  setImmediate(tick)
  await made()
  expect(turns).toBeGreaterThan(10)
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(Object.keys(unzipSync(first))).toHaveLength(20)
})

const CITED = { en: "NAP Tracker. (2026).", ur: "نیپ ٹریکر۔ (2026)۔" }

test("the tag of an archive tells every file around the records, and the site", () => {
  const around = aroundRecords(1, "2026-11-22", "How it is coded", CITED)
  const digest = aroundDigest(around, "https://nap.example")
  expect(digest).toMatch(/^[0-9a-f]{16}$/)
  expect(aroundDigest(aroundRecords(1, "2026-11-22", "How it is coded", CITED), "https://nap.example")).toBe(digest)
  expect(aroundDigest(around, "https://other.example")).not.toBe(digest)
  expect(around.map(({ name }) => name)).toEqual(expect.arrayContaining(["README.txt", "LICENCE.txt", "CODING.md"]))
  for (const [at, file] of around.entries()) {
    const altered = around.with(at, { ...file, parts: [...file.parts, "more"] })
    expect(aroundDigest(altered, "https://nap.example"), file.name).not.toBe(digest)
  }
})

test("the address that is built names no parameter without a value", () => {
  const build = { format: "csv", given: new Set(["region", "plan"] as const) } as const
  expect(addressOf("assessments", Query.parse({ region: null }), build)).toBe(
    "/api/v1/assessments?plan=nap-2014&format=csv",
  )
})
