import type { KeyItem } from "@/components/charts/drawing-key"
import { isGapTold } from "@/components/views/compare/claim-words"
import { claimsShown, gapsFinding, strandGapWords } from "@/components/views/overview/claims"
import type { OverviewView } from "@/lib/domain/views/overview"
import { signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ClaimSign, Hairline, TrackSign, Joined } from "./marks"
import { RowsDrawing } from "./rows-drawing"
import { pointWords, told } from "./titles"

export const INDEX_TICKS = [0, 50, 100].map((at) => ({ at, label: String(at) }))

/** Strands in which the claims stand furthest above the findings, as the overview lists them. */
export function ClaimsDrawing({ locale, view }: { locale: Locale; view: OverviewView }) {
  const { overview, terms } = messages(locale)
  const words = overview.claims
  const { shown } = claimsShown(view)
  const tracks = [...new Set(shown.map((gap) => gap.track))]
  const items: KeyItem[] = [
    { mark: <ClaimSign x={6} y={6} />, words: terms.lane.claim },
    ...tracks.map((track) => ({
      mark: <TrackSign track={track} x={6} y={6} />,
      words: `${terms.lane.finding} · ${terms.track[track]}`,
    })),
  ]
  return (
    <RowsDrawing
      locale={locale}
      name="claims"
      label={told(locale, words.title, gapsFinding(locale, view))}
      columns={[{ width: 330 }, { width: 110 }, { width: 260 }, { width: 44, side: "end" }]}
      rows={shown.map(({ point, track, claim, finding, gap, ...rest }) => ({
        key: `${point.id}-${track}`,
        cells: [
          [
            { words: pointWords(locale, point), look: "ti" },
            { words: strandGapWords(locale, rest), look: "xs" },
          ],
          [{ words: terms.track[track], track }],
          {
            height: 16,
            draw: ({ x, y }) => (
              <>
                <Hairline {...{ x, y }} />
                <Joined {...{ x, y }} from={claim} to={finding} />
                <ClaimSign x={x(claim)} y={y} />
                <TrackSign track={track} x={x(finding)} y={y} />
              </>
            ),
          },
          [{ words: signed(locale, gap), look: isGapTold(rest.whole) ? "ti b" : "ti" }],
        ],
      }))}
      axis={{ column: 2, ticks: INDEX_TICKS }}
      items={items}
      note={words.note}
    />
  )
}
