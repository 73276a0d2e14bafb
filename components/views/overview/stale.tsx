import { Figure } from "@/components/charts/figure"
import { type Hrefs, unchecked } from "@/components/views/hrefs"
import { CommitmentLink } from "@/components/views/overview/point-link"
import type { OverviewView } from "@/lib/domain/views/overview"
import { months } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const SHOWN = 7
export const STALE_MONTHS = 12

/** The commitments that the chart shows, how many months its whole width stands for, and how many are over a year old. */
export const staleShown = ({ stalest }: Pick<OverviewView, "stalest">) => ({
  shown: stalest.slice(0, SHOWN),
  longest: Math.max(60, stalest[0]?.months ?? 0),
  old: stalest.filter((each) => each.months > STALE_MONTHS).length,
})

/** Rated commitments nobody has looked at for longest. */
export function LongestUnchecked({
  locale,
  view,
  hrefs,
  year,
}: {
  locale: Locale
  view: OverviewView
  hrefs: Hrefs
  year: number
}) {
  const { explore, overview } = messages(locale)
  const words = overview.stale
  const all = hrefs.explore(unchecked(view.lane, STALE_MONTHS))
  const { shown, longest, old } = staleShown(view)
  const at = (count: number) => `${Math.round((1000 * count) / longest) / 10}%`
  return (
    <Figure
      locale={locale}
      id="stale"
      title={words.title}
      finding={view.stalest.length > 0 ? words.finding(old, view.stalest.length) : undefined}
      note={view.stalest.length > 0 ? words.note : undefined}
      className="col-span-4"
    >
      {view.stalest.length === 0 ? <p className="small muted">{words.none}</p> : null}
      <ol className="rows stalelist">
        {shown.map((each) => (
          <li key={each.commitment.id}>
            <span className="pn pt num">{each.commitment.code}</span>
            <span className="pt">
              <CommitmentLink locale={locale} hrefs={hrefs} year={year} commitment={each.commitment} />
            </span>
            <span className="small num text-end">{months(locale, each.months)}</span>
            <span className="sbar" aria-hidden="true">
              <i style={{ width: at(each.months) }} />
              <u style={{ insetInlineStart: at(STALE_MONTHS) }} />
            </span>
          </li>
        ))}
      </ol>
      {all === null ? null : (
        <p className="small mt-3">
          <a href={all}>{explore.seeAll}</a>
        </p>
      )}
    </Figure>
  )
}
