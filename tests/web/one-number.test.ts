import { readSheet } from "read-excel-file/node"
import { beforeAll, expect, test } from "vitest"
import { createShare } from "@/lib/data/share-upkeep"
import { Query, searchOf } from "@/lib/domain/query"
import { pick, randomFrom } from "@/tests/data/random"
import { share } from "@/tests/data/samples"
import { rows } from "@/tests/domain/sample"
import { ask, csvRows, site, someone, type Someone } from "./client"
import { rowsIn } from "./svg"

const QUERIES = 200
const AT_ONCE = 4
const TRACKS = { kinetic: "kinetic", nonKinetic: "non-kinetic" } as const
type Half = keyof typeof TRACKS

// The dataset's own files, and arithmetic that shares no line with the site's.
const commitments = rows("commitment")
const assessments = rows("assessment")
const points = new Map(rows("point").map((point) => [point.id, point]))

type Asked = Query & { asOf: string; weights: string; unrated: string; locale: "en" | "ur" }
type Figures = { index: number | null; low: number | null; high: number | null; rated: number; all: number }

/** The levels that a question is about: of each commitment the last assessment up to the day. */
function levelsOf(asked: Asked, track: string) {
  return commitments
    .filter((it) => {
      const point = points.get(it.point)!
      const isHere = asked.region === null || it.regions.includes(asked.region) || it.regions.includes("FEDERAL")
      const isAsked = asked.points === null || asked.points.includes(point.number)
      return point.plan === asked.plan && isHere && isAsked && it.track === track
    })
    .filter((it) => asked.track === null || it.track === asked.track)
    .map((it) => {
      const own = assessments.filter(
        (each) => each.commitment === it.id && each.lane === asked.lane && each.region === asked.region,
      )
      const past = own.filter((each) => each.effectiveOn <= asked.asOf)
      past.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
      return { point: it.point, level: past.at(-1)?.level ?? null }
    })
}

function figuresOf(asked: Asked, track: string): Figures {
  const levels = levelsOf(asked, track).map(({ level }) => level)
  const known = levels.flatMap((level) => (level === null ? [] : [level]))
  const sum = known.reduce<number>((total, level) => total + level, 0)
  const [all, rated] = [levels.length, known.length]
  const share = (of: number, by: number) => (by === 0 ? null : (of / (3 * by)) * 100)
  return { index: share(sum, rated), low: share(sum, all), high: share(sum + 3 * (all - rated), all), rated, all }
}

/** The same under a reader's own method: weights by point or equal, the unrated left out or counted as nothing. */
function ownIndex(asked: Asked, track: string): number | null {
  const levels = levelsOf(asked, track)
  let [top, bottom] = [0, 0]
  for (const { point, level } of levels) {
    if (level === null && asked.unrated !== "zero") continue
    const weight = asked.weights === "point" ? 1 / levels.filter((each) => each.point === point).length : 1
    top += weight * (level ?? 0)
    bottom += weight * 3
  }
  return bottom === 0 ? null : (top / bottom) * 100
}

const text = (html: string) =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<!--[\s\S]*?-->|[\u2066-\u2069]/g, "")
    .replaceAll(/<[^>]*>/g, "|")
    .replaceAll("−", "-")
const oneDecimal = (value: number) => (Math.round(value * 10) / 10).toFixed(1)
/** Whole numbers as readers see them; halves may be written either way. */
const whole = (value: number) => new Set([Math.round(value), Math.round(value - 1e-9)].map(String))

/** The last line of the table behind the trend: the day asked about, each cell's words. */
function lastLine(html: string): string[] {
  const figure = html.slice(html.indexOf('id="trend"'))
  const table = figure.slice(figure.indexOf("<table"), figure.indexOf("</table>"))
  const line = table.slice(table.lastIndexOf("<tr"))
  return [...line.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => text(cell!).replaceAll("|", "").trim())
}

function assertLine(cells: string[], wanted: Record<Half, Figures>, halves: Half[], what: string): void {
  for (const [at, half] of halves.entries()) {
    const { index, low, high } = wanted[half]
    const [told, reach] = [cells[2 * at]!, cells[2 * at + 1]!]
    if (index === null) expect(told, what).not.toMatch(/\d/)
    else expect(told, what).toBe(oneDecimal(index))
    if (low === null || high === null) continue
    const ends = reach.match(/\d+(?:\.\d+)?/g)!.map(Number)
    expect(Math.abs(ends[0]! - low), what).toBeLessThanOrEqual(0.51)
    expect(Math.abs(ends.at(-1)! - high), what).toBeLessThanOrEqual(0.51)
  }
}

let analyst: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
})

