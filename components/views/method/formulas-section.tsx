import { CompositionBar } from "@/components/ui/composition-bar"
import type { Hrefs } from "@/components/views/hrefs"
import { type Band, BANDS, type Imbalance, type Score } from "@/lib/domain/indices"
import { HIGHEST_LEVEL, TRACKS } from "@/lib/domain/scale"
import type { MethodView } from "@/lib/domain/views/method"
import { formatDay, oneDecimal, percent, signed, signedRange, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: MethodView }

const LEVEL_OF: Record<Exclude<Band, "unrated">, number> = { complete: 3, intermediate: 2, minimum: 1, notInitiated: 0 }

/** The formula, worked through with the view's own numbers. */
export function IndexFormula({ locale, view, hrefs }: Props & { hrefs: Hrefs }) {
  const { method, sandbox, terms } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)!
  return (
    <>
      <p>
        {method.index.text} <a href={hrefs.sandbox()!}>{sandbox.link}</a>
      </p>
      <div className="formula">
        <span className="mono" dir="ltr">
          {method.index.formula}
        </span>
      </div>
      {TRACKS.map((track) => {
        const score = scoreOf(view, track)
        const name = terms.track[track]
        return (
          <div key={track} className="formula">
            {score.index === null ? (
              <span>{method.index.none(name)}</span>
            ) : (
              <span className="mono" dir="ltr">
                100 × ({earned(score)}) ÷ ({HIGHEST_LEVEL} × {score.rated}) = {oneDecimal(score.index)}
              </span>
            )}
            <span className="small muted">
              {method.index.worked(name, inLocale(locale, plan.title).text, formatDay(locale, view.asOf))}
            </span>
          </div>
        )
      })}
    </>
  )
}

/** Low, high and coverage of both tracks, as bars with the range beneath. */
export function RangeFormula({ locale, view }: Props) {
  const { method, terms } = messages(locale)
  const labels = {
    complete: terms.level[3],
    intermediate: terms.level[2],
    minimum: terms.level[1],
    notInitiated: terms.level[0],
    unrated: terms.unrated,
  }
  return (
    <>
      <p>{method.range.text}</p>
      <div className="formula">
        <span className="mono" dir="ltr">
          {method.range.worked}
        </span>
      </div>
      {TRACKS.map((track) => {
        const score = scoreOf(view, track)
        if (score.low === null || score.high === null) return null
        return (
          <div key={track} className="rgx2">
            <p className="small">
              <span className={`trk ${track === "kinetic" ? "k" : "n"}`}>{terms.track[track]}</span>{" "}
              <span className="muted num mono" dir="ltr">
                {method.range.coverage(score.rated, score.commitments, percent("en", score.coverage))}
              </span>
            </p>
            <CompositionBar counts={score.composition} labels={labels} />
            <div className="rline rtl:[&>span]:[transform:translateX(50%)]">
              <i style={{ insetInlineStart: at(score.low), width: at(score.high - score.low) }} />
              {score.index === null ? null : (
                <u
                  style={{
                    insetInlineStart: at(score.index),
                    background: `var(--${track === "kinetic" ? "kin" : "non"})`,
                  }}
                />
              )}
              <span style={{ insetInlineStart: at(score.low) }}>{method.range.low(wholeNumber(score.low))}</span>
              <span style={{ insetInlineStart: at(score.high) }}>{method.range.high(wholeNumber(score.high))}</span>
            </div>
          </div>
        )
      })}
      <p className="small muted">{method.range.shares}</p>
    </>
  )
}

/** The imbalance with the range that follows: a figure only where the range leaves zero out. */
export function ImbalanceFormula({ locale, view, imbalance }: Props & { imbalance: Imbalance }) {
  const { method, terms } = messages(locale)
  const { value, low, high, verdict } = imbalance
  const [kinetic, nonKinetic] = TRACKS.map((track) => scoreOf(view, track))
  const figure = (score: Score | undefined) => (score?.index == null ? terms.unrated : wholeNumber(score.index))
  return (
    <>
      <p>{method.imbalance.text}</p>
      {low === null || high === null ? null : (
        <div>
          <div className="gs" role="img" aria-label={method.imbalance.scale(signed(locale, low), signed(locale, high))}>
            <i className="ax" />
            <i className="z" style={{ insetInlineStart: "50%" }} />
            <i
              className={value === null ? "rgx" : "rg"}
              style={{ insetInlineStart: at((low + 100) / 2), width: at((high - low) / 2) }}
            />
            {value === null ? null : <i className="pt" style={{ insetInlineStart: at((value + 100) / 2) }} />}
            <span style={{ insetInlineStart: "50%" }}>0</span>
            <span style={{ insetInlineStart: at((low + 100) / 2) }}>{signed(locale, low)}</span>
            <span style={{ insetInlineStart: at((high + 100) / 2) }}>{signed(locale, high)}</span>
          </div>
          <p className="small">
            <b>
              {value === null
                ? method.imbalance.untold
                : method.imbalance.told(
                    signed(locale, value),
                    terms.track[verdict === "kinetic-ahead" ? "kinetic" : "non-kinetic"],
                  )}
            </b>{" "}
            {method.imbalance.range(signedRange(locale, low, high))}{" "}
            {method.imbalance.rests(
              figure(kinetic),
              figure(nonKinetic),
              terms.rated(kinetic?.rated ?? 0, kinetic?.commitments ?? 0),
              terms.rated(nonKinetic?.rated ?? 0, nonKinetic?.commitments ?? 0),
            )}
          </p>
        </div>
      )}
    </>
  )
}

const at = (value: number) => `${Math.round(value * 10) / 10}%`

export function scoreOf(view: MethodView, track: (typeof TRACKS)[number]): Score {
  const all = view.baskets.find((basket) => basket.name === "all")!
  return track === "kinetic" ? all.tracks.kinetic : all.tracks.nonKinetic
}

/** "3×2 + 2×7 + 1×6 + 0×0": what the rated commitments add up to. */
function earned(score: Score): string {
  return BANDS.flatMap((band) => (band === "unrated" ? [] : `${LEVEL_OF[band]}×${score.composition[band]}`)).join(" + ")
}
