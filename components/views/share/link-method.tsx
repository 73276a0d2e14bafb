import { Fold } from "@/components/ui/fold"
import { Levels } from "@/components/views/method/levels-section"
import type { ShareChart } from "@/lib/domain/share"
import { coverageOf, type SharedView } from "@/lib/domain/views/shared"
import { percent, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How the numbers of a link are made, from the constants and words that the site's page of the method uses. */
export function LinkMethod({
  locale,
  shared,
  chart,
}: {
  locale: Locale
  shared: SharedView
  chart: ShareChart | null
}) {
  const { method, terms, linkPage } = messages(locale)
  const { commitments, tracks } = coverageOf(shared, chart)
  const words = linkPage.method
  return (
    <Fold label={words.title}>
      <section className="sec" aria-labelledby="method">
        <h2 id="method">{words.title}</h2>
        <div className="prose2 mt-3 max-w-[760px]">
          <p>{method.lanes[0]}</p>
          <h3 className="h-s">{words.scale}</h3>
          <Levels locale={locale} />
          <h3 className="h-s">{words.formula}</h3>
          <p>{method.index.text}</p>
          <Formula text={method.index.formula} />
          <h3 className="h-s">{words.reach}</h3>
          <p>{method.range.text}</p>
          <Formula text={method.range.worked} />
          {tracks.length > 0 ? (
            <ul className="flex flex-col gap-1">
              {tracks.map(({ track, score }) => (
                <li key={track} className="num">
                  {words.coverage(
                    terms.track[track],
                    score.low === null || score.high === null
                      ? terms.nothingPromised
                      : [
                          score.index === null
                            ? terms.unrated
                            : `${messages(locale).overview.stand.index} ${wholeNumber(score.index)}`,
                          `${messages(locale).charts.range(range(locale, score.low, score.high))}`,
                          `${terms.rated(score.rated, score.commitments)} (${percent(locale, score.coverage)})`,
                        ].join(locale === "ur" ? "، " : ", "),
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          {tracks.length === 2 || isOfBoth(shared) ? (
            <>
              <h3 className="h-s">{words.imbalance}</h3>
              <p>{method.imbalance.text}</p>
            </>
          ) : null}
          {shared.view.provisional > 0 ? (
            <>
              <h3 className="h-s">{words.state}</h3>
              <p className="note">
                {method.status.provisional}{" "}
                {chart === null ? method.status.provisionalNow(shared.view.provisional, commitments) : null}
              </p>
            </>
          ) : null}
        </div>
      </section>
    </Fold>
  )
}

/** A comparison shows the imbalance of each side that holds both tracks. */
const isOfBoth = (shared: SharedView) =>
  shared.screen === "compare" && shared.view.by !== "tracks" && shared.view.track === null

function Formula({ text }: { text: string }) {
  return (
    <div className="formula">
      <span className="mono" dir="ltr">
        {text}
      </span>
    </div>
  )
}
