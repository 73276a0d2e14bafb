import { Carried } from "@/components/form/carried"
import { Panel } from "@/components/views/controls/panel"
import { formOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { dayOf } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { locale: Locale; view: Frame; query: Query; hrefs: Hrefs }

/** The second clock, put away behind a button as long as it stands on the newest revision. */
export function Known(props: Props) {
  return (
    <Panel label={messages(props.locale).controls.knownThen} wide>
      <div className="flex items-center gap-8 text-(length:--t-m) [&>*]:flex-1">
        <KnownForm {...props} id="known" />
        <TwoClocks locale={props.locale} />
      </div>
    </Panel>
  )
}

/** The site as it stood on the as-of day, or that there was nothing to see yet. */
function KnownThen({ locale, view, query, hrefs }: Props) {
  const { timeline: words } = messages(locale)
  const { knownThen, firstPublished } = view.timeline
  const day = formatDay(locale, view.asOf)
  if (knownThen === null)
    return <p className="small">{words.nothingThen(day, formatDay(locale, dayOf(firstPublished)))}</p>
  const { revision, publishedAt } = knownThen
  // With a revision asked for, the strip above says what is shown.
  if (revision === view.revision)
    return query.known === null ? <p className="small muted">{words.allThen(day)}</p> : null
  return (
    <p className="small">
      <a href={hrefs.here({ known: revision })!}>{words.showThen(day)}</a>.{" "}
      {words.thenIs(revision, formatDay(locale, dayOf(publishedAt)))}
    </p>
  )
}

/** The second clock, in the open as soon as it is off. */
export function KnownCard(props: Props) {
  return (
    <div className="bitime">
      <KnownForm {...props} id="known" />
      <TwoClocks locale={props.locale} />
    </div>
  )
}

export function KnownForm({ locale, view, query, hrefs, id }: Props & { id: string }) {
  const { controls, terms } = messages(locale)
  const newestHref = hrefs.here({ known: null })
  const form = formOf(newestHref)
  if (form === null || newestHref === null) return null
  const then = <KnownThen {...{ locale, view, query, hrefs }} />
  if (view.newest <= 1 && query.known === null) {
    return (
      <div className="flex flex-col gap-2">
        {then}
        <p>{controls.onlyRevision}</p>
      </div>
    )
  }
  return (
    <form action={form.action} className="flex flex-wrap items-end gap-3">
      <div className="basis-full empty:hidden">{then}</div>
      <Carried pairs={form.carried} />
      <div className="field grow">
        <label htmlFor={id}>{controls.knownOn}</label>
        {view.newest === view.recent.length ? (
          <select className="in" id={id} name="known" defaultValue={view.revision}>
            {view.recent.map(({ revision, publishedAt }) => (
              <option key={revision} value={revision}>
                {revision === view.newest ? controls.newestRevision(revision) : terms.revision(revision)}
                {" · "}
                {formatDay(locale, dayOf(publishedAt))}
              </option>
            ))}
          </select>
        ) : (
          <input
            className="in"
            id={id}
            type="number"
            name="known"
            min={1}
            max={view.newest}
            defaultValue={view.revision}
          />
        )}
      </div>
      <button className="btn" type="submit">
        {controls.show}
      </button>
      {query.known === null ? null : (
        <a className="small basis-full" href={newestHref}>
          {controls.backToNewest}
        </a>
      )}
    </form>
  )
}

function TwoClocks({ locale }: { locale: Locale }) {
  const { twoClocks } = messages(locale).controls
  return (
    <p className="small muted">
      <b className="text-ink">{twoClocks.asOf}</b>: {twoClocks.asOfText} <b className="text-ink">{twoClocks.known}</b>:{" "}
      {twoClocks.knownText}
    </p>
  )
}
