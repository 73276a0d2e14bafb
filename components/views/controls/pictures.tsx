import type { Drawn } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const FORMATS = ["svg", "png"] as const

/** The drawings of a page in its export panel. `here` is the page's own address with all that it was asked. */
export function Pictures({ locale, here, drawn }: { locale: Locale; here: string; drawn: Drawn[] }) {
  return (
    <div className="mt-2 border-t border-rule ps-3 pt-2">
      <p className="lab">{messages(locale).controls.pictures}</p>
      <PictureList {...{ locale, here, drawn }} />
    </div>
  )
}

/** Drawings as files, each under its title in both formats. */
export function PictureList({ locale, here, drawn }: { locale: Locale; here: string; drawn: Drawn[] }) {
  const { controls } = messages(locale)
  const [path, search] = here.split("?")
  return (
    <ul>
      {drawn.map(({ name, title }) => (
        <li key={name} className="flex max-w-[min(27rem,78vw)] items-center justify-between gap-2">
          <span className="small text-ink-2">{title}</span>
          <span className="flex">
            {FORMATS.map((format) => (
              <a
                key={format}
                className="btn ghost"
                href={`${path}/${name}.${format}${search ? `?${search}` : ""}`}
                aria-label={controls.pictureOf(title, format.toUpperCase())}
                download
                rel="nofollow"
              >
                <Icon name="download" />
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
