import { apart, type Box, type Size } from "@/components/charts/plot"
import { run } from "@/components/charts/trend-marks"
import { px, type Scale } from "@/components/charts/scales"
import type { Score } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import { range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type LineEnd = { track: Track; score: Score }

const ROOM = { wide: 46, narrow: 42 }

/** Mark, name, index and range at the end of each line; two that lie close are moved apart. */
export function EndLabels({
  locale,
  ends,
  x,
  labelX,
  y,
  box,
  size,
}: {
  locale: Locale
  ends: LineEnd[]
  x: number
  labelX: number
  y: Scale
  box: Box
  size: Size
}) {
  const shown = ends
    .filter(({ score }) => score.commitments > 0)
    .map((end) => ({ ...end, at: y(end.score.index ?? (end.score.low! + end.score.high!) / 2) }))
    .sort((a, b) => a.at - b.at)
  const [upper, lower] = shown
  const bounds = [box.plot.top + 22, box.plot.bottom - 14] as const
  const [first, second] = lower ? apart(upper!.at + 10, lower.at + 6, ROOM[size], bounds) : [(upper?.at ?? 0) + 10, 0]
  return shown.map(({ track, score, at }, order) => (
    <g key={track}>
      {score.index === null ? null : <EndMark track={track} x={x} y={at} />}
      <Label {...{ locale, track, score, size }} x={labelX} y={order === 0 ? first : second} nameAbove={order === 0} />
    </g>
  ))
}

function EndMark({ track, x, y }: { track: Track; x: number; y: number }) {
  return track === "kinetic" ? (
    <rect className="kf" x={px(x - 5)} y={px(y - 5)} width="10" height="10" />
  ) : (
    <circle className="nf" cx={px(x)} cy={px(y)} r="5.4" />
  )
}

function Label({
  locale,
  track,
  score,
  size,
  x,
  y,
  nameAbove,
}: {
  locale: Locale
  track: Track
  score: Score
  size: Size
  x: number
  y: number
  nameAbove: boolean
}) {
  const { charts, terms } = messages(locale)
  const isWide = size === "wide"
  const ink = track === "kinetic" ? "tk-k" : "tk-n"
  const interval = range(locale, score.low!, score.high!)
  // Beside a narrow plot there is room for one word.
  const names = isWide ? [terms.track[track]] : terms.track[track].split(/(?<=-)|\s/)
  const step = isWide ? 0 : 14
  const rise = score.index === null ? 15 : isWide ? 28 : 26
  const nameY = nameAbove ? y - rise - step * (names.length - 1) : y + (isWide ? 34 : 30)
  return (
    <>
      {names.map((name, at) => (
        <text
          key={name}
          x={px(x)}
          y={px(nameY + at * step)}
          className={`${ink} b paperstroke`}
          style={isWide ? { fontSize: 14 } : undefined}
        >
          {run(locale, name)}
        </text>
      ))}
      {score.index === null ? (
        <text x={px(x)} y={px(y)} className={`xs ${ink} paperstroke`}>
          {run(locale, charts.cannotBeRated)}
        </text>
      ) : (
        <text x={px(x)} y={px(y)} className={`bigv ${ink} paperstroke`} style={isWide ? undefined : { fontSize: 26 }}>
          {wholeNumber(score.index)}
        </text>
      )}
      {score.coverage === 1 ? null : (
        <text x={px(x)} y={px(y + (isWide ? 16 : 15))} className={`xs ${ink} paperstroke`}>
          {isWide ? run(locale, charts.range(interval)) : interval}
        </text>
      )}
    </>
  )
}
