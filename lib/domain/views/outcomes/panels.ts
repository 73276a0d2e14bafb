import { type Day, dayOf, yearOf } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { type Ledger, order, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Indicator, Observation } from "@/lib/domain/records"

/** What a publisher counts. `other` is no count: a rank or a score. */
export type Measure = "attacks" | "deaths" | "other"

/**
 * One indicator of one publisher: what is drawn in one panel, on a scale of its own. `years` with a figure that may be
 * told (`isFigureShown`). `region` is the province or territory it counts, null for the whole country.
 */
export type PanelHead = {
  id: string
  indicator: string
  publisher: string
  unit: string
  measure: Measure
  region: string | null
  years: number
}

/** Who published a figure, as far as a table needs to say. `href` only where the address is https. */
export type FigureSource = { id: string; title: string; publisher: string; href: string | null }

/**
 * One published figure. `variant` names the vintage or base where a publisher has several ("vintage-2016"), `isMain`
 * the one that is drawn solid where a year has more than one. `isBreak`: it does not continue the main figure before
 * it. `isPartial`: its year was not over on the as-of day. `before`: the value another revision of ours had published.
 */
export type Figure = {
  id: string
  series: string
  variant: string | null
  year: number
  value: number
  isMain: boolean
  isBreak: boolean
  isPartial: boolean
  breakNote: string | null
  note: string | null
  confidence: Observation["confidence"]
  source: FigureSource | null
  revision: number
  before: { value: number; revision: number } | null
}

/** A panel with its figures, oldest first, the main one of a year before the others. */
export type Panel = PanelHead & { figures: Figure[] }

const UNITS: Record<string, Measure> = { attacks: "attacks", incidents: "attacks", people: "deaths" }

/**
 * Indicators that count all of their measure as the publisher defines it. All others count one sort of it (sectarian,
 * suicide, one group of victims, one city), as does one that is not named here yet: only the key tells.
 */
const WHOLES: ReadonlySet<string> = new Set([
  ...["terrorist_attacks", "militant_attacks", "gti_incidents", "incidents"],
  ...["killed_in_terrorist_attacks", "killed_in_militant_attacks", "terror_attack_fatalities", "gti_deaths"],
  ...["violence_linked_fatalities", "combat_related_deaths_all", "deaths_all_incidents", "fatalities_total"],
])

/** Whether a panel counts all attacks or deaths by its publisher's rule, and not one sort of them. */
export const isWhole = (panel: Pick<PanelHead, "indicator">) => WHOLES.has(panel.indicator)

/**
 * Whether a figure may be told: once its year is over, or within it, as a partial figure, where we had published it by
 * the as-of day: one published later tells of days after it. Nothing here looks at today, so that an answer with both
 * clocks set stands still.
 */
export function isFigureShown(ledger: Ledger, facts: Snapshot, { id, year }: Observation, asOf: Day): boolean {
  if (`${year}-12-31` <= asOf) return true
  if (year !== yearOf(asOf)) return false
  const revision = facts.publishedBy.get(`observation/${id}`)!
  return dayOf(ledger.revisions[revision - 1]!.publishedAt) <= asOf
}

/** Regions that the names of indicators spell in another way than the records. */
const SPELLED: Record<string, string> = { FATA: "MERGED" }
/** Karachi is filed under Sindh, as its point is. */
const LOCALITIES: readonly [string, string][] = [["karachi_", "SINDH"]]

/**
 * Every panel the record has, of one region where one is asked for, in the order of publisher and indicator. A series
 * of another publisher never joins a panel, whatever its id says.
 */
