import { type ExploreFacet, FACET_NAMES, FACETS, facetValues, OWN_FACETS } from "@/lib/domain/views/explore-facets"
import type { Composition } from "@/lib/domain/indices"
import type { Lane } from "@/lib/domain/scale"
import { finder, searchable, type Searchable, together } from "@/lib/domain/search"
import type { ExploreNames, ExploreRow, ExploreView } from "@/lib/domain/views/explore"

/**
 * What a reader chose of the table of commitments, and what that leaves of it. The same functions answer the page, the
 * API, the exports and, row by row in the browser, every keystroke; so nothing here needs more than the rows.
 */

/** What can stand beside a commitment, in the order of the table. */
export const COLUMNS = [
  "plan",
  "point",
  "track",
  "finding",
  "claim",
  "gap",
  "reason",
  "certainty",
  "effective",
  "checked",
  "months",
  "evidence",
  "sources",
  "regions",
  "bodies",
  "leads",
  "type",
  "basis",
  "due",
  "promise",
  "rating",
  "silences",
] as const
export type Column = (typeof COLUMNS)[number]
export const USUAL_COLUMNS: readonly Column[] = ["track", "finding", "claim", "gap", "certainty", "checked", "evidence"]

/** Rows shown at once; the next ones are a link away. */
export const ROWS_PER_PAGE = 100
export const LONGEST_SEARCH = 100

export type Facets = Partial<Record<ExploreFacet, readonly string[]>>
export type ExploreSort = { by: Column | "commitment"; descending: boolean }
/** `after`: the commitment behind which the page begins. */
export type ExploreChoice = {
  q: string
  facets: Facets
  sort: ExploreSort | null
  columns: readonly Column[]
  after: string | null
}
/** A step from one choice to the next. */
export type Choose = (change: (now: ExploreChoice) => ExploreChoice) => void
export const NOTHING_CHOSEN: ExploreChoice = { q: "", facets: {}, sort: null, columns: USUAL_COLUMNS, after: null }

/** The parameters of an address that are not the question's; a facet on track or points is the question's own. */
export const EXPLORE_NAMES: readonly string[] = ["q", "sort", "columns", "after", ...OWN_FACETS]

/**
 * Reads a choice from an address. Lists are spelled with commas or, as forms send them, one by one. What names nothing
 * is left out and told in `ignored`; `question` brings track and points, which have been read already.
 */
export function readChoice(
  params: Iterable<[string, string]>,
  view: Pick<ExploreView, "items" | "names" | "track" | "points">,
): { choice: ExploreChoice; ignored: string[] } {
  const given = new Map<string, string[]>()
  for (const [name, text] of params) {
    const words = name === "q" ? [text] : text.split(",").filter(Boolean)
    if (EXPLORE_NAMES.includes(name)) given.set(name, [...(given.get(name) ?? []), ...words])
  }
  const ignored = new Set<string>()
  const known = <T extends string>(name: string, allowed: (word: string) => boolean, most = 100) => {
    const words = [...new Set(given.get(name) ?? [])]
    const good = words.filter(allowed).slice(0, most)
    if (good.length < words.length) ignored.add(name)
    return good as T[]
  }
  const facets: Facets = {}
  for (const facet of OWN_FACETS) {
    const all = new Set(view.items.flatMap((row) => facetValues(facet, row, view.names)))
    const chosen = known<string>(
      facet,
      (word) => all.has(word) || ((FACETS[facet] ?? []) as readonly string[]).includes(word),
    )
    if (chosen.length > 0) facets[facet] = chosen.sort(byText)
  }
  if (view.track !== null) facets.track = [view.track]
  if (view.points !== null) facets.points = view.points.map(String)
  const isColumn = (word: string): word is Column => (COLUMNS as readonly string[]).includes(word)
  const [sort] = known<string>(
    "sort",
    (word) => word.replace(/^-/, "") === "commitment" || isColumn(word.replace(/^-/, "")),
    1,
  )
  const columns = new Set(known<Column>("columns", isColumn))
  const [after] = known<string>("after", (word) => view.items.some((row) => row.id === word), 1)
  const q = (given.get("q") ?? [""]).join(" ").trim()
  if (q.length > LONGEST_SEARCH) ignored.add("q")
  const choice: ExploreChoice = {
    q: q.slice(0, LONGEST_SEARCH),
    facets,
    sort: sortOf(sort ?? ""),
    columns: columns.size > 0 ? COLUMNS.filter((column) => columns.has(column)) : USUAL_COLUMNS,
    after: after ?? null,
  }
  return { choice, ignored: [...ignored] }
}

