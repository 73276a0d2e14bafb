import { expect, test } from "vitest"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { signed } from "@/lib/i18n/format"
import { type Answer, ask } from "./client"
import { assertWellFormed, rowsIn, wordsIn } from "./svg"

const PINNED = "known=1&asOf=2025-12-31"
const LANGUAGES = Object.keys(LOCALES) as Locale[]
const MARKS = /[\u2066-\u2069]/g
const plain = (text: string) => text.replaceAll(MARKS, "")

type Json = Answer["json"]
type Chart = {
  page: string
  name: string
  search?: string
  /** The endpoint that answers the page's question. */
  api: string
  /** What must stand in each row of the drawing, by the row's key and in order. */
  rows: (answer: Json, locale: Locale) => [key: string, words: string[]][]
}

const half = (track: string) => (track === "kinetic" ? "kinetic" : "nonKinetic")
const whole = (value: number) => String(Math.round(value))
/** Counts large enough to stand in their part of a bar. */
const counts = (composition: Record<string, number>, least = 0.08) => {
  const all = Object.values(composition)
  const total = all.reduce((sum, count) => sum + count, 0)
  return all.filter((count) => count / total >= least).map(String)
}
/** Indices of both tracks with a decimal, where they can be told. */
const scores = (tracks: Json): string[] =>
  [tracks.kinetic, tracks.nonKinetic].flatMap(({ index }: Json) => (index === null ? [] : [index.toFixed(1)]))
const nowOf = (strand: Json, lane: string): string[] => {
  const { index = null, coverage, rated, commitments } = strand.score?.[lane] ?? {}
  return index === null ? [] : [coverage < 0.5 ? `${rated}/${commitments}` : whole(index)]
}

const CHARTS: Chart[] = [
  {
    page: "",
    name: "stand",
    api: "overview",
    rows: ({ tracks }, locale) =>
      ["kinetic", "non-kinetic"].map((track) => {
        const { index, rated, commitments, composition } = tracks[half(track)]
        const { terms, overview } = messages(locale)
        return [
          track,
          [
            `${overview.stand.index} ${whole(index)}`,
            plain(terms.rated(rated, commitments)).split(" ")[0]!,
            ...counts(composition),
          ],
        ]
      }),
  },
  {
    page: "",
    name: "claims",
    api: "overview",
    rows: ({ gaps }, locale) =>
      gaps.slice(0, 6).map(({ point, track, gap }: Json) => [`${point.id}-${track}`, [plain(signed(locale, gap))]]),
  },
  {
    page: "",
    name: "sectors",
    search: "&plan=nap-2021",
    api: "overview",
    rows: ({ sectors }, locale) =>
      sectors.map(({ sector, all }: Json) => [
        sector,
        [messages(locale).terms.sector[sector as "parliament"], ...counts(all.composition)],
      ]),
  },
  {
    page: "",
    name: "stale",
    api: "overview",
    rows: ({ stalest }) =>
      stalest.slice(0, 7).map(({ commitment, months }: Json) => [commitment.id, [commitment.code, String(months)]]),
  },
  {
    page: "",
    name: "silences",
    api: "overview",
    rows: ({ silences }, locale) =>
      silences.slice(0, 5).map(({ id, what }: Json) => [id, what[locale].split(" ").slice(0, 2)]),
  },
  {
    page: "",
    name: "butterfly",
    search: "&lane=claim",
    api: "overview",
    rows: ({ grid }) =>
      grid.rows.map(({ point, kinetic, nonKinetic }: Json) => [
        point.id,
        [String(point.number), ...[kinetic, nonKinetic].flatMap((it: Json) => nowOf(it, "claim"))],
      ]),
  },
  {
    page: "/compare",
    name: "moved",
    search: "&by=dates&against=2016-12-31",
    api: "compare",
    rows: ({ rows }, locale) => [
      ...rows
        .slice(0, 12)
        .map(({ point, track, difference }: Json) => [
          `${point.id}-${track}`,
          [
            String(point.number),
            messages(locale).terms.track[track as "kinetic"],
            difference.verdict === "unchanged"
              ? messages(locale).compare.moved.unchanged
              : difference.value === null
                ? messages(locale).terms.cannotBeTold
                : plain(signed(locale, difference.value)),
          ],
        ]),
      ["rest", [plain(messages(locale).compare.moved.rest(rows.length - 12))]],
    ],
  },
  {
    page: "/compare",
    name: "claims",
    search: "&by=lanes",
    api: "compare",
    rows: ({ claims }, locale) =>
      claims.rows.map(({ point, claim, finding, pairs }: Json) => [
        point.id,
        [
          String(point.number),
          ...[claim, finding].flatMap(({ index }: Json) => (index === null ? [] : [whole(index)])),
          ...(pairs.change === null ? [] : [plain(signed(locale, pairs.change))]),
        ],
      ]),
  },
  {
    page: "/compare",
    name: "sides",
    search: "&by=lanes&against=finding",
    api: "compare",
    rows: ({ comparable }) =>
      (["a", "b"] as const).flatMap((side) =>
        ["kinetic", "non-kinetic"].map((track): [string, string[]] => {
          const { index, composition } = comparable[side][half(track)]
          return [`${side}-${track}`, [whole(index), ...counts(composition)]]
        }),
      ),
  },
  {
    page: "/momentum",
    name: "stale",
    api: "momentum",
    rows: ({ tracks, stale }) => [
      ["whole", scores(tracks)],
      ...stale.map(({ months, tracks: left }: Json) => [String(months), scores(left)]),
    ],
  },
  {
    page: "/momentum",
    name: "leads",
    search: "&plan=nap-2021",
    api: "momentum",
    rows: ({ leads }, locale) =>
      leads.kinds.map(({ sector, tracks, shared }: Json) => [
        sector,
        [messages(locale).terms.sector[sector as "parliament"], ...scores(tracks), String(shared)],
      ]),
  },
  {
    page: "/momentum",
    name: "promises",
    api: "momentum",
    rows: ({ promises }) => [
      ...promises.commitments.map(({ commitment, promisedBy }: Json) => [
        commitment.id,
        [commitment.code, promisedBy.slice(0, 4)],
      ]),
      // A report of the same promise as a commitment is drawn with it.
      ...promises.reports
        .filter(({ repeats }: Json) => repeats === null)
        .map(({ id, dueOn }: Json) => [id, [dueOn.slice(0, 4)]]),
    ],
  },
  {
    page: "/momentum",
    name: "provinces",
    api: "momentum",
    rows: ({ provinces }, locale) =>
      provinces.regions.map(({ id, name, points }: Json) => [
        id,
        [name[locale].split(" ")[0], ...points.map(({ number }: Json) => String(number))],
      ]),
  },
  {
    page: "/points/2014/12",
    name: "provinces",
    api: "points/nap2014-12",
    rows: ({ regions }, locale) =>
      regions.map(({ id, name, applies }: Json) => [
        id,
        [name[locale].split(" ")[0], ...(applies ? [] : [messages(locale).point.provinces.notApplicable])],
      ]),
  },
]

