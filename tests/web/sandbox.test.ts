import { expect, test } from "vitest"
import { ask, csvRows, wordsOf } from "./client"

test.each([
  ["en", "Reader’s own method."],
  ["ur", "قاری کا اپنا طریقہ۔"],
])("a reader's own method is marked on the page, in the table and in the data, in %s", async (language, mark) => {
  const search = "plan=nap-2014&asOf=2025-12-31&weights=own&own=7:2&unrated=zero"
  const page = await ask(`/${language}/sandbox?${search}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain(mark)
  const { json } = await ask(`/api/v1/sandbox?${search}`)
  expect(json).toMatchObject({ isPublished: false, method: { weights: "own", unrated: "zero", own: { 7: 2 } } })
  const rows = csvRows((await ask(`/api/v1/sandbox?${search}&format=csv`)).text)
  expect(rows.every((row) => row.method === "reader's own method" && row.ownWeights === "7:2")).toBe(true)
  for (const [track, name] of [
    ["kinetic", "kinetic"],
    ["nonKinetic", "non-kinetic"],
    ["all", "all"],
  ] as const) {
    const { index } = json.tracks[track]
    expect(Number(rows.find((row) => row.point === "" && row.track === name)!.index)).toBe(index)
    expect(wordsOf(page.text)).toContain(`${Math.round(index)}`)
  }
})

test("the published method carries no mark, and its numbers are the overview's", async () => {
  const page = await ask("/en/sandbox?plan=nap-2021&weights=commitment&unrated=range")
  expect(page.text).not.toContain("Reader’s own method.")
  const [own, published] = await Promise.all([
    ask("/api/v1/sandbox?plan=nap-2021"),
    ask("/api/v1/overview?plan=nap-2021"),
  ])
  for (const track of ["kinetic", "nonKinetic", "all"]) {
    const { index, low, high, coverage } = published.json.tracks[track]
    expect(own.json.tracks[track]).toMatchObject({ index, low, high, coverage })
  }
})

test("a method that makes no sense is named on the page and refused by the API", async () => {
  expect((await ask("/en/sandbox?weights=best&own=7:99")).text).toMatch(/weights[^<]*own|own[^<]*weights/)
  expect((await ask("/api/v1/sandbox?weights=best")).status).toBe(400)
  expect((await ask("/api/v1/sandbox?weights=own&own=7:99")).status).toBe(400)
  // Neither plan has a point 99, and that of 2021 has no 17.
  const { text } = await ask("/en/sandbox?weights=own&own=99:5,7:2")
  expect(wordsOf(text)).toContain("left out of this view: own.")
  expect(text).toMatch(/citation\?page=[^"]*own%3D7/)
  expect(text).not.toMatch(/citation\?page=[^"]*99/)
  expect((await ask("/api/v1/sandbox?plan=nap-2021&weights=own&own=17:5")).status).toBe(400)
  expect((await ask("/api/v1/sandbox?weights=own&own=17:5")).status).toBe(200)
})

test("the form's long address leads to one that the API takes too", async () => {
  const sent = `asOf=2025-12-31&weights=own&unrated=zero${"&own=".repeat(6)}&own=7%3A2${"&own=".repeat(13)}`
  const { status, headers } = await ask(`/en/sandbox?${sent}`)
  expect(status).toBe(307)
  const { pathname, search } = new URL(headers.get("location")!, "http://site")
  expect(pathname).toBe("/en/sandbox")
  expect((await ask(`/en/sandbox${search}`)).status).toBe(200)
  expect((await ask(`/api/v1/sandbox${search}`)).json).toMatchObject({
    asOf: "2025-12-31",
    method: { weights: "own", unrated: "zero", own: { 7: 2 } },
  })
})