/** An order as the address has it: "-" before it for the largest first. */
export const sortParam = ({ by, descending }: ExploreSort) => `${descending ? "-" : ""}${by}`

/** The order that an address names; null for the plan's own. */
export const sortOf = (param: string): ExploreSort | null =>
  param ? { by: param.replace(/^-/, "") as ExploreSort["by"], descending: param.startsWith("-") } : null

/** The one spelling of a choice in an address, also its track and points. */
export function choiceParams({ q, facets, sort, columns, after }: ExploreChoice): [string, string][] {
  const found: [string, string][] = []
  if (q !== "") found.push(["q", q])
  for (const facet of FACET_NAMES) {
    const values = facets[facet]
    // Both tracks are no narrowing, and the question has no word for them.
    if (facet === "track" && values?.length !== 1) continue
    if (values && values.length > 0) found.push([facet, values.join(",")])
  }
  if (sort) found.push(["sort", sortParam(sort)])
  if (columns.join() !== USUAL_COLUMNS.join()) found.push(["columns", columns.join(",")])
  if (after !== null) found.push(["after", after])
  return found
}

/** The choice with one value of a facet taken in or, where it was chosen, out; back on the first page. */
export function toggled(choice: ExploreChoice, facet: ExploreFacet, value: string): ExploreChoice {
  const before = choice.facets[facet] ?? []
  const kept = before.filter((each) => each !== value)
  const values = kept.length < before.length ? kept : [...kept, value].sort(byText)
  const facets = { ...choice.facets, [facet]: values }
  if (values.length === 0) delete facets[facet]
  return { ...choice, facets, after: null }
}

/** A value of a facet, with how many of the rows found under everything else have it. */
export type FacetCount = { value: string; count: number; chosen: boolean }
export type Found = {
  /** All rows found, in the order chosen. */
  rows: ExploreRow[]
  counts: Record<ExploreFacet, FacetCount[]>
}

const texts = new WeakMap<ExploreRow, Searchable>()
const nameTexts = new WeakMap<object, Searchable>()

/** Everything a row says, in both languages; made once for a row, and once for what rows have in common. */
function textOf(row: ExploreRow, names: ExploreNames): Searchable {
  const kept = texts.get(row)
  if (kept) return kept
  const point = names.points[row.point]!
  const named = [
    point.title,
    ...[...row.bodies, ...point.leads].map((id) => names.bodies[id]!),
    ...row.regions.map((id) => names.regions[id]!),
  ]
  const made = together([searchable([row.id, row.code, row.text.en, row.text.ur]), ...named.map(nameText)])
  texts.set(row, made)
  return made
}

function nameText(name: { en: string; ur: string | null }): Searchable {
  const kept = nameTexts.get(name)
  if (kept) return kept
  const made = searchable([name.en, name.ur])
  nameTexts.set(name, made)
  return made
}

/** Reads some rows before anybody searches, so that the first letter need not wait for all of them. */
export function readAhead(rows: readonly ExploreRow[], names: ExploreNames): void {
  for (const row of rows) {
    textOf(row, names)
    valuesOf(row, names)
  }
}

const facetsKept = new WeakMap<ExploreRow, (readonly string[])[]>()
/** The values a row has in every facet, in their order; made once for a row, since every keystroke asks. */
function valuesOf(row: ExploreRow, names: ExploreNames): (readonly string[])[] {
  const kept = facetsKept.get(row)
  if (kept) return kept
  const made = FACET_NAMES.map((facet) => facetValues(facet, row, names))
  facetsKept.set(row, made)
  return made
}

