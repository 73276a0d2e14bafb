import { describe, expect, test } from "vitest"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { FreeControl, ShareInput, turned } from "@/lib/domain/share"
import { comparisonOf, HELD, SharedComparison } from "@/lib/domain/share-own"
import { compareView, type CompareView } from "@/lib/domain/views/compare/compare"
import { momentumView } from "@/lib/domain/views/momentum"
import { outcomes } from "@/lib/domain/views/outcomes"
import { sharedRows } from "@/lib/domain/views/rows"
import { type Scope, sharedAnswer, type SharedView, sharedView } from "@/lib/domain/views/shared"
import { reachOf, within } from "@/lib/domain/views/shared-bounds"
import { datasetLedger, digestOf, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const YEARS_LATER = "2031-01-01T00:00:00Z"
const MADE = datasetLedger()

type Own = { screen: Scope["screen"]; query?: Partial<Query>; comparison?: object; panels?: string[] }
/** What a link of these settings holds, taken through the form that links are made with. */
function scope({ query = {}, ...own }: Own): Scope {
  const made = ShareInput.parse({ label: "x", query, ...own })
  const { screen, point, comparison, panels } = made
  return { screen, point, comparison, panels, query: { ...made.query, known: 1 }, frozen: true, createdAt: NOW }
}

const PANELS = ["pips.terrorist_attacks", "satp.fatalities_total"]
const compare = (comparison: object, query: Partial<Query> = {}): Own => ({ screen: "compare", comparison, query })
const SCOPES: [name: string, own: Own, digest: string][] = [
  [
    "two dates",
    compare({ by: "dates", against: "2016-12-31" }, { asOf: "2020-12-31" }),
    "ab13849205d44067c0ee55f1220f17546cab61e51d1361a42016eaf6db930df6",
  ],
  [
    "a day and a year before it",
    compare({ by: "dates" }, { plan: "nap-2021", track: "kinetic" }),
    "295e9f198d963132f6cd6f696795da2b269b991e8b4fefa27e317d1696b46feb",
  ],
  [
    "two dates of two points",
    compare({ by: "dates", against: "2015-06-30" }, { points: [6, 12] }),
    "6426f8517f1eff72bc6c813be76baa5833b55c231eed1cbf53a5e1b916ce2b1c",
  ],
  [
    "both lanes",
    compare({ by: "lanes", against: "finding" }),
    "2c3c73eb3581f7632e7ebab2572de0756fd2876fe6bc291b9ff4c065554df842",
  ],
  [
    "both lanes of one point",
    compare({ by: "lanes", against: "claim" }, { points: [9], track: "non-kinetic" }),
    "65fcc444de11f4b507febb783250bea82ba9bc2bf87ec81c248008d9b06e1de6",
  ],
  [
    "both tracks",
    compare({ by: "tracks", against: "non-kinetic" }, { plan: "nap-2021" }),
    "9ed9d8c67991ccf0ec4a6120b03de740844298a67d878195d71ea2e39239da0a",
  ],
  [
    "a province and the country",
    compare({ by: "regions", against: "KP" }),
    "ce0275abdc0e93a181fac9e6f0c38a46273189629c3762bab6667fd5ae47240b",
  ],
  [
    "two provinces",
    compare({ by: "regions", against: "KP" }, { region: "PUNJAB" }),
    "9f6825dc536f6e024bbca2001ab451e9e79c4fb48cd13795121db3689b488191",
  ],
  [
    "both plans",
    compare({ by: "plans", against: "nap-2014" }, { plan: "nap-2021" }),
    "376abc49530cdcab74ca68e91d3783ae1861282a953b071457b28957c32cd10c",
  ],
  [
    "both plans the other way, on other days",
    compare({ by: "plans", against: "nap-2021", then: "2023-12-31" }, { plan: "nap-2014", asOf: "2020-12-31" }),
    "8ad7fa0e357c89e98964404693ee5c0fc8a506d6a41b3ca706df52a7d9ae9d60",
  ],
  [
    "outcomes",
    { screen: "outcomes", panels: PANELS },
    "271c0b8fdcb9af3db13b1159440356c0dfe3dba97f4e1b4b2e282f0076598c24",
  ],
  [
    "outcomes without counts",
    { screen: "outcomes", panels: [], query: { plan: "nap-2021", asOf: "2023-06-30" } },
    "16ee489a670820040bbf3cf28b07b5ad8d59b356a02d0bf677fbef342c30ac84",
  ],
  ["momentum", { screen: "momentum" }, "f57c353dcb25dae42fac18d8987d61f5b5e7734fd2d197b11dbd3a2b048cf669"],
  [
    "momentum of a track in a province",
    { screen: "momentum", query: { region: "KP", track: "non-kinetic" } },
    "f24fefddbd4186a730158fefea02425c4af99400598e9327fe48e557ffc0eee5",
  ],
]

/** The same screen of the site. What only frames it (other plans to turn to, the timeline) is left out. */
function onSite(held: Ledger, { screen, query, comparison, panels }: Scope): object {
  const question = resolve({ ...query, asOf: query.asOf ?? NOW.slice(0, 10) }, held, NOW)
  if (screen === "compare") return compareView(held, question, comparisonOf(comparison!))
  if (screen === "outcomes") return outcomes(held, question, panels)
  return momentumView(held, question)
}
/** A page that is asked for no panel shows the usual ones; a link that holds none has none to show. */
const OF_PANELS = ["panels", "counts", "from"]
const SHOWN: Record<string, string[]> = {
  compare: ["a", "b", "basket", "comparable", "rows", "commitments", "counts", "moves", "plansCompared", "revision"],
  outcomes: ["tracks", "series", "panels", "counts", "from", "to", "provisional"],
  momentum: ["tracks", "imbalance", "steps", "totals", "compositions", "stale", "leads", "provinces", "momentum"],
}
const part = (view: object, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, (view as Record<string, unknown>)[name]]))

