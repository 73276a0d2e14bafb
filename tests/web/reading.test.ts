import { beforeAll, describe, expect, test, vi } from "vitest"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { ledger as heldLedger } from "@/lib/data/ledger"
import { recheck } from "@/lib/data/rechecks"
import { resolve, strictQuery } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { ProposalInput, RecheckInput } from "@/lib/domain/proposal"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { COMMITMENT, SOURCE } from "@/tests/data/samples"
import { datasetLedger } from "@/tests/domain/sample"
import { pick, randomFrom } from "@/tests/data/random"
import { ask, csvRows, someone } from "./client"

const newestRevision = async (): Promise<number> => (await ask("/api/v1/plans?limit=1")).json.revision

const ledger = datasetLedger()
const LISTS = [...Object.values(LIST_NAMES), "revisions"]
const FORMULAS = ["=HYPERLINK(A1)", "+1+1", "-1-1", "@SUM(A1)", '=cmd|" /C calc"!A0']

// A source whose words would be formulas to a spreadsheet, in the record like any other.
beforeAll(async () => {
  const [editor, reviewer] = [await someone("editor"), await someone("reviewer")]
  const operations = FORMULAS.map((text, at) => {
    const id = `formula-${at}-${Date.now()}`
    const words = { publisher: text, title: text, notes: `${text}, "quoted"\r\nsecond line` }
    const rest = {
      kind: "press",
      language: "en",
      titleIsDescription: false,
      url: null,
      publishedOn: null,
      precision: null,
    }
    return { act: "add", kind: "source", record: { id, ...words, ...rest, confidence: "reasoned" } }
  })
  const input = ProposalInput.parse({ change: "world-changed", reasonEn: "=1+1", operations })
  const draft = await createProposal(editor, input)
  const { id, version } = await submitProposal(editor, draft.id, draft.version)
  await publishProposal(reviewer, id, version)
  // The starting data has no re-check; two, so that a list of them has pages.
  for (const lane of ["finding", "claim"]) {
    await recheck(editor, RecheckInput.parse({ commitment: COMMITMENT, lane, source: SOURCE }))
  }
  const { newest: revision } = await heldLedger()
  // The site follows the log within a second.
  await vi.waitFor(async () => expect(await newestRevision()).toBeGreaterThanOrEqual(revision), 3000)
})

