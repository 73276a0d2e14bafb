import { Icon } from "@/components/ui/icon"
import { CiteWords } from "@/components/views/cite"
import type { CitationView } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import { type Query, searchOf } from "@/lib/domain/query"
import type { DataView, ReferenceItem } from "@/lib/domain/views/data"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { type Build, Builder } from "./builder"
import { CodebookSection } from "./codebook-section"
import { ReferenceSection } from "./reference-section"

type Props = { locale: Locale; view: DataView; query: Query }

/** Everything to take away, and how to ask for it. `site` is the address readers use. */
export function DataScreen({
  locale,
  view,
  query,
  builder,
  reference,
  site,
  isPrivate,
  cite,
}: Props & {
  builder: Build
  reference: ReferenceItem[]
  site: string
  isPrivate: boolean
  cite: CitationView | undefined
}) {
  const { data } = messages(locale)
  return (
    <div className="wrap">
      <header className="hero pb-2!">
        <h1>{data.heading}</h1>
        <p className="lede max-w-[46em]">{data.lede}</p>
      </header>
      <section className="sec grid border-0! pt-4!">
        <div className="fig col-span-7">
          <Everything locale={locale} view={view} />
          <Files locale={locale} view={view} query={query} />
        </div>
        <Builder locale={locale} view={view} query={query} build={builder} site={site} />
      </section>
      <section className="sec grid">
        <div className="fig col-span-7">
          <Feeds locale={locale} view={view} />
        </div>
        <div className="fig side flex flex-col gap-8 col-span-5">
          <Licence locale={locale} />
          {cite ? (
            <section aria-labelledby="cite-data">
              <h2 id="cite-data" className="mb-3">
                {data.cite.title}
              </h2>
              <CiteWords locale={locale} citation={cite} />
            </section>
          ) : null}
        </div>
      </section>
      <CodebookSection locale={locale} />
      <ReferenceSection locale={locale} items={reference} site={site} isPrivate={isPrivate} />
    </div>
  )
}

function Everything({ locale, view }: Omit<Props, "query">) {
  const { everything } = messages(locale).data
  return (
    <section className="card mb-8" aria-labelledby="everything">
      <h2 className="h-s" id="everything">
        {everything.title}
      </h2>
      <p className="small mt-1">{everything.text(view.revision, formatDay(locale, dayOf(view.publishedAt)))}</p>
      <p className="mt-3">
        <a className="btn pri" href={`/api/v1/export.zip?known=${view.revision}`} download>
          <Icon name="download" />
          {everything.download(view.revision)}
        </a>
      </p>
      <p className="small muted mt-2">{everything.older}</p>
    </section>
  )
}

/** Each list with its rows and its three forms, as of the page's own clocks. */
function Files({ locale, view, query }: Props) {
  const { admin, codebook, data } = messages(locale)
  const clocks = searchOf({ asOf: query.asOf, known: query.known })
  const forms = (list: string) => {
    const spelled = (more: string) => `/api/v1/${list}${clocks}${more && (clocks ? "&" : "?")}${more}`
    return [
      ["CSV", spelled("format=csv")],
      ["JSON", spelled("")],
      ["XLSX", spelled(`format=xlsx&lang=${locale}`)],
    ] as const
  }
  return (
    <section className="fig" aria-labelledby="files">
      <header>
        <h2 id="files">{data.files.title}</h2>
        <p className="sub">{data.files.note(formatDay(locale, view.asOf))}</p>
      </header>
      <table className="evd fl" aria-labelledby="files">
        <thead>
          <tr>
            <th scope="col">{data.files.columns.file}</th>
            <th scope="col">{data.files.columns.rows}</th>
            <th scope="col">{data.files.columns.formats}</th>
          </tr>
        </thead>
        <tbody>
          {view.files.map(({ kind, list, records }) => (
            <tr key={kind}>
              <td>
                <b className="font-semibold">{admin.records.kinds[kind]}</b>
                <br />
                <span className="small muted">{codebook.kind[kind]}</span>
              </td>
              <td className="num">{records}</td>
              <td>
                <span className="fmt">
                  {forms(list).map(([format, href]) => (
                    <a key={format} href={href} aria-label={data.files.as(format, admin.records.kinds[kind])}>
                      {format}
                    </a>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted mt-3">{data.files.xlsx}</p>
    </section>
  )
}

function Feeds({ locale, view }: Omit<Props, "query">) {
  const { feeds } = messages(locale).data
  const rows = [
    { name: feeds.all, search: "" },
    { name: feeds.corrections, search: "?kind=correction" },
    ...view.plans.map((plan) => ({ name: feeds.plan(plan.year), search: `?plan=${plan.id}` })),
  ]
  const address = (format: string, search: string) => `/feeds/${locale}/changes.${format}${search}`
  return (
    <section className="fig" aria-labelledby="feeds">
      <header>
        <h2 id="feeds">{feeds.title}</h2>
        <p className="sub">{feeds.text}</p>
      </header>
      <ul className="mt-3 flex flex-col">
        {rows.map(({ name, search }) => (
          <li key={name} className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-2">
            <b className="font-semibold">{name}</b>
            <span>
              <a href={address("atom", search)} aria-label={`${name}: ${feeds.atom}`}>
                {feeds.atom}
              </a>
              {" · "}
              <a href={address("json", search)} aria-label={`${name}: ${feeds.json}`}>
                {feeds.json}
              </a>
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted mt-2">{feeds.parameters}</p>
    </section>
  )
}

function Licence({ locale }: { locale: Locale }) {
  const { licence } = messages(locale).data
  return (
    <section aria-labelledby="licence">
      <h2 id="licence" className="mb-2">
        {licence.title}
      </h2>
      <p>{licence.text}</p>
      <p className="small muted mt-2">{licence.provisional}</p>
      <p className="small mt-2">
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener noreferrer">
          {licence.link}
        </a>
      </p>
    </section>
  )
}
