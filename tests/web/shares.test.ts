import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { addDays, dayOf } from "@/lib/domain/date"
import { share } from "@/tests/data/samples"
import { createShare } from "@/lib/data/share-upkeep"
import { ask, someone, type Someone } from "./client"

let analyst: Someone
let other: Someone
let admin: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
  other = await someone("analyst")
  admin = await someone("admin")
})

const made = (by: Someone, overrides: Parameters<typeof share>[0] = {}) => createShare(by, share(overrides))
const rowOf = (id: string) => db().share.findUniqueOrThrow({ where: { id } })
const status = async (token: string) => (await ask(`/en/s/${token}`)).status
const patch = (id: string, body: object, as: Someone = analyst) =>
  ask(`/api/v1/shares/${id}`, { method: "PATCH", as, body })

test.each<[string, unknown]>([
  ["screen", "points"],
  ["point", 5],
  ["chart", "trend"],
  ["query", { plan: "nap-2021" }],
  ["free", ["lane", "track", "asOf"]],
  ["frozen", false],
  ["known", 1],
  ["revision", 1],
  ["language", "ur"],
  ["token", "A".repeat(43)],
  ["tokenHash", "0".repeat(64)],
  ["digest", "0".repeat(64)],
  ["creator", "Somebody else"],
  ["creatorId", "somebody"],
  ["createdAt", "2020-01-01T00:00:00.000Z"],
  ["expiresAt", "2099-01-01T00:00:00.000Z"],
  ["revokedAt", null],
  ["passwordHash", "x"],
])("a link's %s cannot be changed, and nothing else with it", async (name, value) => {
  const { share: link } = await made(analyst, { frozen: true })
  const before = await rowOf(link.id)
  const answer = await patch(link.id, { version: link.version, label: "Renamed", [name]: value })
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid" } })
  expect(await rowOf(link.id)).toEqual(before)
})

test("what is wrong with a new link is said at its field", async () => {
  const wrong = async (field: string, value: unknown) => {
    const answer = await ask("/api/v1/shares", { as: analyst, body: { label: "A link", [field]: value } })
    expect(answer.json.code).toBe(field === "expiresInDays" ? "forbidden" : "invalid")
    return Object.keys(answer.json.errors)
  }
  expect(await wrong("label", " ")).toEqual(["label"])
  expect(await wrong("password", "too short")).toEqual(["password"])
  expect(await wrong("sites", ["https://example.org", "no site", "http://example.org"])).toEqual(["sites.1", "sites.2"])
  expect(await wrong("chart", "evidence")).toEqual(["chart"])
  expect(await wrong("expiresInDays", null)).toEqual(["expiresInDays"])
})

test("a link is shortened, never prolonged", async () => {
  const { share: link } = await made(analyst, { expiresInDays: 30 })
  const today = dayOf(new Date().toISOString())
  const later = await patch(link.id, { version: link.version, expiresOn: addDays(today, 40) })
  expect(later).toMatchObject({ status: 400, json: { errors: { expiresOn: [expect.any(String)] } } })
  const sooner = await patch(link.id, { version: link.version, expiresOn: addDays(today, 3) })
  expect(sooner).toMatchObject({ status: 200, json: { expiresAt: `${addDays(today, 3)}T18:59:59.999Z` } })
})

test("a new address works at once and the old one no more; what was set and counted stays", async () => {
  const { share: link, token } = await made(analyst, { label: "For the hearing", sites: ["https://example.org"] })
  expect(await status(token)).toBe(200)
  const answer = await ask(`/api/v1/shares/${link.id}/address`, { as: analyst, body: { version: link.version } })
  expect(answer.status).toBe(200)
  expect(answer.json.share).toMatchObject({ id: link.id, label: "For the hearing", sites: ["https://example.org"] })
  expect(await status(token)).toBe(404)
  expect(await status(answer.json.path.slice("/s/".length))).toBe(200)
  // Told once: the list knows neither.
  const list = await ask("/api/v1/shares", { as: analyst })
  expect(list.text).toContain(link.id)
  for (const told of [token, answer.json.path.slice(3)]) expect(list.text).not.toContain(told)
})

test("who acts upon a link as it was before is told of the conflict, and nothing happens", async () => {
  const { share: link, token } = await made(analyst)
  expect((await patch(link.id, { version: link.version, label: "Renamed" })).status).toBe(200)
  expect((await patch(link.id, { version: link.version, paused: true })).json).toMatchObject({ code: "conflict" })
  const answer = await ask(`/api/v1/shares/${link.id}/address`, { as: analyst, body: { version: link.version } })
  expect(answer.json).toMatchObject({ code: "conflict" })
  expect(await status(token)).toBe(200)
})

test("an admin ends all links of one person and of nobody else", async () => {
  const [first, second, kept] = [await made(other), await made(other, { frozen: true }), await made(analyst)]
  const body = { person: other.id }
  expect((await ask("/api/v1/shares/revocations", { as: analyst, body })).status).toBe(404)
  expect(await status(first.token)).toBe(200)
  expect((await ask("/api/v1/shares/revocations", { as: admin, body })).json).toEqual({ revoked: 2 })
  expect([await status(first.token), await status(second.token), await status(kept.token)]).toEqual([404, 404, 200])
  const { items } = (await ask("/api/v1/shares", { as: admin })).json as {
    items: { creatorId: string; state: string }[]
  }
  expect([...new Set(items.filter((it) => it.creatorId === other.id).map((it) => it.state))]).toEqual(["revoked"])
})

test("the register as a table tells what the list tells, one's own only", async () => {
  const { share: link } = await made(analyst, { label: "=For the table", free: ["lane", "asOf"] })
  const hidden = await made(admin, { label: "Of an admin" })
  const { text, headers } = await ask("/api/v1/shares?format=csv", { as: analyst })
  expect(headers.get("content-type")).toContain("text/csv")
  const line = text.split("\r\n").find((each) => each.startsWith(link.id))
  expect(line).toContain("lane asOf")
  // No spreadsheet takes a label for a formula.
  expect(line).not.toMatch(/,"?=For/)
  expect(text).not.toContain(hidden.share.id)
})
