import { drawingsOf } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import type { ShareChart } from "@/lib/domain/share"
import type { SharedView } from "@/lib/domain/views/shared"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The table of a link as files and its drawings as pictures, all behind the link's own address. */
export function LinkDownloads({
  locale,
  shown,
  chart,
  path,
  search,
}: {
  locale: Locale
  shown: SharedView
  chart: ShareChart | null
  /** The link's own, "/en/s/…"; `search` is how it was turned. */
  path: string
  search: string
}) {
  const { downloads } = messages(locale).linkPage
  const files: [href: string, words: string][] = [
    ["data.csv", downloads.data("CSV")],
    ["data.xlsx", downloads.data("XLSX")],
    ["data.json", downloads.raw],
    // No picture is offered of what is not there.
    ...drawingsOf(locale, shown)
      .filter(({ name }) => chart === null || chart === name)
      .flatMap(({ name, title }): [string, string][] =>
        ["svg", "png"].map((format) => [`${name}.${format}`, downloads.drawing(title, format.toUpperCase())]),
      ),
  ]
  return (
    <section className="sec" aria-labelledby="downloads">
      <h2 id="downloads">{downloads.title}</h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {files.map(([name, words]) => (
          <li key={name}>
            <a className="btn" href={`${path}/${name}${search}`} download rel="nofollow">
              <Icon name="download" />
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