export function panelsOf(ledger: Ledger, facts: Snapshot, question: Pick<Question, "asOf" | "region">): Panel[] {
  const { asOf, region } = question
  const observations = grouped(
    [...facts.records.observation.values()].filter((it) => isFigureShown(ledger, facts, it, asOf)),
    (it) => it.series,
  )
  const series = [...facts.records.indicator.values()]
    .filter((it) => observations.has(it.id))
    .sort((a, b) => order(a.id, b.id))
  const groups = [
    ...grouped(series, (it) => JSON.stringify([stemOf(it), it.publisher, it.indicator, it.unit])).values(),
  ]
  const taken = new Set<string>()
  return groups
    .map((members): Panel => {
      const [first] = members as [Indicator]
      // Two publishers under one stem: the second is known by its series.
      const id = taken.has(stemOf(first)) ? first.id : stemOf(first)
      taken.add(id)
      const figures = figuresOf(ledger, facts, members, observations, asOf)
      return {
        id,
        ...named(facts, first.indicator),
        publisher: first.publisher,
        unit: first.unit,
        measure: UNITS[first.unit] ?? "other",
        years: new Set(figures.map((it) => it.year)).size,
        figures,
      }
    })
    .filter((panel) => region === null || panel.region === region)
    .sort((a, b) => order(a.publisher, b.publisher) || order(a.id, b.id))
}

/** "satp.fatalities_total.vintage-2016" → "satp.fatalities_total": what its vintages and bases share. */
function stemOf({ id, indicator }: Indicator): string {
  const at = id.indexOf(`.${indicator}`)
  const end = at + indicator.length + 1
  return at > 0 && (end === id.length || id[end] === ".") ? id.slice(0, end) : id
}

function variantOf(series: Indicator): string | null {
  return series.id.slice(stemOf(series).length + 1) || null
}

/** "terrorist_attacks_KP" → what is counted and where. */
function named(facts: Snapshot, indicator: string): { indicator: string; region: string | null } {
  const locality = LOCALITIES.find(([prefix]) => indicator.startsWith(prefix))
  if (locality) return { indicator, region: locality[1] }
  const cut = indicator.lastIndexOf("_")
  const last = indicator.slice(cut + 1).toUpperCase()
  const region = SPELLED[last] ?? last
  return cut > 0 && facts.records.region.has(region)
    ? { indicator: indicator.slice(0, cut), region }
    : { indicator, region: null }
}

function figuresOf(
  ledger: Ledger,
  facts: Snapshot,
  members: readonly Indicator[],
  observations: ReadonlyMap<string, Observation[]>,
  asOf: Question["asOf"],
): Figure[] {
  const longestFirst = members
    .map((series) => ({ variant: variantOf(series), own: observations.get(series.id) ?? [] }))
    .sort((a, b) => b.own.length - a.own.length || order(a.variant ?? "", b.variant ?? ""))
  const byYear = grouped(
    longestFirst.flatMap(({ variant, own }) =>
      own.toSorted((a, b) => order(a.id, b.id)).map((it) => ({ it, variant })),
    ),
    ({ it }) => it.year,
  )
  let before: Observation | null = null
  return [...byYear.keys()]
    .sort((a, b) => a - b)
    .flatMap((year) =>
      byYear.get(year)!.map(({ it, variant }, at): Figure => {
        const isMain = at === 0
        const isBreak = isMain && before !== null && (before.series !== it.series || before.breakNote !== it.breakNote)
        if (isMain) before = it
        return {
          id: it.id,
          series: it.series,
          variant,
          year,
          value: it.value,
          isMain,
          isBreak,
          isPartial: asOf < `${year}-12-31`,
          breakNote: it.breakNote,
          note: it.note,
          confidence: it.confidence,
          source: sourceOf(facts, it.source),
          revision: facts.publishedBy.get(`observation/${it.id}`)!,
          before: beforeOf(ledger, facts.revision, it),
        }
      }),
    )
}

function sourceOf(facts: Snapshot, id: string | null): FigureSource | null {
  const source = id === null ? undefined : facts.records.source.get(id)
  if (!source) return null
  const href = source.url?.startsWith("https://") ? source.url : null
  return { id: source.id, title: source.title, publisher: source.publisher, href }
}

/** The newest other value that we had published for the same figure. */
function beforeOf(ledger: Ledger, known: number, { id, value }: Observation): Figure["before"] {
  const other = ledger.versions.observation
    .get(id)
    ?.findLast((version) => version.revision <= known && version.record.value !== value)
  return other ? { value: other.record.value, revision: other.revision } : null
}
