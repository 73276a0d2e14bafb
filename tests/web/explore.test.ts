import { describe, expect, test } from "vitest"
import { ask, csvRows } from "./client"

type Item = { id: string; code: string; finding: number | null; text: { en: string; ur: string } }
type Count = { value: string; count: number }
type Explore = { items: Item[]; total: number; next: string | null; counts: Record<string, Count[]> }
const api = async (search = "") => (await ask(`/api/v1/explore${search}`)).json as Explore
const page = async (search = "", language = "en") => (await ask(`/${language}/explore${search}`)).text
const shown = (html: string) => [...html.matchAll(/data-commitment="([^"]+)"/g)].map((match) => match[1])
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

const QUESTIONS = [
  "",
  "?plan=nap-2021&lane=claim",
  "?q=madrassa",
  "?q=%D9%85%D8%AF%D8%A7%D8%B1%D8%B3",
  "?finding=unrated,0&sort=-months",
  "?track=non-kinetic&points=1,3,10&gap=claim-ahead,equal",
  "?region=KP&asOf=2019-12-31&known=1&certainty=low",
  "?body=NACTA&sort=gap",
]

test.each(QUESTIONS)("page, API, CSV and XLSX say the same of %s", async (search) => {
  const { items, total, counts } = await api(search)
  expect(items).toHaveLength(total)
  const csv = await ask(`/api/v1/explore${search}${search ? "&" : "?"}format=csv`)
  expect(csvRows(csv.text).map((line) => line.commitment)).toEqual(ids(items))
  const xlsx = await ask(`/api/v1/explore${search}${search ? "&" : "?"}format=xlsx`)
  expect(xlsx.status).toBe(200)
  for (const language of ["en", "ur"]) {
    const html = await page(search, language)
    expect(shown(html)).toEqual(ids(items).slice(0, 100))
    for (const { value, count } of counts.finding!) {
      if (count > 0)
        expect(html).toMatch(
          new RegExp(`name="finding"[^>]*value="${value}"(?:(?!</label>).)*data-count="${count}"`, "s"),
        )
    }
    for (const item of items.slice(0, 5)) expect(html).toContain(`#${item.code}"`)
  }
})

test("the spellings of a word find the same commitments", async () => {
  const found = ids((await api("?q=madrassa")).items)
  expect(found.length).toBeGreaterThan(3)
  for (const q of ["madaris", "seminaries", "MADRASA", "مدارس", "مدرسه"])
    expect(ids((await api(`?q=${encodeURIComponent(q)}`)).items)).toEqual(found)
})

test("pages follow each other by cursor, on the page by `after`", async () => {
  const all = ids((await api()).items)
  const seen: string[] = []
  for (let cursor: string | null = ""; cursor !== null;) {
    const { items, next }: Explore = await api(`?limit=25${cursor && `&cursor=${cursor}`}`)
    expect(items.length).toBeLessThanOrEqual(25)
    seen.push(...ids(items))
    cursor = next
  }
  expect(seen).toEqual(all)
  expect(shown(await page(`?after=${all[9]}`))).toEqual(all.slice(10))
})

describe("without scripts", () => {
  test("the page is a form: repeats are a list, what is empty is nothing, both tracks are none", async () => {
    const html = await page(
      "?q=&track=kinetic&track=non-kinetic&points=1&points=3&finding=3&finding=unrated&columns=gap&columns=bodies",
    )
    expect(shown(html)).toEqual(ids((await api("?points=1,3&finding=3,unrated")).items))
    expect(html).not.toContain("Not understood")
    expect([...html.matchAll(/<th scope="col"/g)]).toHaveLength(3)
    expect(html).toMatch(/<form[^>]*action="\/en\/explore"/)
  })

  test("what makes no sense is told, and the rest answered", async () => {
    const html = await page("?finding=9&sort=colour&q=nacta")
    expect(html).toContain("finding and sort")
    expect(shown(html)).toEqual(ids((await api("?q=nacta")).items))
  })
})

test("the API refuses what the page passes over", async () => {
  for (const bad of [
    "finding=9",
    "sort=colour",
    "columns=gap&columns=x",
    "cursor=nobody",
    "limit=0",
    "limit=20000",
    "where=ATLANTIS",
    `q=${"x".repeat(101)}`,
  ])
    expect((await ask(`/api/v1/explore?${bad}`)).status, bad).toBe(400)
})

test("numbers on other screens lead to their commitments", async () => {
  const { json } = await ask("/api/v1/overview")
  const html = (await ask("/en")).text
  for (const [track, score] of [
    ["kinetic", json.tracks.kinetic],
    ["non-kinetic", json.tracks.nonKinetic],
  ] as const) {
    expect(html).toContain(`/en/explore?track=${track}&amp;finding=unrated`)
    const { total } = await api(`?track=${track}&finding=unrated`)
    expect(total).toBe(score.composition.unrated)
    expect((await api(`?track=${track}`)).total).toBe(score.commitments)
  }
  expect((await ask("/en/points/2014/5")).text).toContain("/en/explore?points=5")
})

test("changes since a revision", async () => {
  const { json } = await ask("/api/v1/changes")
  const newest: number = json.revision
  const since = await ask(`/api/v1/changes?since=${newest}`)
  expect(since.json).toMatchObject({ total: 0, items: [] })
  expect((await ask("/api/v1/changes?since=1")).json.total).toBe(newest - 1)
  expect((await ask(`/api/v1/changes?since=${newest + 1}`)).status).toBe(400)
  expect((await ask("/en/changes?since=1")).text).toContain("after revision 1")
})
