import { Cite, CitedOnPaper } from "@/components/views/cite"
import type { Hrefs } from "@/components/views/hrefs"
import { Said } from "@/components/views/point/said"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import type { RecordComparison, VersionHead } from "@/lib/domain/views/record-comparison"
import { comma, pointWords } from "@/lib/i18n/change-sentence"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { changesAddress, recordAddress } from "./address"
import { FieldChanges } from "./field-changes"
import { FieldValues } from "./field-values"
import { PILL } from "./revision-row"

type Props = { locale: Locale; view: RecordComparison; query: Query; hrefs: Hrefs }

/** One record at two revisions: which fields differ and how, with every version to choose from. */
export function RecordComparisonScreen({
  locale,
  view,
  query,
  hrefs,
  cite,
}: Props & { cite?: CitationView | undefined }) {
  const { admin, changes, data } = messages(locale)
  const { record } = data
  return (
    <div className="wrap">
      <header className="hero pb-6!">
        <p className="small muted">
          {admin.records.kind[view.kind]} <bdi className="mono">{view.id}</bdi>
          {view.versions.length > 1 ? ` · ${record.heading}` : null}
        </p>
        <h1 className="max-w-[28em]">
          <Said locale={locale} text={view.name} />
        </h1>
        {view.about.length > 0 ? (
          <p className="small mt-2">
            {view.about.map((point, at) => {
              const href = hrefs.point(point.year, point.number)
              const words = pointWords(locale, point, true)
              return (
                <span key={point.id}>
                  {at > 0 ? comma(locale) : ""}
                  {href === null ? words : <a href={href}>{words}</a>}
                </span>
              )
            })}
          </p>
        ) : null}
        <div className="acts mt-3.5">
          <a className="btn" href={changesAddress(locale, {}, query)}>
            {record.back}
          </a>
          {cite ? <Cite locale={locale} citation={cite} /> : null}
        </div>
        {cite ? <CitedOnPaper locale={locale} citation={cite} /> : null}
      </header>
      {view.versions.length > 1 ? <Choice locale={locale} view={view} query={query} /> : null}
      <section className="sec" aria-labelledby="differences">
        <h2 id="differences">{sentence(locale, view)}</h2>
        {view.fields.length > 0 && !view.isWithdrawn ? (
          <div className="rec mt-4">
            {view.from === null ? (
              <FieldValues locale={locale} kind={view.kind} fields={view.fields} />
            ) : (
              <FieldChanges locale={locale} kind={view.kind} fields={view.fields} />
            )}
          </div>
        ) : null}
      </section>
      <section className="sec" aria-labelledby="versions">
        <h2 id="versions">{record.all}</h2>
        <ol className="hist h2 mt-3">
          {view.versions.map((version) => (
            <li key={version.revision}>
              <b className="num" dir="ltr">
                r{version.revision}
              </b>
              <span className="muted num nowrap">{formatDay(locale, dayOf(version.publishedAt))}</span>
              <div className="hw flex flex-col gap-1">
                <a href={recordAddress(locale, { ...view, from: undefined, to: version.revision }, query)}>
                  {changes.record(admin.records.kind[view.kind], changes.act[version.act]).replace(/:$/, "")}
                </a>
                {version.reason.en === "" ? null : (
                  <Said locale={locale} className="small muted" text={version.reason} />
                )}
              </div>
              <span className={PILL[version.kind]}>{changes.pill[version.kind]}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

/** The finding: how many fields differ, or why there is nothing to compare. */
export function sentence(locale: Locale, view: RecordComparison): string {
  const { record } = messages(locale).data
  if (view.isWithdrawn) return record.withdrawn(view.to.revision)
  if (view.from === null) return view.versions.length === 1 ? record.onlyOne : record.added(view.to.revision)
  return view.fields.length === 0 ? record.same : record.difference(view.fields.length)
}

/** The two versions as a form that needs no script. */
function Choice({ locale, view, query }: Omit<Props, "hrefs">) {
  const { record } = messages(locale).data
  const [action] = recordAddress(locale, { kind: view.kind, id: view.id }, { known: null }).split("?")
  const words = ({ revision, publishedAt }: VersionHead) =>
    record.version(revision, formatDay(locale, dayOf(publishedAt)))
  const choice = (name: "from" | "to", chosen: number | undefined) => (
    <div className="field min-w-0 basis-[220px]">
      <label htmlFor={`version-${name}`}>{record[name]}</label>
      <select id={`version-${name}`} name={name} className="in w-full" defaultValue={chosen ?? ""}>
        {name === "from" && view.from === null ? <option value="">{record.before}</option> : null}
        {view.versions.map((version) => (
          <option key={version.revision} value={version.revision}>
            {words(version)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form action={action} className="mt-4 flex flex-wrap items-end gap-4">
      {query.known === null ? null : <input type="hidden" name="known" value={query.known} />}
      {choice("from", view.from?.revision)}
      {choice("to", view.to.revision)}
      <button className="btn" type="submit">
        {record.show}
      </button>
    </form>
  )
}
