import { describe, expect, test } from "vitest"
import { oneDecimal, thousands } from "@/lib/i18n/format"
import { drawingOf } from "@/lib/web/images/drawing"
import { pngOf } from "@/lib/web/images/raster"
import { ask, csvRows, wordsOf } from "./client"

type Figure = { id: string; year: number; value: number; isPartial: boolean; isMain: boolean }
type Reach = { index: number | null; low: number | null; high: number | null }
type Outcomes = {
  tracks: Record<"kinetic" | "nonKinetic", Reach>
  series: { on: string; kinetic: Reach; nonKinetic: Reach }[]
  panels: { id: string; publisher: string; figures: Figure[] }[]
  choices: { id: string }[]
}
type Step = Record<"up" | "down" | "newlyRated" | "unrated" | "change", number> & { year: number; track: string }

const LANGUAGES = ["en", "ur"] as const
const QUESTIONS = [
  "?known=1",
  "?known=1&plan=nap-2021&lane=claim",
  "?known=1&asOf=2019-06-30",
  "?known=1&region=KP",
  "?known=1&show=gti.gti_rank,crss.violence_linked_fatalities",
  "?known=1&asOf=2020-02-29&track=kinetic&points=1,3,8",
]

const plain = (html: string) => wordsOf(html.replaceAll(/[\u2066-\u2069]/g, ""))

/** The rows of the table behind one chart. */
function tableOf(html: string, figure: string): string[][] {
  const from = html.indexOf(`aria-labelledby="${figure}"`)
  const table = html.slice(html.indexOf("<tbody", from), html.indexOf("</tbody>", from))
  return table
    .split("<tr")
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => plain(cell[1]!)))
}

describe("outcomes", () => {
  test.each(QUESTIONS)("page, table, CSV and API say the same, in both languages: %s", async (search) => {
    const { status, json } = await ask(`/api/v1/outcomes${search}`)
    expect(status).toBe(200)
    const view = json as Outcomes
    const figures = view.panels.flatMap((panel) => panel.figures)
    for (const language of LANGUAGES) {
      const page = await ask(`/${language}/outcomes${search}`)
      expect(page.status).toBe(200)
      const shown = new Map(
        [...page.text.matchAll(/data-figure="([^"]+)"[^>]*>(.*?)<\/span>(?=<span|<\/td>)/gs)].map((it) => [
          it[1]!,
          plain(it[2]!),
        ]),
      )
      expect([...shown.keys()].sort()).toEqual(figures.map((it) => it.id).sort())
      for (const it of figures) {
        const words = shown.get(it.id)!
        expect(words.replace(/^\/\/ /, "").split(/[ §*]/)[0], it.id).toBe(thousands(it.value))
        expect(/\(/.test(words.replace(/ \(.*vintage.*/, "")) || !it.isPartial, words).toBe(true)
      }
      const tracks = search.includes("track=kinetic") ? (["kinetic"] as const) : (["kinetic", "nonKinetic"] as const)
      const ends = view.series.filter((it, at) => it.on.endsWith("-12-31") || at === view.series.length - 1)
      const indices = [...page.text.matchAll(/data-index="([^"]*)"[^>]*>([^<]*)</g)].map((it) => [it[1], plain(it[2]!)])
      expect(indices.map(([value]) => value)).toEqual(
        ends.flatMap((it) => tracks.map((track) => (it[track].index === null ? "" : String(it[track].index)))),
      )
      for (const [value, words] of indices) if (value) expect(words!.split(" ")[0]).toBe(oneDecimal(Number(value)))
      expect(page.text).toContain(language === "en" ? "is not evidence of cause" : "سبب ہونے کا ثبوت نہیں")
      expect(page.text).not.toMatch(/correlat|coefficient|ہم بستگی/i)
    }
    const rows = csvRows((await ask(`/api/v1/outcomes${search}${search.includes("?") ? "&" : "?"}format=csv`)).text)
    const published = rows.filter((row) => row.publisher !== "NAP Tracker")
    expect(published.map((row) => `${row.on}=${row.value}`)).toEqual(figures.map((it) => `${it.year}=${it.value}`))
    const own = rows.filter((row) => row.series!.endsWith(".kinetic.finding") || row.series!.endsWith(".kinetic.claim"))
    expect(own.at(-1)!.value).toBe(String(view.tracks.kinetic.index ?? ""))
  })

  test("checkboxes and a comma choose the same panels; what does not exist is refused or named", async () => {
    const two = "pips.terrorist_attacks,picss.suicide_attacks"
    const { json } = await ask(`/api/v1/outcomes?show=${two}`)
    expect((json as Outcomes).panels.map((it) => it.id).sort()).toEqual(two.split(",").sort())
    const checked = (html: string) =>
      [...html.matchAll(/<input(?=[^>]*type="checkbox")(?=[^>]*checked="")[^>]*value="([^"]+)"/g)]
        .map((it) => it[1]!)
        .sort()
    const byForm = await ask(`/en/outcomes?${two.split(",").map((id) => `show=${id}`).join("&")}`) // prettier-ignore
    const byLink = await ask(`/en/outcomes?show=${two}`)
    expect(checked(byForm.text)).toEqual(two.split(",").sort())
    expect(checked(byLink.text)).toEqual(two.split(",").sort())
    expect((await ask("/api/v1/outcomes?show=no.such")).json).toMatchObject({ status: 400, errors: { show: [expect.any(String)] } }) // prettier-ignore
    expect((await ask("/api/v1/outcomes?region=KP&show=nacta.terrorist_attacks")).status).toBe(400)
    const named = await ask("/en/outcomes?show=no.such")
    expect(plain(named.text)).toContain("Not understood and left out of this view: show.")
  })

  test("its drawing can be had as a picture that stands alone and says that it shows no cause", async () => {
    for (const [language, screen, names] of [
      ["en", "outcomes", ["outcomes"]],
      ["ur", "outcomes", ["outcomes"]],
      ["en", "momentum", ["steps", "composition"]],
    ] as const) {
      const { text } = await ask(`/${language}/${screen}?known=1`)
      for (const name of names) {
        const svg = drawingOf(text, name, { title: "Of what", source: "Source: here" }, "light")!
        expect(svg).toContain("Of what")
        expect(svg).toContain("Source: here")
        expect(svg).not.toContain("var(--")
        if (name === "outcomes") expect(svg).toContain(language === "en" ? "Not evidence of cause" : "سبب کا ثبوت نہیں")
        expect((await pngOf(svg, 1200)).length).toBeGreaterThan(20_000)
      }
    }
  })

  test("its list of figures holds no year that was not over on the day asked about", async () => {
    const { json } = await ask("/api/v1/outcomes?asOf=2016-03-31")
    const years = (json as Outcomes).panels.flatMap((panel) => panel.figures)
    expect(Math.max(...years.map((it) => it.year))).toBe(2015)
    expect(years.some((it) => it.isPartial)).toBe(false)
  })
})

