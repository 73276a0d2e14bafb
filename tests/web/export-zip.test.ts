import { createHash } from "node:crypto"
import { strFromU8, unzipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { CODEBOOK } from "@/lib/domain/codebook"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { snapshot } from "@/lib/domain/ledger"
import { KIND_NAMES } from "@/lib/domain/records"
import { datasetLedger } from "@/tests/domain/sample"
import { csvRows, site } from "./client"

const ZIP = "/api/v1/export.zip"
const download = async (search: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site}${ZIP}${search}`, { headers })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

let files: Record<string, Uint8Array>
const text = (name: string) => strFromU8(files[name]!)
beforeAll(async () => {
  const { status, headers, bytes } = await download("?known=1")
  expect(status).toBe(200)
  expect(headers.get("content-type")).toBe("application/zip")
  expect(headers.get("content-disposition")).toBe('attachment; filename="nap-tracker-r1.zip"')
  files = unzipSync(bytes)
})

test("it holds every list as a table and as JSON, with all that a reader needs to use them", () => {
  const facts = snapshot(datasetLedger(), 1)
  const all = JSON.parse(text("records.json"))
  for (const kind of KIND_NAMES) {
    const name = LIST_NAMES[kind]
    const ids = [...facts.records[kind].keys()].sort()
    expect(
      csvRows(text(`csv/${name}.csv`)).map(({ id }) => id),
      name,
    ).toEqual(ids)
    expect(
      all[name].map(({ id }: { id: string }) => id),
      name,
    ).toEqual(ids)
    for (const record of all[name]) expect(record).toEqual(facts.records[kind].get(record.id))
  }
  expect(csvRows(text("csv/revisions.csv")).map(({ number }) => number)).toEqual(["1"])
  expect(csvRows(text("codebook.en.csv"))).toHaveLength(CODEBOOK.length)
  expect(csvRows(text("codebook.ur.csv"))).toHaveLength(CODEBOOK.length)
  expect(text("LICENCE.txt")).toContain("https://creativecommons.org/licenses/by/4.0/")
  expect(text("CODING.md").length).toBeGreaterThan(1000)
  const versions = text("versions.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(versions).toHaveLength(KIND_NAMES.reduce((sum, kind) => sum + facts.records[kind].size, 0))
  expect(versions.every(({ revision }) => revision === 1)).toBe(true)
})

test("its checksums are those of its files, and name every one of them", () => {
  const manifest = JSON.parse(text("manifest.json"))
  expect(manifest).toMatchObject({ revision: 1, licence: "CC-BY-4.0", hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const sums = new Map(
    text("SHA256SUMS")
      .trim()
      .split("\n")
      .map((line) => line.split("  ").reverse() as [string, string]),
  )
  expect([...sums.keys(), "SHA256SUMS"].sort()).toEqual(Object.keys(files).sort())
  for (const [name, sum] of sums) expect(createHash("sha256").update(files[name]!).digest("hex"), name).toBe(sum)
  for (const { name, bytes, sha256 } of manifest.files) {
    expect(files[name]!.length, name).toBe(bytes)
    expect(sums.get(name), name).toBe(sha256)
  }
})

test("a revision gives the same bytes each time, and a tag that saves the second download", async () => {
  const [first, second] = [await download("?known=1"), await download("?known=1")]
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
  const tag = first.headers.get("etag")!
  expect(await download("?known=1", { "if-none-match": tag })).toMatchObject({ status: 304, bytes: new Uint8Array() })
  expect((await download("?known=1", { "if-none-match": 'W/"export-2-2"' })).status).toBe(200)
  expect((await download("?known=999999999")).status).toBe(400)
})