describe.each(SCOPES)("a link to %s", (_, own, digest) => {
  const asked = scope(own)
  const shared = sharedView(MADE, asked, NOW)!

  test("says what the site says", () => {
    const [there, here] = [onSite(MADE, asked), shared.view]
    // What happened, and was said, in other provinces is told on the site also where one is asked for.
    const everywhere = asked.query.region === null ? ["claims", "events"] : []
    const left = own.panels?.length === 0 ? OF_PANELS : []
    for (const name of [...SHOWN[asked.screen]!, ...everywhere].filter((it) => it in there && !left.includes(it)))
      expect(part(here, [name]), name).toEqual(part(there, [name]))
    expect(sharedRows(shared, null).length).toBeGreaterThan(0)
  })

  test("keeps the digest that it was frozen with", () => {
    for (const now of [NOW, YEARS_LATER]) expect(digestOf(sharedAnswer(MADE, asked, now))).toBe(digest)
  })

  test("holds no record from outside it", () => {
    const text = JSON.stringify(shared)
    const isNamed = (id: string) => text.includes(`"${id}"`)
    expect(outsideOf(asked).filter(isNamed)).toEqual([])
    // Nor does what its view is made from: a later view could show no more.
    const question = resolve({ ...asked.query, asOf: asked.query.asOf ?? NOW.slice(0, 10) }, MADE, NOW)
    const facts = snapshot(MADE, 1)
    const { versions } = within(MADE, facts, reachOf(MADE, facts, question, asked)!)
    const { body: _, source: __, ...bounded } = versions
    const kept = new Set(Object.values(bounded).flatMap((records) => [...records.keys()] as string[]))
    expect(outsideOf(asked).filter((id) => kept.has(id))).toEqual([])
  })
})

/** Ids of what a link must not know, worked out from the files of the dataset and not by the code that bounds it. */
function outsideOf({ screen, query, comparison, panels }: Scope): string[] {
  const by = comparison?.by
  const plans = by === "plans" ? [query.plan, comparison!.against!] : [query.plan]
  const places = by === "regions" ? [query.region, comparison!.against] : [query.region]
  const isWhole = places.some((it) => it === null || it === "FEDERAL")
  const point = (id: string) => rows("point").find((it) => it.id === id)!
  const isPoint = (id: string) =>
    plans.includes(point(id).plan) && (query.points === null || query.points.includes(point(id).number))
  const isPlace = (regions: string[]) => isWhole || regions.some((it) => it === "FEDERAL" || places.includes(it))
  const isCommitment = (it: { point: string; track: string; regions: string[] }) =>
    isPoint(it.point) && (query.track === null || it.track === query.track) && isPlace(it.regions)
  const inside = new Set(
    rows("commitment")
      .filter(isCommitment)
      .map(({ id }) => id),
  )
  const day = query.asOf ?? NOW.slice(0, 10)
  const other = comparison?.by === "dates" ? (comparison.against ?? "") : ""
  const last = other > day ? other : day
  const until = comparison?.by === "plans" && comparison.then !== null ? "9999" : last
  const isHere = (region: string | null) =>
    by === "regions"
      ? places.some((it) => (it === "FEDERAL" ? null : it) === region)
      : isWhole || region === query.region
  return [
    ...rows("commitment").flatMap(({ id }) => (inside.has(id) ? [] : [id])),
    ...rows("point").flatMap(({ id }) => (isPoint(id) ? [] : [id])),
    ...rows("assessment").flatMap(({ id, commitment, region, effectiveOn }) =>
      inside.has(commitment) && isHere(region) && effectiveOn <= until ? [] : [id],
    ),
    ...rows("indicator").flatMap(({ id }) => (panels?.some((panel) => id.startsWith(panel)) ? [] : [id])),
    ...rows("observation").flatMap(({ id, series }) => (panels?.some((panel) => series.startsWith(panel)) ? [] : [id])),
    // What was dropped says nothing of another plan.
    ...rows("crosswalk").flatMap(({ id, from, to }) =>
      by === "plans" || (to === null && from !== null && isPoint(from)) ? [] : [id],
    ),
    ...rows("plan").flatMap(({ id }) => (plans.includes(id) ? [] : [id])),
    ...(screen === "compare" && !isWhole
      ? rows("region").flatMap(({ id }) => (id === "FEDERAL" || places.includes(id) ? [] : [id]))
      : []),
  ]
}