describe("momentum", () => {
  test.each(QUESTIONS.filter((search) => !search.includes("show")))(
    "the page's steps and composition are the API's, in both languages: %s",
    async (search) => {
      const { status, json } = await ask(`/api/v1/momentum${search}`)
      expect(status).toBe(200)
      const steps = json.steps as Step[]
      expect(steps.length).toBeGreaterThan(0)
      const KINDS = ["up", "down", "newlyRated", "unrated"] as const
      for (const language of LANGUAGES) {
        const { text } = await ask(`/${language}/momentum${search}`)
        const rows = tableOf(text, "steps")
        expect(rows.map((row) => row.slice(2, 6).map(Number))).toEqual(steps.map((it) => KINDS.map((kind) => it[kind])))
        expect(rows.map((row) => Number(row[6]!.replace("\u2212", "-")))).toEqual(steps.map((it) => it.change))
        const shares = (json.compositions as { shares: number[] }[]).map((it) => it.shares)
        expect(tableOf(text, "composition").map((row) => row.slice(2, 7).map(Number))).toEqual(shares)
        const states = [...text.matchAll(/data-state="([^"]+)"/g)].map((it) => it[1])
        for (const state of ["rated", "unrated", "not-applicable"]) {
          expect(states.filter((it) => it === state).length).toBe(json.provinces.pairs[state])
        }
      }
      const csv = csvRows((await ask(`/api/v1/momentum${search}&format=csv`)).text)
      expect(csv.map((row) => [Number(row.year), row.track, Number(row.change)])).toEqual(
        steps.map((it) => [it.year, it.track, it.change]),
      )
    },
  )

  test("says that no ladder from output to outcome is in the record, and draws none", async () => {
    const [en, ur] = [await ask("/en/momentum"), await ask("/ur/momentum")]
    expect(en.text).toContain("none is invented")
    expect(ur.text).toContain("کوئی زینہ نہیں بنایا گیا")
  })
})
