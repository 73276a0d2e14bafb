import { expect, test } from "vitest"
import { Query } from "@/lib/domain/query"
import { ShareInput, SharePatch, turned } from "@/lib/domain/share"

test.each([
  ["another screen", { screen: "admin" }],
  ["the point screen without a point", { screen: "point" }],
  ["a point on another screen", { point: 3 }],
  ["a field nobody knows", { role: "admin" }],
  ["a question nobody knows", { query: { drafts: true } }],
  ["no label", { label: " " }],
  ["a label without end", { label: "x".repeat(121) }],
  ["no time", { expiresInDays: 0 }],
  ["eleven years", { expiresInDays: 4000 }],
])("what asks for %s does not get past the schema", (_, fields) => {
  expect(ShareInput.safeParse({ label: "A link", ...fields }).success).toBe(false)
})

test.each([["query"], ["screen"], ["point"], ["known"], ["frozen"], ["expiresInDays"], ["tokenHash"], ["creatorId"]])(
  "a link's %s is settled when it is made",
  (field) => {
    expect(SharePatch.safeParse({ version: 1, [field]: null }).success).toBe(false)
  },
)

test.each([
  ["http://news.example"],
  ["https://*.example"],
  ["https://a b"],
  ["javascript:alert(1)"],
  ["*"],
  ["https://x;script-src *"],
])("%s may not be named as a site that embeds", (site) => {
  expect(ShareInput.safeParse({ label: "A link", sites: [site] }).success).toBe(false)
})

test("a visitor turns only what the link leaves free, only to values on the lists, no later than its day", () => {
  const query = Query.parse({ plan: "nap-2014", points: [3] })
  const free = ["lane", "asOf"] as const
  const turn = (search: string, scope: object = {}) =>
    turned({ query, free, ...scope }, new URLSearchParams(search), "2026-11-22")
  expect(turn("lane=claim&asOf=2020-01-01")).toEqual({ ...query, lane: "claim", asOf: "2020-01-01" })
  expect(turn("plan=nap-2021&points=1&known=1&region=KP&track=kinetic")).toEqual(query)
  expect(turn("lane=both&asOf=2026-11-23")).toEqual(query)
  expect(turn("asOf=2021-01-01", { query: { ...query, asOf: "2020-06-01" } })).toEqual({ ...query, asOf: "2020-06-01" })
  const kinetic = { ...query, track: "kinetic" as const }
  expect(turn("track=non-kinetic", { query: kinetic, free: ["track"] })).toEqual(kinetic)
  expect(turn("lane=claim", { free: [] })).toEqual(query)
})
