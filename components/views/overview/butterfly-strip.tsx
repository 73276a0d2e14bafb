import { isGapTold } from "@/components/views/compare/claim-words"
import type { Cell, GridLook, StrandCells } from "@/components/views/overview/butterfly-cells"
import { absence } from "@/components/views/overview/butterfly-words"
import { toldIndex } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { Gap } from "@/lib/domain/views/rankings"
import type { Strand } from "@/lib/domain/views/grid"
import { range, signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type StripProps = {
  locale: Locale
  look: GridLook
  track: Track
  strand: Strand
  shown: StrandCells | null
  years: number[]
  /** Years after the day asked about, left blank. */
  blank: number
  levelWords: (value: number | null) => string
  /** Where no script runs each cell tells its year and level in a title. */
  isTitled: boolean
}

// Deepening with the distance between claim and finding; a finding ahead of its claim is outlined.
const GAP_LOOKS = [
  "bg-sunken text-ink-3",
  "bg-gap text-ink",
  "bg-[color-mix(in_srgb,var(--gap-ink)_38%,var(--gap))] text-ink",
  "bg-gap-ink text-paper",
]
const BEHIND = "text-ink shadow-[inset_0_0_0_2px_var(--gap-ink)]"

/** The class that fills a cell. */
export function cellLook(look: GridLook, value: number | null): string {
  if (value === null) return "lvx"
  return look !== "gap" ? `lv${value}` : value < 0 ? BEHIND : (GAP_LOOKS[value] ?? BEHIND)
}

/** One half of a point through the years; spoken as the changes only. */
export function Strip({ locale, look, track, strand, shown, years, blank, levelWords, isTitled }: StripProps) {
  const side = track === "kinetic" ? "k" : "n"
  if (shown === null) {
    return (
      <div className={`bf-c ${side} none`} role="cell">
        <span>{absence(locale, strand)}</span>
      </div>
    )
  }
  return (
    <div
      className={`bf-c ${side}`}
      role="cell"
      data-track={track}
      data-values={shown.cells.map((cell) => cell.digit || "x").join()}
    >
      <span className="vh">{spoken(locale, shown.cells, years, levelWords)}</span>
      {shown.cells.map((cell, at) => (
        <i
          key={years[at]}
          className={`${cellLook(look, cell.value)}${cell.isFall ? " dn" : ""}`}
          title={isTitled ? `${years[at]}: ${levelWords(cell.value)}` : undefined}
        >
          {cell.isChange ? <span aria-hidden="true">{cell.digit}</span> : null}
        </i>
      ))}
      {Array.from({ length: blank }, (_, at) => (
        <i key={`blank${at}`} className="fut" />
      ))}
    </div>
  )
}

/** The index now, or the claim's distance from the finding, with its bar growing outwards. */
export function Now({ locale, track, strand, shown }: Pick<StripProps, "locale" | "track" | "strand" | "shown">) {
  const { overview, terms } = messages(locale)
  const side = track === "kinetic" ? "k" : "n"
  if (shown === null) {
    return (
      <div className={`bf-n ${side}`} role="cell">
        <span className="vh">{absence(locale, strand)}</span>
      </div>
    )
  }
  if (shown.score === null) return <NowGap locale={locale} side={side} gap={shown.gap} />
  const { index, low, high, rated, commitments } = shown.score
  if (index === null || low === null || high === null) {
    return (
      <div className={`bf-n ${side}`} role="cell">
        <Open words={overview.grid.unrated} spoken={terms.unrated} />
      </div>
    )
  }
  return (
    <div className={`bf-n ${side}`} role="cell">
      {toldIndex(shown.score) === null ? (
        <span className="num small muted">
          <span aria-hidden="true">
            {rated}/{commitments}
          </span>
          <span className="vh">{overview.grid.few(range(locale, low, high), rated, commitments)}</span>
        </span>
      ) : (
        <b className="num">{wholeNumber(index)}</b>
      )}
      <span className="nb">
        <i className="s" style={{ width: `${Math.round(low)}%` }} />
        <i className="h" style={{ width: `${Math.round(high - low)}%` }} />
      </span>
    </div>
  )
}

function NowGap({ locale, side, gap }: { locale: Locale; side: "k" | "n"; gap: Gap | null }) {
  const { noPair } = messages(locale).overview.grid
  return (
    <div className={`bf-n ${side}`} role="cell">
      {gap === null ? (
        <Open words={noPair} spoken={noPair} />
      ) : (
        <>
          <b className={`num text-gap-ink! ${isGapTold(gap.whole) ? "" : "font-normal!"}`}>{signed("en", gap.gap)}</b>
          <span className="nb">
            <i
              className={`s ${gap.gap < 0 ? "bg-paper! shadow-[inset_0_0_0_2px_var(--gap-ink)]" : "bg-gap-ink!"}`}
              style={{ width: `${Math.round(Math.abs(gap.gap))}%` }}
            />
          </span>
        </>
      )}
    </div>
  )
}

/** A bar open from end to end, with the word that says why. */
function Open({ words, spoken: said }: { words: string; spoken: string }) {
  return (
    <span className="nb relative items-center justify-center">
      <i className="h absolute inset-0" />
      <span className="relative bg-paper px-1 text-[11px]/4 whitespace-nowrap text-ink-2" aria-hidden="true">
        {words}
      </span>
      <span className="vh">{said}</span>
    </span>
  )
}

function spoken(
  locale: Locale,
  cells: readonly Cell[],
  years: readonly number[],
  levelWords: StripProps["levelWords"],
) {
  const { from } = messages(locale).overview.grid
  return cells
    .flatMap((cell, at) =>
      at === 0 || cell.value !== cells[at - 1]!.value ? [from(levelWords(cell.value), years[at]!)] : [],
    )
    .join(locale === "ur" ? "؛ " : "; ")
}
