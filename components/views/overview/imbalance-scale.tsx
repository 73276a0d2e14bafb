import type { Imbalance } from "@/lib/domain/indices"
import { signed, signedRange, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * Kinetic minus non-kinetic on a line with its range. Where the range spans zero it is hatched, and words
 * stand in place of a figure.
 */
export function ImbalanceScale({
  locale,
  imbalance: { value, low, high, verdict },
}: {
  locale: Locale
  imbalance: Imbalance
}) {
  const { overview, terms } = messages(locale)
  const words = overview.imbalance
  if (low === null || high === null) return null
  const reach = signedRange(locale, low, high)
  const [from, to] = scaleOf(low, high)
  const at = (each: number) => `${Math.round((1000 * (each - from)) / (to - from)) / 10}%`
  const isTold = value !== null && verdict !== "cannot-be-told"
  return (
    <div className="imb">
      <div>
        <h2 className="h-s">{words.title}</h2>
        <p className="fact">
          {isTold ? (
            <span className="v">
              {signed(locale, value)} <small>{words.points[verdict]}</small>
            </span>
          ) : (
            <b className="font-serif text-[1.375rem]/[1.3] font-semibold [&:lang(ur)]:text-[1.25rem]/[2]">
              {terms.cannotBeTold}
            </b>
          )}
        </p>
      </div>
      <div
        className="gs"
        role="img"
        aria-label={isTold ? words.spokenTold(signed(locale, value), reach) : words.spoken(reach)}
      >
        <i className="ax" />
        <i
          className={isTold ? "rg" : "rgx"}
          style={{ insetInlineStart: at(low), width: width(low, high, to - from) }}
        />
        <i className="z" style={{ insetInlineStart: at(0) }} />
        {isTold ? <i className="pt" style={{ insetInlineStart: at(value) }} /> : null}
        {labels(low, high, to - from).map((each) => (
          <span key={each} style={{ insetInlineStart: at(each) }}>
            {each === 0 ? wholeNumber(0) : signed(locale, each)}
          </span>
        ))}
      </div>
      <p className="small muted">{isTold ? words.certain(reach) : words.spansZero(reach)}</p>
    </div>
  )
}

/** Room for the range with some air, never less than −50 to +60. */
const scaleOf = (low: number, high: number) => [Math.min(-50, low - 8), Math.max(60, high + 8)] as const

const width = (low: number, high: number, span: number) => `${Math.round((1000 * (high - low)) / span) / 10}%`

/** Zero is named unless it would run into an end's label. */
function labels(low: number, high: number, span: number): number[] {
  const near = (each: number) => Math.abs(each) / span < 0.1
  return near(low) || near(high) ? [low, high] : [low, 0, high]
}
