import { Carried } from "@/components/form/carried"
import { formOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { panelName, publisherName } from "@/components/views/outcomes/words"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import type { PanelHead } from "@/lib/domain/views/outcomes/panels"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const MEASURES = ["attacks", "deaths", "other"] as const

/** Which counts are drawn: a GET form of checkboxes, so that a choice is an address. */
export function ChoosePanels({
  locale,
  view,
  hrefs,
  isChosen,
}: {
  locale: Locale
  view: OutcomesView
  hrefs: Hrefs
  /** Whether the reader has chosen, rather than sees the usual panels. */
  isChosen: boolean
}) {
  const { choose } = messages(locale).outcomes
  const form = formOf(hrefs.here({ show: null }))
  if (form === null) return null
  return (
    <section className="sec mt-8" aria-labelledby="choose">
      <h2 id="choose" className="text-[1.375rem]">
        {choose.title}
      </h2>
      {view.choices.length === 0 && view.region ? (
        <p className="small mt-2">
          {choose.noneInRegion(inLocale(locale, view.region.name).text)}{" "}
          <a href={hrefs.here({ region: null, show: null })!}>{choose.wholeCountry}</a>
        </p>
      ) : (
        <form action={form.action} aria-labelledby="choose">
          <p className="small muted mt-1 max-w-[68ch]">{choose.hint}</p>
          <Carried pairs={form.carried} />
          <div className="ochoose">
            {MEASURES.map((measure) => {
              const own = view.choices.filter((panel) => panel.measure === measure)
              return own.length === 0 ? null : (
                <fieldset key={measure}>
                  <legend>{choose.measure[measure]}</legend>
                  {own.map((panel) => (
                    <Choice key={panel.id} locale={locale} view={view} panel={panel} />
                  ))}
                </fieldset>
              )
            })}
          </div>
          <div className="mt-4 flex flex-wrap gap-3">
            <button className="btn pri">{choose.show}</button>
            {isChosen ? (
              <a className="btn ghost" href={hrefs.here({ show: null })!}>
                {choose.reset}
              </a>
            ) : null}
          </div>
        </form>
      )}
    </section>
  )
}

function Choice({ locale, view, panel }: { locale: Locale; view: OutcomesView; panel: PanelHead }) {
  const { choose } = messages(locale).outcomes
  return (
    <label className="ock">
      <input
        type="checkbox"
        name="show"
        value={panel.id}
        defaultChecked={view.panels.some((each) => each.id === panel.id)}
      />
      <span>
        {panelName(locale, panel, view.regions)}
        <span className="small muted block num">
          {publisherName(locale, panel.publisher)} · {choose.years(panel.years)}
        </span>
      </span>
    </label>
  )
}
