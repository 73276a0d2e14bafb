import { Icon } from "@/components/ui/icon"
import type { ReferenceItem } from "@/lib/domain/views/data"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const GROUPS = ["views", "lists", "others"] as const

/** The reading half of the API, from the endpoint table itself, with examples that run on this site. */
export function ReferenceSection({
  locale,
  items,
  site,
  isPrivate,
}: {
  locale: Locale
  items: ReferenceItem[]
  site: string
  isPrivate: boolean
}) {
  const { builder, reference } = messages(locale).data
  return (
    <section className="sec" aria-labelledby="reference">
      <h2 id="reference">{reference.title}</h2>
      <div className="mt-2 flex max-w-[72ch] flex-col gap-2">
        <p>{reference.text}</p>
        <p>{isPrivate ? reference.private : reference.conditional}</p>
        <p className="small muted">
          {locale === "en" ? null : `${reference.english} `}
          <a href="/api/v1/openapi.json">{builder.schema}</a>
        </p>
      </div>
      {GROUPS.map((group) => (
        <div key={group} className="mt-5">
          <h3>{reference[group]}</h3>
          {items
            .filter((item) => item.group === group)
            .map((item) => (
              <Endpoint key={item.path} locale={locale} item={item} site={site} isPrivate={isPrivate} />
            ))}
        </div>
      ))}
    </section>
  )
}

function Endpoint({
  locale,
  item,
  site,
  isPrivate,
}: {
  locale: Locale
  item: ReferenceItem
  site: string
  isPrivate: boolean
}) {
  const { reference } = messages(locale).data
  const key = isPrivate ? '-H "Authorization: Bearer $NAP_TOKEN" ' : ""
  return (
    <details className="ref">
      <summary>
        <Icon name="chevron-down" />
        <code dir="ltr">
          <b>GET</b> {item.path}
        </code>{" "}
        <span className="small muted" lang="en" dir="ltr">
          {item.summary}
        </span>
      </summary>
      {item.parameters.length === 0 ? (
        <p className="small mt-2">{reference.noParameters}</p>
      ) : (
        <div className="scroll">
          <table className="cbk">
            <thead>
              <tr>
                <th scope="col">{reference.parameter}</th>
                <th scope="col">{reference.meaning}</th>
                <th scope="col">{reference.standard}</th>
              </tr>
            </thead>
            <tbody>
              {item.parameters.map(({ name, meaning, values, standard }) => (
                <tr key={name}>
                  <th scope="row">
                    <code dir="ltr">{name}</code>
                  </th>
                  <td lang="en" dir="ltr">
                    {meaning}
                    {values.length > 0 ? <span className="small muted block">{values.join(" · ")}</span> : null}
                  </td>
                  <td className="small" dir="ltr">
                    {standard}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="small mt-2" dir="ltr" lang="en">
        {item.formats.join(" · ")}
      </p>
      {item.example === null ? null : (
        <>
          <pre className="code" dir="ltr" tabIndex={0} aria-label={reference.example}>
            {`curl ${key}'${site}${item.example}'`}
          </pre>
          <a className="btn" href={item.example}>
            {reference.try}
          </a>
        </>
      )}
    </details>
  )
}