describe("parameters are strict", () => {
  const bad: [string, string][] = [
    ["who", "me"],
    ["plan", "nap-2099"],
    ["plan", ""],
    ["asOf", "2020-13-01"],
    ["asOf", "2023-02-29"],
    ["asOf", "yesterday"],
    ["asOf", "2999-01-01"],
    ["known", "0"],
    ["known", "-1"],
    ["known", "1.5"],
    ["known", "1e9"],
    ["known", "999999"],
    ["lane", "average"],
    ["track", "both"],
    ["region", "ATLANTIS"],
    ["points", "77"],
    ["points", "1,x"],
    ["points", ""],
    ["format", "xml"],
    ["constructor", "1"],
    ["plan", "nap-2014\u0000"],
    ["region", "x".repeat(200)],
  ]
  const onlyLists: [string, string][] = [
    ["limit", "0"],
    ["limit", "501"],
    ["limit", "-5"],
    ["limit", "ten"],
    ["cursor", "nowhere"],
  ]
  const reading = ENDPOINTS.filter(({ method, access }) => method === "GET" && access === "reader").map(({ path }) =>
    path.replace("{id}", "nap2014-01"),
  )

  test.each(reading)("%s", async (path) => {
    const isList = LISTS.some((name) => path.endsWith(`/v1/${name}`))
    // Explore has pages of its own, named by the same word.
    const foreign = path.endsWith("/explore") ? "page" : "limit"
    for (const [name, value] of isList ? [...bad, ...onlyLists] : [...bad, [foreign, "10"] as const]) {
      const answer = await ask(`${path}?${name}=${encodeURIComponent(value)}`)
      const about = `${path}?${name}=${value}`
      expect(answer.status, about).toBe(400)
      expect(answer.headers.get("content-type")).toBe("application/problem+json")
      expect(answer.json, about).toMatchObject({
        status: 400,
        code: "invalid",
        requestId: expect.stringMatching(/^[\w-]{8,}$/),
      })
      // Own, because an error must not hide behind a name that every object has.
      expect(Object.keys(answer.json.errors), about).toContain(name)
      expect(answer.json.requestId).toBe(answer.headers.get("x-request-id"))
    }
    const repeated = await ask(`${path}?lane=claim&lane=finding`)
    expect(repeated).toMatchObject({ status: 400, json: { errors: { lane: expect.any(Array) } } })
  })

  test.each([
    "/api/v1/nothing",
    "/api/v1/points/nap2014-99",
    "/api/v1/points/nap2014-01/more",
    "/api/v1/points/%00",
    "/api/v1/points/%E0%A4%A",
    "/api/v1/points/..%2f..%2fetc",
  ])("%s is a problem of the caller, not of ours", async (path) => {
    const answer = await ask(path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toMatch(/\n\s+at |node_modules|Prisma/)
  })
})

/** A revision's reason has a column for each language. */
const inColumns = ([name, value]: [string, unknown]): [string, unknown][] => {
  if (name !== "reason" || typeof value !== "object") return [[name, value]]
  const { en, ur } = value as { en: string; ur: string | null }
  return [
    ["reasonEn", en],
    ["reasonUr", ur],
  ]
}

/** A record as one line of a table, by the API's promise. */
function cells(record: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record)
      .flatMap(inColumns)
      .map(([name, value]) => {
        const words = Array.isArray(value) && value.every((each) => typeof each === "string")
        const text =
          value === null
            ? ""
            : words
              ? value.join("; ")
              : typeof value === "object"
                ? JSON.stringify(value)
                : String(value)
        return [name, typeof value !== "number" && /^[=+\-@']/.test(text) ? `'${text}` : text]
      }),
  )
}

describe("lists", () => {
  test.each(LISTS)("%s: paging brings every record exactly once, and the CSV says the same", async (name) => {
    const known = await newestRevision()
    const items: { id?: string; number?: number }[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const next: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`
      const { status, json } = await ask(`/api/v1/${name}?known=${known}&limit=37${next}`)
      expect(status).toBe(200)
      expect(json.items.length).toBeLessThanOrEqual(37)
      items.push(...json.items)
      cursor = json.next
      if (cursor === null) expect(items).toHaveLength(json.total)
      expect(++pages).toBeLessThan(100)
    } while (cursor !== null)
    const ids = items.map((item) => item.id ?? item.number)
    expect(new Set(ids).size).toBe(ids.length)
    expect(items.length).toBeGreaterThan(1)
    // At the very end: a last page of one, and a page that holds all.
    const limit = Math.min(items.length - 1, 499)
    if (limit < 499) {
      expect((await ask(`/api/v1/${name}?known=${known}&limit=${limit}`)).json.next).toMatch(
        new RegExp(`(^|\\.)${ids.at(-2)}$`),
      )
      expect((await ask(`/api/v1/${name}?known=${known}&limit=${limit + 1}`)).json.next).toBeNull()
    }

    const table = await ask(`/api/v1/${name}?known=${known}&format=csv`)
    expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(csvRows(table.text)).toEqual(items.map(cells))
  })

  test("a list as of a day and as known holds nothing later", async () => {
    const { json } = await ask("/api/v1/events?asOf=2016-06-30&known=1&limit=500")
    const wanted = ledger.versions.event.size
    expect(json.items.length).toBeGreaterThan(0)
    expect(json.items.length).toBeLessThan(wanted)
    expect(json.items.every((event: { date: string }) => event.date <= "2016-06-30")).toBe(true)
    expect((await ask("/api/v1/sources?known=1&limit=500")).text).not.toContain("HYPERLINK")
  })
})

describe("tables open in a spreadsheet without harm", () => {
  const paths = [...LISTS, "overview", "outcomes", "momentum", "points/nap2014-01", "points/nap2021-01"]
  test.each(paths)("%s: no cell starts a formula; numbers stay numbers", async (name) => {
    const { status, text } = await ask(`/api/v1/${name}?format=csv`)
    expect(status).toBe(200)
    const all = csvRows(text).flatMap((row) => Object.values(row))
    expect(all.length).toBeGreaterThan(0)
    const risky = all.filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell))
    expect(risky).toEqual([])
    if (name === "sources") for (const formula of FORMULAS) expect(all).toContain(`'${formula}`)
  })
})