function anyQuestion(random: () => number): Asked {
  const plan = pick(random, ["nap-2014", "nap-2021"])
  const numbers = [...points.values()].filter((point) => point.plan === plan).map(({ number }) => number)
  const some = () => [...new Set(Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, numbers)))]
  // From the first New Year of the plan on: before it was adopted there is no line.
  const first = plan === "nap-2014" ? 2015 : 2022
  const year = first + Math.floor(random() * (2026 - first))
  const query = Query.parse({
    plan,
    asOf: `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    known: 1,
    lane: pick(random, ["finding", "claim"]),
    track: pick(random, [null, null, null, "kinetic", "non-kinetic"]),
    region: pick(random, [null, null, null, "KP", "SINDH", "PUNJAB", "BALOCHISTAN"]),
    points: random() < 0.5 ? null : some().sort((a, b) => a - b),
  })
  const method = { weights: pick(random, ["commitment", "point"]), unrated: pick(random, ["excluded", "zero"]) }
  return { ...query, asOf: query.asOf!, ...method, locale: pick(random, ["en", "ur"]) }
}

test(`${QUERIES} questions have one answer each, wherever it is read and by whoever adds it up`, async () => {
  const random = randomFrom(14)
  const questions = Array.from({ length: QUERIES }, () => anyQuestion(random))
  let compared = 0
  const check = async (asked: Asked) => {
    const { weights, unrated, locale, ...query } = asked
    const search = searchOf({ ...query, known: 1 })
    const what = `/${locale}${search}`
    const wanted = { kinetic: figuresOf(asked, "kinetic"), nonKinetic: figuresOf(asked, "non-kinetic") }
    const columns = (Object.keys(TRACKS) as Half[]).filter((half) => [null, TRACKS[half]].includes(asked.track))
    const halves = columns.filter((half) => wanted[half].all > 0)

    const json = (await ask(`/api/v1/overview${search}`)).json
    const csv = csvRows((await ask(`/api/v1/overview${search}&format=csv`)).text)
    const workbook = Buffer.from(await (await fetch(`${site}/api/v1/overview${search}&format=xlsx`)).arrayBuffer())
    const [head, ...lines] = (await readSheet(workbook)) as unknown[][]
    const sheet = lines.map((line) => Object.fromEntries(head!.map((name, at) => [String(name), line[at]])))
    const frozen = await createShare(analyst, share({ query: query as never, frozen: true }))
    const link = (await ask(`/api/v1/links/${frozen.token}`)).json
    for (const half of halves) {
      const { index, low, high, rated, all } = wanted[half]
      const close = (value: unknown, to: number | null, where: string) => {
        if (to === null) expect([null, "", undefined], `${where} ${what}`).toContain(value)
        else expect(Number(value), `${where} ${what}`).toBeCloseTo(to, 6)
        compared++
      }
      const last = <T extends Record<string, unknown>>(table: T[]) =>
        table.filter((row) => row.track === TRACKS[half] && String(row.on).startsWith(asked.asOf)).at(-1)!
      const answers = [json.tracks[half], last(csv), last(link.items)]
      for (const [at, answer] of answers.entries()) {
        close(answer.index, index, `${at}`)
        close(answer.low, low, `${at}`)
        close(answer.high, high, `${at}`)
      }
      const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))
      const row = sheet.filter((each) => each.track === TRACKS[half] && day(each.on) === asked.asOf).at(-1)!
      close(row.index, index, "xlsx")
      expect(json.tracks[half]).toMatchObject({ rated, commitments: all })
    }

    const page = (await ask(what)).text
    const shared = (await ask(`/${locale}/s/${frozen.token}`)).text
    assertLine(lastLine(page), wanted, columns, what)
    assertLine(lastLine(shared), wanted, columns, `link ${what}`)
    const preview = /property="og:description" content="([^"]*)"/.exec(page)![1]!
    const drawing = text((await ask(`/${locale}/trend.svg${search}`)).text)
    const stand = rowsIn((await ask(`/${locale}/stand.svg${search}`)).text)
    for (const half of halves) {
      const { index, low, high, rated, all } = wanted[half]
      const told = new Set<string>(stand.get(TRACKS[half])!.join(" ").match(/\d+/g))
      const says = [rated, all].map(String).every((each) => told.has(each))
      expect(says && (index === null || [...whole(index)].some((each) => told.has(each))), `stand ${what}`).toBe(true)
      if (index === null || low === null || high === null) continue
      const numbers = new Set<string>(preview.match(/\d+/g))
      expect(
        [...whole(index)].some((each) => numbers.has(each)),
        `${preview} ${what}`,
      ).toBe(true)
      // A line that rests on too little is not drawn, and no number stands at its end.
      if (rated / all < 0.3) continue
      const drawn = new Set<string>(drawing.match(/\d+/g))
      expect(
        [...whole(index)].some((each) => drawn.has(each)),
        `drawing ${what}`,
      ).toBe(true)
    }

    const method = `${search}&weights=${weights}&unrated=${unrated}`
    const own = (await ask(`/api/v1/sandbox${method}`)).json
    const table = csvRows((await ask(`/api/v1/sandbox${method}&format=csv`)).text)
    const screen = text((await ask(`/${locale}/sandbox${method}`)).text)
    for (const half of halves) {
      const index = ownIndex(asked, TRACKS[half])
      const row = table.find((each) => each.point === "" && each.track === TRACKS[half])!
      for (const told of [own.tracks[half].index, row.index === "" ? null : Number(row.index)]) {
        if (index === null) expect(told, method).toBeNull()
        else expect(told, method).toBeCloseTo(index, 6)
        compared++
      }
      if (index !== null)
        expect(
          [...whole(index)].some((each) => screen.includes(each)),
          method,
        ).toBe(true)
    }
  }
  for (let from = 0; from < QUERIES; from += AT_ONCE)
    await Promise.all(questions.slice(from, from + AT_ONCE).map(check))
  // A question about nothing compares nothing; most must be about something.
  expect(compared).toBeGreaterThan(QUERIES * 10)
}, 400_000)
