import { beforeAll, describe, expect, test } from "vitest"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import { ask, csvRows } from "./client"

type Row = Record<string, unknown>
const whole = (value: number | null) => (value === null ? null : (Math.round(value) || 0).toFixed(0).replace("-", "−"))

/** What a page's element of a test id carries as its exact value. */
const valueOf = (text: string, id: string) => {
  const found = new RegExp(`<[^>]*data-testid="${id}"[^>]*>`).exec(text)?.[0]
  return found === undefined ? null : Number(/data-value="([^"]*)"/.exec(found)![1])
}
const countOf = (text: string, name: string) =>
  Number(new RegExp(`data-testid="count-${name}"[^>]*>(?:<a [^>]*>)?(\\d+)<`).exec(text)?.[1] ?? NaN)

describe.each(COMPARE_KINDS)("by %s", (by) => {
  const search = `?by=${by}&asOf=2025-12-31`
  let json: Awaited<ReturnType<typeof ask>>["json"]
  beforeAll(async () => {
    json = (await ask(`/api/v1/compare${search}`)).json
  })

  test.each(["en", "ur"])("the page and the API give the same numbers, in %s", async (language) => {
    const { status, text } = await ask(`/${language}/compare${search}`)
    expect(status).toBe(200)
    let shown = 0
    for (const side of ["a", "b"] as const) {
      for (const [track, name] of [
        ["kinetic", "kinetic"],
        ["non-kinetic", "nonKinetic"],
      ] as const) {
        const value = valueOf(text, `index-${side}-${track}`)
        const { index, commitments } = json.comparable[side][name]
        if (commitments > 0) shown++
        expect(value).toBe(index)
        if (value === null) continue
        expect(text).toContain(`>${whole(value)}</b>`)
      }
    }
    expect(shown).toBe(by === "tracks" ? 2 : 4)
    if (by !== "tracks") {
      for (const [name, count] of Object.entries(json.counts)) expect(countOf(text, name)).toBe(count)
    }
    for (const { point } of json.rows) expect(text).toContain(`/${language}/points/${point.year}/${point.number}`)
    const untold = language === "en" ? "cannot be told" : "کہا نہیں جا سکتا"
    expect(text).toContain(untold)
  })

  test("the table has the rows of the answer, number for number", async () => {
    const rows = csvRows((await ask(`/api/v1/compare${search}&format=csv`)).text)
    expect(rows).toHaveLength(json.rows.length)
    rows.forEach((row, at) => {
      const { point, a, b, difference } = json.rows[at]
      const number = (text: string | undefined) => (text === "" || text === undefined ? null : Number(text))
      expect(row).toMatchObject({ by, point: point.id, verdict: difference.verdict, revision: String(json.revision) })
      expect([row.aIndex, row.bIndex, row.bLow, row.difference].map(number)).toEqual([
        a.index,
        b.index,
        b.low,
        difference.value,
      ])
    })
    const commitments = csvRows((await ask(`/api/v1/compare${search}&rows=commitments&format=csv`)).text)
    expect(commitments.map((row) => row.commitment)).toEqual(
      json.commitments.map((it: { commitment: { id: string } }) => it.commitment.id),
    )
  })

  test("each side's numbers are those of the overview for its question", async () => {
    for (const side of [json.a, json.b]) {
      const asked = new URLSearchParams({ plan: side.plan.id, asOf: side.asOf, lane: side.lane })
      if (side.track) asked.set("track", side.track)
      if (side.region) asked.set("region", side.region.id)
      const { tracks, imbalance } = (await ask(`/api/v1/overview?${asked}`)).json
      expect({ tracks: side.tracks, imbalance: side.imbalance }).toEqual({ tracks, imbalance })
    }
  })
})

test("what was known then stays what it was", async () => {
  const search = "?by=dates&against=2021-08-30&asOf=2024-12-31&known=1"
  const { json } = await ask(`/api/v1/compare${search}`)
  expect(json.revision).toBe(1)
  const { text } = await ask(`/en/compare${search}`)
  expect(text).toContain("Not live.")
  expect(text).toContain("Between 30 Aug 2021 and 31 Dec 2024")
  // Each reason leads to its commitment's point, and names its evidence.
  expect(json.moves.length).toBeGreaterThan(0)
  for (const { commitment, to } of json.moves as { commitment: Row; to: { evidence: { source: Row }[] } }[]) {
    expect(text).toContain(`/en/points/2014/${String(commitment.point)}`)
    expect(to.evidence.length).toBeGreaterThan(0)
  }
})

test("between plans only the core is drawn, the page says why, and names every link", async () => {
  const { json } = await ask("/api/v1/compare?by=plans")
  const { text } = await ask("/en/compare?by=plans")
  const { core, links } = json.plansCompared
  expect(text).toContain("The baskets differ")
  expect(text).toContain(`revision ${core.changedAt.revision}`)
  for (const { id, note } of links as { id: string; note: string | null }[]) {
    expect(text).toContain(`data-link="${id}"`)
    if (note) expect(text).toContain(note.slice(0, 40).replaceAll("'", "&#x27;"))
  }
  for (const name of ["core-kinetic", "core-non-kinetic"]) expect(text).toContain(`data-drawing="${name}"`)
  expect(text).not.toContain('data-drawing="trend"')
})

test("claims beyond evidence: gaps, ranks, others' words and silences of every point", async () => {
  const { json } = await ask("/api/v1/compare?by=lanes")
  const { text } = await ask("/en/compare?by=lanes")
  expect(json.claims.rows).toHaveLength(20)
  for (const { point, ratings, rank } of json.claims.rows) {
    expect(text).toContain(`id="claims-${point.number}"`)
    expect(rank.best).toBeLessThanOrEqual(rank.worst)
    for (const { rawLabel } of ratings as { rawLabel: string }[]) {
      expect(text).toContain(rawLabel.replaceAll("&", "&amp;").replaceAll("'", "&#x27;").replaceAll('"', "&quot;"))
    }
  }
  // A rank that no range contests is told beside its point; that the others cannot be told is said once.
  const ranked = (json.claims.rows as { rank: { best: number; worst: number } }[]).filter(
    ({ rank }) => rank.best === rank.worst,
  )
  expect(text.match(/>Rank \d+</g) ?? []).toHaveLength(ranked.length)
  expect(text).not.toContain("Rank cannot be told")
  expect(text).toMatch(/days since (due|promised)/)
})

test.each([
  "by=moods",
  "against=2999-01-01",
  "by=lanes&lane=claim",
  "by=regions&against=MARS",
  "rows=all",
  "then=2020-01-01",
])("the API refuses %s, the page leaves it out and says so", async (search) => {
  const { status, json } = await ask(`/api/v1/compare?${search}`)
  const name = search.split("&").at(-1)!.split("=")[0]!
  expect([status, Object.keys(json.errors)]).toEqual([400, [name]])
  const answer = await ask(`/en/compare?${search}`)
  expect(answer.status).toBe(200)
  expect(answer.text).toMatch(new RegExp(`left out of this view:[^<]*${name}`))
})