describe("the overview", () => {
  const random = randomFrom(14)
  const regions = [...ledger.versions.region.keys()].filter((id) => id !== "FEDERAL")
  const questions = Array.from({ length: 30 }, () => {
    const plan = pick(random, ["nap-2014", "nap-2021"])
    const last = plan === "nap-2014" ? 20 : 14
    const search = new URLSearchParams({ plan, known: "1", lane: pick(random, ["finding", "claim"]) })
    if (random() < 0.8)
      search.set("asOf", `${pick(random, [2015, 2017, 2020, 2022, 2024])}-0${pick(random, [1, 6, 9])}-15`)
    if (random() < 0.4) search.set("track", pick(random, ["kinetic", "non-kinetic"]))
    if (random() < 0.4) search.set("region", pick(random, regions))
    if (random() < 0.4) {
      const numbers = new Set(Array.from({ length: 4 }, () => 1 + Math.floor(random() * last)))
      search.set("points", [...numbers].join(","))
    }
    return search.toString()
  })

  test.each(questions)("answers exactly what the domain computes from the dataset: %s", async (search) => {
    const { status, json } = await ask(`/api/v1/overview?${search}`)
    expect(status).toBe(200)
    const now = new Date().toISOString()
    const view = overview(ledger, resolve(strictQuery(new URLSearchParams(search), ledger, now), ledger, now))
    const wanted = JSON.parse(JSON.stringify(view))
    // How far the ledger of this site has grown since is no part of the answer about revision 1.
    for (const each of [wanted, json]) {
      for (const name of ["newest", "recent", "publishedAt", "changesSince", "cite"]) delete each[name]
      for (const name of ["firstPublished", "knownThen"]) delete each.timeline[name]
      each.regions.sort((one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1))
    }
    expect(json).toEqual(wanted)

    const table = csvRows((await ask(`/api/v1/overview?${search}&format=csv`)).text)
    // A track out of view has no line: an empty one would read as if nothing had been promised there.
    const names = { kinetic: "kinetic", nonKinetic: "non-kinetic", all: null }
    const shown = (["kinetic", "nonKinetic", "all"] as const).filter(
      (track) => json.track === null || names[track] === null || names[track] === json.track,
    )
    const rows = json.series.flatMap((at: Record<string, object>) =>
      shown.map((track) => ({
        on: at.on,
        track: track === "nonKinetic" ? "non-kinetic" : track,
        ...at[track],
      })),
    )
    expect(table).toHaveLength(rows.length)
    table.forEach((row, at) => {
      for (const [name, value] of Object.entries(rows[at])) {
        if (typeof value === "number") expect(Number(row[name])).toBe(value)
        else expect(row[name]).toBe(value === null ? "" : String(value))
      }
    })
  })

  test("has the shape that scripts depend on", async () => {
    const { json } = await ask("/api/v1/overview?plan=nap-2014&asOf=2020-12-31&known=1")
    const score = {
      ...{ index: expect.any(Number), low: expect.any(Number), high: expect.any(Number), coverage: expect.any(Number) },
      ...{ commitments: expect.any(Number), rated: expect.any(Number) },
      composition: {
        ...{ notInitiated: expect.any(Number), minimum: expect.any(Number), intermediate: expect.any(Number) },
        ...{ complete: expect.any(Number), unrated: expect.any(Number) },
      },
    }
    expect(json).toMatchObject({ revision: 1, asOf: "2020-12-31", plan: "nap-2014", lane: "finding" })
    expect(json.tracks).toEqual({ kinetic: score, nonKinetic: score, all: score })
    expect(Object.keys(json.imbalance)).toEqual(expect.arrayContaining(["value", "low", "high", "verdict"]))
    expect(json.imbalance.verdict).toMatch(/^(kinetic-ahead|non-kinetic-ahead|cannot-be-told)$/)
    expect(json.series.at(-1).on).toBe("2020-12-31")
    for (const { coverage, rated, commitments, composition } of Object.values(json.tracks) as (typeof score)[]) {
      expect(coverage).toBeCloseTo((rated as never as number) / (commitments as never as number), 12)
      const counted = Object.values(composition).reduce((sum: number, each) => sum + (each as number), 0)
      expect(counted).toBe(commitments)
    }
  })
})