test.each(CHARTS)("the picture $name of '$page' shows what the API answers, row by row", async (chart) => {
  const { page, name, search = "", api, rows } = chart
  const answer = (await ask(`/api/v1/${api}?${PINNED}${search}`)).json
  for (const locale of LANGUAGES) {
    const { status, text: svg } = await ask(`/${locale}${page}/${name}.svg?${PINNED}${search}`)
    expect(status, `${locale} ${name}`).toBe(200)
    assertWellFormed(svg)
    const wanted = rows(answer, locale)
    expect(wanted.length).toBeGreaterThan(0)
    const drawn = rowsIn(svg)
    expect([...drawn.keys()]).toEqual(wanted.map(([key]) => key))
    for (const [key, words] of wanted) for (const each of words) expect(drawn.get(key)!.join(" "), key).toContain(each)
    // It says where its numbers come from, and brings nothing along that another program cannot draw.
    expect(wordsIn(svg).join("")).toMatch(/\/cite\/r1-[0-9a-f]{12}/)
    expect(svg).not.toMatch(/var\(--|light-dark\(|<foreignObject|class="(?:lv|wrap)/)
  }
})

test("a picture drawn apart is light or dark, as it is asked for, and a PNG too", async () => {
  const asked = (search: string) => ask(`/en/claims.svg?${PINNED}${search}`)
  const [light, dark] = await Promise.all([asked(""), asked("&theme=dark")])
  expect(light.text).toContain('fill="#fbfaf6"')
  expect(dark.text).toContain('fill="#14141b"')
  const png = await ask(`/ur/claims.png?${PINNED}`)
  expect(png.headers.get("content-type")).toBe("image/png")
})

test("what such a picture is drawn from is no page that anybody can open", async () => {
  for (const path of ["/en/drawing/claims", "/ur/drawing/claims?page=/compare", "/en/drawing"]) {
    const { status, text } = await ask(path)
    expect(status, path).toBe(404)
    expect(text).not.toContain("data-drawing")
  }
})

test("the crosswalk of a point names both ends of every link", async () => {
  const { crosswalk } = (await ask(`/api/v1/points/nap2014-12?${PINNED}`)).json as Json
  const titles = crosswalk.flatMap(({ from, to }: Json) => [from, to])
  expect(titles.length).toBeGreaterThan(1)
  for (const locale of LANGUAGES) {
    const { text } = await ask(`/${locale}/points/2014/12/crosswalk.svg?${PINNED}`)
    assertWellFormed(text)
    for (const { year, number, title } of titles) {
      expect(wordsIn(text)).toContain(`${year} · ${number}`)
      expect(wordsIn(text).join(" ")).toContain(title[locale].split(" ").slice(0, 2).join(" "))
    }
  }
})

test("a comparison by commitment shows each that differs between its levels", async () => {
  const search = `${PINNED}&by=dates&against=2016-12-31&rows=commitments`
  const { commitments } = (await ask(`/api/v1/compare?${search}`)).json as Json
  const moved = commitments.filter(({ movement }: Json) => ["up", "down"].includes(movement))
  expect(moved.length).toBeGreaterThan(5)
  const drawn = rowsIn((await ask(`/en/compare/moved.svg?${search}`)).text)
  for (const { commitment, a, b } of moved) {
    const words = drawn.get(commitment.id)!
    expect(words).toEqual(expect.arrayContaining([String(a.level), String(b.level)]))
  }
})

test("a screen that has no such chart has no such picture", async () => {
  for (const path of ["/en/points/claims.svg", "/en/outcomes/moved.svg", "/en/method/stand.png"])
    expect((await ask(path)).status, path).toBe(404)
})
