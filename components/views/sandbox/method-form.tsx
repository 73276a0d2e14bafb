import { Carried } from "@/components/form/carried"
import { Disclosure } from "@/components/ui/disclosure"
import { type OwnMethod, Treatment, Weighting } from "@/lib/domain/own-method"
import { type Query, searchOf } from "@/lib/domain/query"
import type { SandboxView } from "@/lib/domain/views/sandbox"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const WEIGHTS = [0, 0.5, 1, 2, 3, 5]

type Props = { locale: Locale; view: SandboxView; query: Query; method: OwnMethod; path: string }

/** The choice of a method as a plain form: the address it leads to is the method. */
export function MethodForm({ locale, view, query, method, path }: Props) {
  const { sandbox } = messages(locale)
  const carried = [...new URLSearchParams(searchOf(query))]
  return (
    <form action={path} className="mt-4" aria-label={sandbox.form}>
      <Carried pairs={carried} />
      <div className="flex flex-wrap items-end gap-4">
        <div className="field">
          <label htmlFor="weights">{sandbox.weightsLabel}</label>
          <select id="weights" name="weights" className="in" defaultValue={method.weights}>
            {Weighting.options.map((each) => (
              <option key={each} value={each}>
                {sandbox.weights[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="unrated">{sandbox.unratedLabel}</label>
          <select id="unrated" name="unrated" className="in" defaultValue={method.unrated}>
            {Treatment.options.map((each) => (
              <option key={each} value={each}>
                {sandbox.unrated[each]}
              </option>
            ))}
          </select>
        </div>
        <button className="btn pri" type="submit">
          {sandbox.apply}
        </button>
      </div>
      <div className="src mb-4">
        <Disclosure label={sandbox.own} open={method.weights === "own"}>
          <p className="small muted">{sandbox.ownHint}</p>
          <ul className="mt-2 grid gap-x-6 gap-y-2 min-[820px]:grid-cols-2">
            {view.byPoint.map(({ point }) => {
              const chosen = method.own[point.number] ?? 1
              const choices = [...new Set([...WEIGHTS, chosen])].sort((a, b) => a - b)
              return (
                <li key={point.id} className="flex items-center justify-between gap-3">
                  <label htmlFor={`own-${point.number}`} className="small">
                    <b className="num">{point.number}</b> {inLocale(locale, point.title).text}
                    <span className="vh">{sandbox.weightOf(point.number)}</span>
                  </label>
                  <select
                    id={`own-${point.number}`}
                    name="own"
                    className="in w-24! shrink-0"
                    dir="ltr"
                    defaultValue={chosen === 1 ? "" : `${point.number}:${chosen}`}
                  >
                    {choices.map((weight) => (
                      <option key={weight} value={weight === 1 ? "" : `${point.number}:${weight}`}>
                        {weight}
                      </option>
                    ))}
                  </select>
                </li>
              )
            })}
          </ul>
        </Disclosure>
      </div>
    </form>
  )
}