/** The rows a choice leaves, and the count of each facet's values under the search and the other facets. */
export function explored(view: Pick<ExploreView, "items" | "names">, choice: ExploreChoice): Found {
  const facets = FACET_NAMES
  const says = finder(choice.q)
  const wanted = facets.map((facet) => {
    const values = choice.facets[facet] ?? []
    return values.length > 0 ? new Set(values) : null
  })
  const counts = facets.map(() => new Map<string, number>())
  const rows: ExploreRow[] = []
  for (const row of view.items) {
    if (choice.q !== "" && !says(textOf(row, view.names))) continue
    const values = valuesOf(row, view.names)
    const failing = wanted.flatMap((set, at) => (set && !values[at]!.some((value) => set.has(value)) ? [at] : []))
    if (failing.length > 1) continue
    if (failing.length === 0) rows.push(row)
    for (const at of failing.length === 0 ? facets.keys() : failing) {
      for (const value of values[at]!) counts[at]!.set(value, (counts[at]!.get(value) ?? 0) + 1)
    }
  }
  return {
    rows: choice.sort ? sorted(rows, view.names, choice.sort) : rows,
    counts: Object.fromEntries(
      facets.map((facet, at) => [facet, inOrder(facet, counts[at]!, choice.facets[facet] ?? [])]),
    ) as Found["counts"],
  }
}

/** Fixed lists in their own order, points by number, names by how often they are found. */
function inOrder(facet: ExploreFacet, counts: ReadonlyMap<string, number>, chosen: readonly string[]): FacetCount[] {
  const fixed = FACETS[facet]
  const values = fixed ?? [...new Set([...counts.keys(), ...chosen])]
  const found = values.map((value) => ({ value, count: counts.get(value) ?? 0, chosen: chosen.includes(value) }))
  if (fixed) return found
  if (facet === "points") return found.sort((a, b) => Number(a.value) - Number(b.value))
  return found.sort((a, b) => b.count - a.count || byText(a.value, b.value))
}

/** How many of the rows stand at each level of a lane. */
export function compositionOf(rows: readonly ExploreRow[], lane: Lane): Composition {
  const counts: Composition = { complete: 0, intermediate: 0, minimum: 0, notInitiated: 0, unrated: 0 }
  for (const row of rows) counts[BANDS[row[lane] ?? "unrated"]]++
  return counts
}
const BANDS = { 0: "notInitiated", 1: "minimum", 2: "intermediate", 3: "complete", unrated: "unrated" } as const

/** The page of rows that begins behind `after`, and the cursors before and behind it; null where there is none. */
export function pageOf(rows: readonly ExploreRow[], after: string | null, most = ROWS_PER_PAGE) {
  const from = after === null ? 0 : rows.findIndex((row) => row.id === after) + 1
  const shown = rows.slice(from, from + most)
  const next = from + most < rows.length ? shown.at(-1)!.id : null
  return { from, shown, next, previous: from > most ? rows[from - most - 1]!.id : null, isFirst: from === 0 }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const LEVEL_OF_CERTAINTY = { low: 0, medium: 1, high: 2 }
const namesIn = (names: Record<string, { en: string }>, ids: readonly string[]) =>
  ids.length === 0 ? null : ids.map((id) => names[id]!.en).join("; ")

/** What a column is ordered by; null is unknown and stands last either way. */
const MEASURE: Record<Column | "commitment", (row: ExploreRow, names: ExploreNames) => number | string | null> = {
  commitment: (row) => row.text.en,
  plan: () => null,
  point: (row) => row.point,
  track: (row) => row.track,
  finding: (row) => row.finding,
  claim: (row) => row.claim,
  gap: (row) => row.gap,
  reason: (row) => row.reason,
  certainty: (row) => (row.certainty === null ? null : LEVEL_OF_CERTAINTY[row.certainty]),
  effective: (row) => row.effectiveOn,
  checked: (row) => row.lastChecked,
  months: (row) => row.months,
  evidence: (row) => row.evidence,
  sources: (row) => row.sources,
  regions: (row, { regions }) => namesIn(regions, row.regions),
  bodies: (row, { bodies }) => namesIn(bodies, row.bodies),
  leads: (row, { bodies, points }) => namesIn(bodies, points[row.point]!.leads),
  type: (row) => row.type,
  basis: (row) => row.basis,
  due: (row) => row.dueOn,
  promise: (row) => row.promise,
  rating: (row, { points }) => points[row.point]!.rating?.on ?? null,
  silences: (row, { points }) => points[row.point]!.silences,
}

function sorted(rows: readonly ExploreRow[], names: ExploreNames, { by, descending }: ExploreSort): ExploreRow[] {
  const measured = rows.map((row) => ({ row, value: MEASURE[by](row, names) }))
  const way = descending ? -1 : 1
  return measured
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      return a < b ? -way : a > b ? way : 0
    })
    .map(({ row }) => row)
}
