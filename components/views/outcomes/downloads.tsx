import { Icon } from "@/components/ui/icon"
import { type Query, searchOf } from "@/lib/domain/query"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The page's own table and data, the lists behind it, and the drawing as a picture. */
export function Downloads({
  locale,
  query,
  own,
}: {
  locale: Locale
  query: Query
  own: Record<string, string> | undefined
}) {
  const { download } = messages(locale).outcomes
  const clocks = searchOf({ asOf: query.asOf, known: query.known })
  const list = (name: string) => `/api/v1/${name}${clocks}${clocks ? "&" : "?"}format=csv`
  const search = searchOf(query)
  const more = own ? `${search ? "&" : "?"}${new URLSearchParams(own).toString()}` : ""
  const asked = `${search}${more}`
  const picture = (format: string) => `/${locale}/outcomes/outcomes.${format}${asked}`
  const links = [
    [download.table, `/api/v1/outcomes${asked}${asked ? "&" : "?"}format=csv`],
    [download.json, `/api/v1/outcomes${asked}`],
    [download.observations, list("observations")],
    [download.indicators, list("indicators")],
    [download.svg, picture("svg")],
    [download.png, picture("png")],
  ] as const
  return (
    <section className="sec" aria-labelledby="download">
      <h2 id="download" className="text-[1.375rem]">
        {download.title}
      </h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {links.map(([words, href]) => (
          <li key={href}>
            <a className="btn" href={href} download>
              <Icon name="download" />
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