test("what is outside is really there to be left out", () => {
  for (const [name, own] of SCOPES.filter(([it]) => !/both plans/.test(it))) {
    expect(outsideOf(scope(own)).length, name).toBeGreaterThan(100)
    const text = JSON.stringify(onSite(MADE, scope(own)))
    expect(text.length, name).toBeGreaterThan(1000)
  }
  // The page of the outcomes knows every panel that could be chosen; its link only those that were.
  const [, own] = SCOPES.find(([it]) => it === "outcomes")!
  const shared = sharedView(MADE, scope(own), NOW) as Extract<SharedView, { screen: "outcomes" }>
  expect(outcomes(MADE, resolve(Query.parse({}), MADE, NOW)).choices.length).toBeGreaterThan(PANELS.length)
  expect(shared.view.choices.map(({ id }) => id)).toEqual(PANELS)
})

describe("a later revision", () => {
  const DAY = "2019-05-05"
  /** Of another plan, another point, or no non-kinetic work at all. */
  const UNTOUCHED = ["a day and a year before it", "both lanes of one point", "both tracks", "outcomes without counts"]
  const level = rows("assessment").find((it) => it.commitment === "nap2014-12.a" && it.lane === "finding")!
  const figure = rows("observation").find((it) => it.series === PANELS[0])!
  const link = rows("crosswalk").find((it) => it.from !== null && it.to !== null)!
  const CHANGES: [name: string, kind: string, record: object, touches: string[]][] = [
    [
      "of a level",
      "assessment",
      { ...level, certainty: level.certainty === "low" ? "high" : "low", effectiveOn: DAY },
      SCOPES.map(([name]) => name).filter((name) => !UNTOUCHED.includes(name)),
    ],
    ["of a figure", "observation", { ...figure, value: figure.value + 1 }, ["outcomes"]],
    [
      "of a link between the plans",
      "crosswalk",
      { ...link, note: "Looked at again." },
      ["both plans", "both plans the other way, on other days"],
    ],
  ]
  test.each(CHANGES)("%s changes no frozen link, and those that it touches count it", (_, kind, record, touches) => {
    const held = datasetLedger()
    published(held, [{ act: "change", kind, record }] as never, "correction")
    const counted = SCOPES.flatMap(([name, own]) => {
      const asked = scope(own)
      expect(digestOf(sharedAnswer(held, asked, YEARS_LATER)), name).toBe(digestOf(sharedAnswer(MADE, asked, NOW)))
      const { view } = sharedView(held, asked, YEARS_LATER)!
      expect(view.newest).toBe(1)
      return view.changesSince === 1 ? [name] : []
    })
    expect(counted).toEqual(touches)
    // A live link follows: what changed is in its answer.
    for (const [name, own] of SCOPES.filter(([it]) => touches.includes(it))) {
      const live = { ...scope(own), frozen: false, query: { ...scope(own).query, known: null } }
      if (kind === "assessment" && name !== "momentum" && own.query?.lane !== "claim") continue
      expect(digestOf(sharedAnswer(held, live, NOW)), name).not.toBe(digestOf(sharedAnswer(MADE, live, NOW)))
    }
  })
})

test("no two of these links have the same answer", () => {
  const digests = SCOPES.map(([, own]) => digestOf(sharedAnswer(MADE, scope(own), NOW)))
  expect(new Set(digests).size).toBe(SCOPES.length)
})

const KINDS = SharedComparison.parse({ by: "dates" }) && (Object.keys(HELD) as (keyof typeof HELD)[])
const SETTLED = {
  dates: { by: "dates", against: "2016-12-31" },
  lanes: { by: "lanes", against: "claim" },
  tracks: { by: "tracks", against: "kinetic" },
  regions: { by: "regions", against: "KP" },
  plans: { by: "plans", against: "nap-2021" },
}

