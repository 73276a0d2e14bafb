import { drawingsOf } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import { PictureList } from "@/components/views/controls/pictures"
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
  const { controls, linkPage } = messages(locale)
  const { downloads } = linkPage
  // No picture is offered of what is not there.
  const drawn = drawingsOf(locale, shown).filter(({ name }) => chart === null || chart === name)
  const files: [href: string, words: string][] = [
    ["data.csv", downloads.data("CSV")],
    ["data.xlsx", downloads.data("XLSX")],
    ["data.json", downloads.raw],
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
      {drawn.length === 0 ? null : (
        <>
          <h3 className="h-s mt-5">{controls.pictures}</h3>
          <PictureList {...{ locale, drawn }} here={path + search} />
        </>
      )}
    </section>
  )
}
