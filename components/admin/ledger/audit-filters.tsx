import { Icon } from "@/components/ui/icon"
import { type AuditFilter, OPERATOR, searchOfAudit } from "@/lib/domain/audit"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What the audit is narrowed by: one form whose answer is an address. */
export function AuditFilters({
  locale,
  filter,
  people,
  actions,
}: {
  locale: Locale
  filter: AuditFilter
  people: { id: string; name: string }[]
  actions: string[]
}) {
  const words = messages(locale).admin.ledger.audit
  const here = `/${locale}/admin/ledger/audit`
  const groups = [...new Set(actions.map((action) => action.split(".")[0]!))]
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3" action={here} aria-label={words.filters}>
      <label className="field">
        <span className="lab">{words.who}</span>
        <select className="in" name="who" defaultValue={filter.who ?? ""}>
          <option value="">{words.everybody}</option>
          <option value={OPERATOR}>{words.operator}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="lab">{words.action}</span>
        <select className="in" name="action" dir="ltr" defaultValue={filter.action ?? ""}>
          <option value="">{words.everything}</option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              <option value={group}>{words.allOf(group)}</option>
              {actions
                .filter((action) => action.startsWith(`${group}.`))
                .map((action) => (
                  <option key={action} value={action}>
                    {action}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="lab">{words.subject}</span>
        <input
          className="in"
          name="subject"
          dir="ltr"
          maxLength={120}
          placeholder={words.subjectHint}
          defaultValue={filter.subject ?? ""}
        />
      </label>
      <label className="field">
        <span className="lab">{words.from}</span>
        <input className="in" type="date" name="from" defaultValue={filter.from ?? ""} />
      </label>
      <label className="field">
        <span className="lab">{words.to}</span>
        <input className="in" type="date" name="to" defaultValue={filter.to ?? ""} />
      </label>
      <button type="submit" className="btn">
        <Icon name="filter" />
        {words.show}
      </button>
      <a className="btn ghost" href={here}>
        {words.clear}
      </a>
      <a className="btn" href={`/api/v1/audit${searchOfAudit(filter, { format: "csv" })}`} download>
        <Icon name="download" />
        {words.csv}
      </a>
    </form>
  )
}
