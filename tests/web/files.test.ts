import { strFromU8, unzipSync } from "fflate"
import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import { messages } from "@/lib/i18n/messages"
import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import { ask, csvRows, site, someone } from "./client"

const headsOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, "")
    .split("\r\n", 1)[0]!
    .split(",")
const nameOf = (headers: Headers) => /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1]

async function workbook(path: string) {
  const response = await fetch(site + path)
  expect(response.status, path).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name]!)
  const about = Object.fromEntries((await readSheet(Buffer.from(bytes), 2)) as [string, unknown][])
  return { rows: await readSheet(Buffer.from(bytes)), about, part, name: nameOf(response.headers) }
}

test.each([
  { empty: "/api/v1/checks?known=1&asOf=2014-12-25", full: null },
  { empty: "/api/v1/explore?q=qqqqzzzz", full: "/api/v1/explore" },
  { empty: "/api/v1/changes?kind=correction&known=1", full: "/api/v1/changes?known=1" },
])("a table with no line has its heads all the same: $empty", async ({ empty, full }) => {
  const format = (path: string) => `${path}${path.includes("?") ? "&" : "?"}format=csv`
  const { text } = await ask(format(empty))
  expect(csvRows(text)).toEqual([])
  // Nothing was re-checked in the first revision at all, so the heads of that list stand here.
  const checks = ["id", "commitment", "lane", "region", "checkedOn", "source"]
  expect(headsOf(text)).toEqual(full === null ? checks : headsOf((await ask(format(full))).text))
})

test.each(["en", "ur"] as const)("a workbook in %s tells what it is, and no column is too narrow", async (lang) => {
  const { rows, about, part, name } = await workbook(
    `/api/v1/overview?plan=nap-2014&asOf=2020-12-31&known=1&format=xlsx&lang=${lang}`,
  )
  expect(name).toMatch(/^nap-overview-r1(-[0-9a-f]{12})?-2020-12-31\.xlsx$/)
  const words = messages(lang).data.about
  expect(about).toMatchObject({
    [words.asOf]: new Date("2020-12-31T00:00:00Z"),
    [words.revision]: 1,
    [words.licence]: words.licenceText,
    [words.licenceAddress]: "https://creativecommons.org/licenses/by/4.0/",
    [words.cite]: expect.stringMatching(/^r1-[0-9a-f]{12}$/),
  })
  const address = new URL(String(about[words.address]))
  expect(address.origin).toBe(site)
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ known: "1", asOf: "2020-12-31" })
  // The first sheet alone is the table: days as days, numbers as numbers.
  const [head, first] = rows as unknown[][]
  const on = lang === "ur" ? messages("ur").data.columns.on : "on"
  expect(first![head!.indexOf(on)]).toBeInstanceOf(Date)
  expect(part("xl/workbook.xml")).toContain(`name="${words.sheet}"`)
  for (const sheet of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
    const widths = [...part(sheet).matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(widths.length).toBeGreaterThan(1)
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(8)
    expect(part(sheet).includes('rightToLeft="1"')).toBe(lang === "ur")
  }
  // A day that does not fit its column shows as "###".
  const at = head!.indexOf(on)
  const [, width] = [...part("xl/worksheets/sheet1.xml").matchAll(/<col [^>]*width="([\d.]+)"/g)][at]!
  expect(Number(width)).toBeGreaterThanOrEqual(12)
})

test("an address that pins nothing is pinned in the file that came from it", async () => {
  const { about } = await workbook("/api/v1/plans?format=xlsx")
  const { revision, asOf } = (await ask("/api/v1/plans")).json
  const address = new URL(String(about[messages("en").data.about.address]))
  expect(Object.fromEntries(address.searchParams)).toEqual({ format: "xlsx", known: String(revision), asOf })
  expect((await ask(address.pathname + address.search)).status).toBe(200)
})

test("a file is called by what it holds, never by the secret of a link", async () => {
  const { headers } = await ask("/api/v1/points/nap2014-05?asOf=2020-12-31&known=1&format=csv")
  expect(nameOf(headers)).toMatch(/^nap-points-nap2014-05-r1(-[0-9a-f]{12})?-2020-12-31\.csv$/)
  const { token } = await createShare(await someone("analyst"), share({ downloads: true }))
  const link = await ask(`/api/v1/links/${token}?format=csv`)
  expect(link.status).toBe(200)
  expect(nameOf(link.headers)).toMatch(/^nap-links-r\d+-\d{4}-\d\d-\d\d\.csv$/)
})

test("the table of a link opened in Urdu runs from right to left under Urdu heads", async () => {
  const { token } = await createShare(await someone("analyst"), share({ downloads: true }))
  const heads = async (lang: string) => {
    const bytes = Buffer.from(await (await fetch(`${site}/${lang}/s/${token}/data.xlsx`)).arrayBuffer())
    const sheet = strFromU8(unzipSync(new Uint8Array(bytes))["xl/worksheets/sheet1.xml"]!)
    return { isRtl: sheet.includes('rightToLeft="1"'), first: (await readSheet(bytes))[0]! }
  }
  const [english, urdu] = [await heads("en"), await heads("ur")]
  expect([english.isRtl, urdu.isRtl]).toEqual([false, true])
  expect(english.first[0]).toBe("plan")
  expect(String(urdu.first[0])).toMatch(/[\u0600-\u06FF]/)
})

test("the log's reasons stand in a column for each language", async () => {
  const [row] = csvRows((await ask("/api/v1/revisions?known=1&format=csv")).text)
  const [revision] = (await ask("/api/v1/revisions?known=1")).json.items
  expect(row).toMatchObject({ number: "1", reasonEn: revision.reason.en, reasonUr: revision.reason.ur ?? "" })
})

test("every column of every table has Urdu words over it in an Urdu workbook", async () => {
  const bare: string[] = []
  for (const view of [
    "overview",
    "points/nap2014-05",
    "outcomes",
    "momentum",
    "changes",
    "explore",
    "sandbox",
    "revisions",
  ])
    bare.push(...(await bareHeads(view)))
  bare.push(...(await bareHeads("compare")), ...(await bareHeads("compare?rows=commitments")))
  expect(bare).toEqual([])
})

async function bareHeads(view: string): Promise<string[]> {
  const { rows } = await workbook(`/api/v1/${view}${view.includes("?") ? "&" : "?"}known=1&format=xlsx&lang=ur`)
  return rows[0]!.map(String).filter((head) => !/[\u0600-\u06FF]/.test(head))
}
