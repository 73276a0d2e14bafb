import type { LiveDrawing, LiveStep, LiveStrand, LiveView } from "@/components/charts/live-data"
import { formatDay, range, signed, signedRange, wholeNumber } from "@/lib/i18n/format"

const TIP_WIDTH = 232
/** Up to this width a drawing is a phone's: there the words stand above it, or they would cover most of it. */
const NARROW = 480

/** What stood on the day pointed at; also a polite live region. */
export function LiveTip({
  drawing,
  step,
  scale,
  dir,
}: {
  drawing: LiveDrawing
  step: LiveStep | undefined
  scale: number
  dir: "ltr" | "rtl"
}) {
  const { box } = drawing
  const { days } = drawing.view
  const x = step ? box.plot.left + ((step[0] - days[0]) / (days[1] - days[0])) * (box.plot.right - box.plot.left) : 0
  const isLate = x > (box.plot.left + box.plot.right) / 2
  const at = x * scale
  const isNarrow = box.width <= NARROW
  const place = isNarrow
    ? { insetInlineStart: Math.max(0, Math.min(at - TIP_WIDTH / 2, box.width * scale - TIP_WIDTH)), bottom: "100%" }
    : { insetInlineStart: Math.max(0, isLate ? at - TIP_WIDTH - 12 : at + 12), top: 8 * scale }
  return (
    <div role="status" className="absolute z-5" style={{ ...place, width: TIP_WIDTH }}>
      {step ? (
        <div className="tip w-full" dir={dir}>
          <b>{formatDay(drawing.view.locale, dayOf(step[0]))}</b>
          {drawing.kind === "strand" ? <Lanes view={drawing.view} step={step} /> : null}
          {drawing.kind === "trend" ? <Indices view={drawing.view} step={step} /> : null}
          {drawing.kind === "imbalance" ? <Difference view={drawing.view} step={step} /> : null}
        </div>
      ) : null}
    </div>
  )
}

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

function Lanes({
  view: { locale, track, words },
  step: [, finding, low, high, claim],
}: {
  view: LiveStrand
  step: LiveStep
}) {
  const isOpen = low != null && high != null && high > low
  return (
    <>
      <span className="row">
        <span>
          <i className={track === "kinetic" ? "sq" : "ci"} />
          {words.finding}
        </span>
        <span>
          {finding == null ? words.unrated : <b>{wholeNumber(finding)}</b>}
          {isOpen ? ` (${words.range} ${range(locale, low, high)})` : null}
        </span>
      </span>
      <span className="row">
        <span>
          <i className="size-[9px] border-[1.6px] border-current" />
          {words.claim}
        </span>
        <span>{claim == null ? words.unrated : <b>{wholeNumber(claim)}</b>}</span>
      </span>
    </>
  )
}

function Indices({
  view: { locale, words, from },
  step: [, k, kl, kh, n, nl, nh],
}: {
  view: LiveView
  step: LiveStep
}) {
  const row = (
    mark: string,
    name: string,
    index: number | null | undefined,
    low: number | null | undefined,
    high: number | null | undefined,
  ) => (
    <span className="row">
      <span>
        <i className={mark} />
        {name}
      </span>
      <span>
        {index == null ? words.unrated : <b>{wholeNumber(index)}</b>}
        {low == null || high == null ? null : ` (${range(locale, low, high)})`}
      </span>
    </span>
  )
  return (
    <>
      {from.kinetic === null ? null : row("sq", words.kinetic, k, kl, kh)}
      {from["non-kinetic"] === null ? null : row("ci", words["non-kinetic"], n, nl, nh)}
    </>
  )
}

function Difference({ view: { locale, words }, step: [, k, kl, kh, n, nl, nh] }: { view: LiveView; step: LiveStep }) {
  if (kl == null || kh == null || nl == null || nh == null) return <span>{words.unrated}</span>
  const [low, high] = [kl - nh, kh - nl]
  const isTold = k != null && n != null && (low > 0 || high < 0)
  return (
    <>
      <span className="row">
        <span>{words.imbalance}</span>
        <b>{isTold ? signed(locale, k - n) : words.cannotBeTold}</b>
      </span>
      <span className="row">
        <span>{words.range}</span>
        <span>{signedRange(locale, low, high)}</span>
      </span>
    </>
  )
}
