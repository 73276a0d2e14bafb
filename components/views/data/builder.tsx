import { CopyAddress } from "@/components/views/point/copy-address"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import type { Query } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { LANES, TRACKS } from "@/lib/domain/scale"
import type { DataView } from "@/lib/domain/views/data"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What was built: the form of the answer, and the parameters that the page's address names. */
export type Build = { format: "csv" | "xlsx" | "json"; given: ReadonlySet<keyof Query> }

/** Longer texts of the sample are cut, so that its shape can be seen. Characters. */
const LONGEST = 90

/** A form whose answer is an address of the API. Needs no script: it asks this page again, which writes the address out. */
export function Builder({
  locale,
  view,
  query,
  build,
  site,
}: {
  locale: Locale
  view: DataView
  query: Query
  build: Build
  site: string
}) {
  const { admin, controls, data, site: words, terms } = messages(locale)
  const { builder } = data
  const { built } = view
  const address = addressOf(built.list, query, build)
  return (
    <div className="fig side col-span-5" id="builder">
      <header>
        <h2>{builder.title}</h2>
        <p className="sub">{builder.sub}</p>
      </header>
      <form action={`/${locale}/data#builder`} className="grid grid-cols-2! gap-3!">
        <Choice
          name="what"
          label={builder.what}
          value={built.list}
          options={KIND_NAMES.map((kind) => [LIST_NAMES[kind], admin.records.kinds[kind]])}
        />
        <Choice
          name="plan"
          label={builder.plan}
          value={build.given.has("plan") ? query.plan : ""}
          options={[["", builder.allPlans], ...view.plans.map((it): Option => [it.id, controls.planYear(it.year)])]}
        />
        <Choice
          name="track"
          label={builder.track}
          value={query.track ?? ""}
          options={[["", builder.allTracks], ...TRACKS.map((it): Option => [it, terms.track[it]])]}
        />
        <Choice
          name="lane"
          label={builder.lane}
          value={build.given.has("lane") ? query.lane : ""}
          options={[
            ["", `${terms.lane.finding} + ${terms.lane.claim}`],
            ...LANES.map((it): Option => [it, terms.lane[it]]),
          ]}
        />
        <Choice
          name="format"
          label={builder.format}
          value={build.format}
          options={[
            ["csv", "CSV"],
            ["xlsx", "XLSX"],
            ["json", "JSON"],
          ]}
        />
        <div className="field col-auto!">
          <label htmlFor="build-asof">{builder.asOf}</label>
          <input
            className="in num"
            id="build-asof"
            type="date"
            name="asOf"
            max={view.today}
            defaultValue={query.asOf ?? ""}
          />
        </div>
        <div className="field col-auto!">
          <label htmlFor="build-known">{builder.known}</label>
          <input
            className="in num"
            id="build-known"
            type="number"
            name="known"
            min={1}
            max={view.newest}
            placeholder={builder.newest}
            defaultValue={query.known ?? ""}
          />
        </div>
        <button className="btn self-end" type="submit">
          {builder.make}
        </button>
      </form>
      <div className="copy mt-3.5" dir="ltr">
        <a className="mono py-2" href={address}>
          {address}
        </a>
        <CopyAddress address={site + address} copy={words.copy} copied={words.copied} />
      </div>
      <p className="small mt-2">
        {builder.found(built.records, formatDay(locale, view.asOf), view.revision)}{" "}
        {built.first === null ? builder.none : builder.first}
      </p>
      {built.first === null ? null : (
        <pre className="code" dir="ltr" tabIndex={0}>
          {sample(built.first)}
        </pre>
      )}
      <p className="small muted">
        {builder.noKey} <a href="/api/v1/openapi.json">{builder.schema}</a>
      </p>
    </div>
  )
}

type Option = [value: string, words: string]

function Choice({ name, label, value, options }: { name: string; label: string; value: string; options: Option[] }) {
  return (
    <div className="field col-auto! min-w-0">
      <label htmlFor={`build-${name}`}>{label}</label>
      <select className="in w-full" id={`build-${name}`} name={name} defaultValue={value}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A list narrows only by what its address names, so a default is spelled out where it was chosen; null has no spelling. */
export function addressOf(list: string, query: Query, { format, given }: Build): string {
  const params = [...given].flatMap((name) =>
    query[name] === null ? [] : [`${name}=${encodeURIComponent(String(query[name])).replaceAll("%2C", ",")}`],
  )
  if (format !== "json") params.push(`format=${format}`)
  return `/api/v1/${list}${params.length > 0 ? `?${params.join("&")}` : ""}`
}

const sample = (record: object) =>
  JSON.stringify(
    record,
    (_, value: unknown) =>
      typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    2,
  )
