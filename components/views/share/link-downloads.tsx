import { Icon } from "@/components/ui/icon"
import { evidenceItems } from "@/components/views/point/evidence-items"
import type { ShareChart } from "@/lib/domain/share"
import type { SharedView } from "@/lib/domain/views/shared"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The drawings that exist as pictures of their own. */
const DRAWINGS = [
  ...(["trend", "imbalance", "strand-kinetic", "strand-non-kinetic", "evidence"] as const),
  ...(["core-kinetic", "core-non-kinetic", "lanes-kinetic", "lanes-non-kinetic"] as const),
  ...(["outcomes", "steps", "composition"] as const),
]
type Drawing = (typeof DRAWINGS)[number]

/** The table of a link as files and its drawings as pictures, all behind the link's own address. */
export function LinkDownloads({
  locale,
  shared,
  chart,
  path,
  search,
}: {
  locale: Locale
  shared: SharedView
  chart: ShareChart | null
  /** The link's own, "/en/s/…"; `search` is how it was turned. */
  path: string
  search: string
}) {
  const { downloads } = messages(locale).linkPage
  const files: [href: string, words: string][] = [
    ["data.csv", downloads.data("CSV")],
    ["data.xlsx", downloads.data("XLSX")],
    ["data.json", downloads.raw],
    ...drawingsOf(shared, chart).flatMap((name): [string, string][] =>
      ["svg", "png"].map((format) => [`${name}.${format}`, downloads.drawing(downloads[name], format.toUpperCase())]),
    ),
  ]
  return (
    <section className="sec" aria-labelledby="downloads">
      <h2 id="downloads">{downloads.title}</h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {files.map(([name, words]) => (
          <li key={name}>
            <a className="btn" href={`${path}/${name}${search}`} download rel="nofollow">
              <Icon name="download" />
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which drawings the page of a link shows: no picture is offered of what is not there. */
function drawingsOf(shared: SharedView, chart: ShareChart | null): Drawing[] {
  const isThere: Record<Drawing, boolean> = {
    trend: shared.screen === "overview",
    imbalance: shared.screen === "overview" && shared.view.track === null && shared.view.imbalance.low !== null,
    "strand-kinetic": hasStrand(shared, "kinetic"),
    "strand-non-kinetic": hasStrand(shared, "non-kinetic"),
    "core-kinetic": hasPair(shared, "plans", "kinetic"),
    "core-non-kinetic": hasPair(shared, "plans", "non-kinetic"),
    "lanes-kinetic": hasPair(shared, "lanes", "kinetic"),
    "lanes-non-kinetic": hasPair(shared, "lanes", "non-kinetic"),
    outcomes: shared.screen === "outcomes",
    steps: shared.screen === "momentum",
    composition: shared.screen === "momentum",
    evidence: shared.screen === "point" && evidenceItems(shared.view).some(({ source }) => isBy(source, shared.view)),
  }
  return DRAWINGS.filter((name) => isThere[name] && (chart === null || chart === name))
}

const hasStrand = (shared: SharedView, track: string) =>
  shared.screen === "point" && shared.view.strands.some((it) => it.track === track && it.commitments.length > 0)

/** Two lines of one track: of both lanes, or of both plans where any link joins them. */
function hasPair(shared: SharedView, by: "plans" | "lanes", track: string): boolean {
  if (shared.screen !== "compare" || shared.view.by !== by) return false
  const { plansCompared, track: only } = shared.view
  return (only ?? track) === track && (plansCompared === null || plansCompared.core.changedAt !== null)
}

const isBy = ({ publishedOn }: { publishedOn: string | null }, { asOf }: { asOf: string }) =>
  publishedOn !== null && publishedOn <= asOf
