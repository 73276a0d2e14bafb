import { useId } from "react"
import { Icon } from "@/components/ui/icon"
import { scopeRows, type SharedScreen } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import type { FreeControl, ShareChart } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

/** What a link opens: its view in words, all of it or one chart, and what visitors may turn within it. */
export function ScopeFields({
  locale,
  words,
  shared,
  frozen,
  chart,
  free,
  onChart,
  onFree,
}: {
  locale: Locale
  words: Words
  shared: SharedScreen
  frozen: boolean
  chart: ShareChart | null
  free: FreeControl[]
  onChart: (chart: ShareChart | null) => void
  onFree: (free: FreeControl[]) => void
}) {
  const { share, links } = words
  const id = useId()
  return (
    <div>
      <p className="lab">{share.opens}</p>
      <dl className="opens">
        {scopeRows(locale, words, shared, shared, frozen ? shared.asOf : null).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint mt-1.5">
        <Icon name="lock" size={14} className="inline-block" /> {share.enforced}
      </p>
      <div className="choice mt-4">
        {shared.charts.length > 0 ? (
          <div className="field">
            <label htmlFor={`${id}-chart`}>{links.shows}</label>
            <select
              className="in"
              id={`${id}-chart`}
              value={chart ?? ""}
              onChange={({ target }) => onChart(shared.charts.find((each) => each === target.value) ?? null)}
            >
              <option value="">{links.wholeScreen}</option>
              {shared.charts.map((each) => (
                <option key={each} value={each}>
                  {links.charts[each]}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <fieldset className="field" aria-describedby={`${id}-free`}>
          <legend className="lab">{links.free.title}</legend>
          <div>
            {turnable(shared, chart).map((control) => (
              <label key={control} className="turn">
                <input
                  type="checkbox"
                  checked={free.includes(control)}
                  onChange={({ target }) =>
                    onFree(target.checked ? [...free, control] : free.filter((each) => each !== control))
                  }
                />
                {links.free[control]}
              </label>
            ))}
          </div>
          <span className="hint" id={`${id}-free`}>
            {links.free.hint}
          </span>
        </fieldset>
      </div>
    </div>
  )
}

/** A view narrowed to one track, or a chart of one, has no other to turn to. */
export function turnable({ query, free }: SharedScreen, chart: ShareChart | null): FreeControl[] {
  const isOneTrack = query.track !== null || chart?.startsWith("strand-") || chart === "imbalance"
  return free.filter((control) => control !== "track" || !isOneTrack)
}
