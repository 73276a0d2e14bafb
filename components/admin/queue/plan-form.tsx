import { Icon } from "@/components/ui/icon"
import { type Lane, LANES } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Who takes part, in which lane and how many a week at most; a plan has an address like everything else. */
export function PlanForm({
  locale,
  lane,
  pace,
  needed,
  team,
  mayAssignOthers,
}: {
  locale: Locale
  lane: Lane
  pace: number | null
  needed: number
  team: { id: string; name: string; mine: boolean; chosen: boolean }[]
  mayAssignOthers: boolean
}) {
  const { admin, terms } = messages(locale)
  const words = admin.assignments.plan
  return (
    <form className="card mt-3 flex flex-col gap-4 p-4" action={`/${locale}/admin/plan`}>
      <fieldset>
        <legend className="lab mb-2">{words.people}</legend>
        <span
          className="flex max-h-48 flex-wrap gap-x-5 gap-y-2 overflow-y-auto"
          tabIndex={team.length > 12 ? 0 : undefined}
        >
          {team.map((it) => (
            <label key={it.id} className="ck">
              <input type="checkbox" name="person" value={it.id} defaultChecked={it.chosen} />
              <bdi>{it.mine ? admin.assignments.assign.you(it.name) : it.name}</bdi>
            </label>
          ))}
        </span>
        {mayAssignOthers ? null : <p className="small muted mt-2">{words.alone}</p>}
      </fieldset>
      <span className="flex flex-wrap items-end gap-4">
        <span className="field">
          <label htmlFor="plan-lane">{admin.queue.lane}</label>
          <select className="in" id="plan-lane" name="lane" defaultValue={lane}>
            {LANES.map((each) => (
              <option key={each} value={each}>
                {terms.lane[each]}
              </option>
            ))}
          </select>
        </span>
        <span className="field">
          <label htmlFor="plan-pace">{words.pace}</label>
          <input
            className="in num"
            id="plan-pace"
            type="number"
            name="pace"
            min={1}
            max={999}
            defaultValue={pace ?? ""}
            aria-describedby="plan-pace-hint"
          />
        </span>
        <button type="submit" className="btn">
          <Icon name="filter" />
          {words.show}
        </button>
      </span>
      <p className="hint" id="plan-pace-hint">
        {words.paceHint(needed)}
      </p>
    </form>
  )
}