test.each(KINDS)("a visitor turns what the sides do not differ in, and never the sides: %s", (by) => {
  const held = HELD[by]
  const free = FreeControl.options.filter((name) => name !== held)
  const input = { label: "x", screen: "compare", comparison: SETTLED[by], free }
  const made = ShareInput.parse(input)
  const given = Object.entries({
    lane: "claim",
    track: "kinetic",
    asOf: "2018-01-01",
    against: "2015-01-01",
    by: "lanes",
  })
  const query = turned(made, given, "2026-11-22")
  for (const name of free) expect(query[name], name).not.toBe(made.query[name])
  if (held !== null) {
    expect(query[held]).toBe(made.query[held])
    expect(ShareInput.safeParse({ ...input, free: [held] }).error!.issues[0]).toMatchObject({
      path: ["free"],
      message: "Visitors cannot turn what the two sides differ in.",
    })
  }
  const asked = { ...scope({ screen: "compare", comparison: SETTLED[by] }), query: { ...query, known: 1 } }
  const { comparison } = sharedView(MADE, asked, NOW)!.view as CompareView
  expect(comparison).toMatchObject({ by, against: SETTLED[by].against })
})

const REFUSED: [name: string, input: object, path: string, message: RegExp][] = [
  ["no sides", { screen: "compare" }, "comparison", /two sides/],
  ["sides of another screen", { screen: "momentum", comparison: SETTLED.dates }, "comparison", /two sides/],
  ["no panels", { screen: "outcomes" }, "panels", /needs its panels/],
  ["panels of another screen", { screen: "compare", comparison: SETTLED.dates, panels: [] }, "panels", /panels/],
  ["a panel twice", { screen: "outcomes", panels: ["a", "a"] }, "panels", /once/],
  [
    "too many panels",
    { screen: "outcomes", panels: Array.from({ length: 101 }, (_, at) => `p${at}`) },
    "panels",
    /100/,
  ],
  [
    "one day",
    { screen: "compare", comparison: SETTLED.dates, query: { asOf: "2016-12-31" } },
    "comparison.against",
    /two different days/,
  ],
  [
    "one region",
    { screen: "compare", comparison: SETTLED.regions, query: { region: "KP" } },
    "comparison.against",
    /two different regions/,
  ],
  [
    "the country twice",
    { screen: "compare", comparison: { by: "regions", against: "FEDERAL" } },
    "comparison.against",
    /two different regions/,
  ],
  [
    "one plan",
    { screen: "compare", comparison: { by: "plans", against: "nap-2014" } },
    "comparison.against",
    /two different plans/,
  ],
  [
    "a lane of both lanes",
    { screen: "compare", comparison: SETTLED.lanes, query: { lane: "claim" } },
    "query.lane",
    /Both/,
  ],
  [
    "a track of both tracks",
    { screen: "compare", comparison: SETTLED.tracks, query: { track: "kinetic" } },
    "query.track",
    /Both/,
  ],
  [
    "points of both plans",
    { screen: "compare", comparison: SETTLED.plans, query: { points: [1] } },
    "query.points",
    /Both/,
  ],
  [
    "a day of a region",
    { screen: "compare", comparison: { ...SETTLED.regions, then: "2020-01-01" } },
    "comparison",
    /then/,
  ],
  ["an unknown kind", { screen: "compare", comparison: { by: "authors", against: "x" } }, "comparison.by", /./],
  ["no side A", { screen: "compare", comparison: { by: "regions" } }, "comparison.against", /./],
]
test.each(REFUSED)("a link of %s is refused", (_, input, path, message) => {
  const refused = ShareInput.safeParse({ label: "x", ...input })
  expect(refused.success).toBe(false)
  const issues = refused.error!.issues.map((it) => [it.path.join("."), it.message] as const)
  expect(issues.some(([at, words]) => at === path && message.test(words))).toBe(true)
})

test("where the record does not know a side any more nothing is shown", () => {
  const asked = scope(compare({ by: "plans", against: "nap-2014" }, { plan: "nap-2021" }))
  for (const lost of [
    { ...asked, comparison: { ...asked.comparison!, against: "nap-2030" } as Scope["comparison"] },
    { ...asked, query: { ...asked.query, plan: "nap-2030" } },
  ]) {
    expect(sharedView(MADE, lost, NOW)).toBeNull()
    expect(sharedAnswer(MADE, lost, NOW)).toBeNull()
  }
  expect(snapshot(MADE, 1).records.plan.size).toBe(2)
})
