import { LinkRow } from "@/components/views/share/link-row"
import type { Names } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import type { Share } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

/** A person's own links in the dialog. */
export function LinkList({
  links,
  words,
  ...props
}: {
  locale: Locale
  words: Words
  names: Names
  links: Share[]
  onChange: (changed: Share) => void
}) {
  if (links.length === 0) return <p className="muted">{words.share.none}</p>
  return (
    <>
      <ul>
        {links.map((link) => (
          <LinkRow key={link.id} {...props} words={words} link={link} />
        ))}
      </ul>
      <p className="small muted mt-3">{words.links.botsNote}</p>
    </>
  )
}
