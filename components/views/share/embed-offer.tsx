import { Disclosure } from "@/components/ui/disclosure"
import { CopyAddress } from "@/components/views/point/copy-address"
import { EMBED_HEIGHT, embedSnippet } from "@/components/views/share/embed-snippet"
import type { ShareChart } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Where a screen, or one chart of it, can be framed by anybody; null where nothing can, as on a private site. */
export type Embeds = ((chart: ShareChart | null) => string) | null

/** The code that puts this view into a page of somebody else's. Nothing where it cannot be embedded. */
export function EmbedCode({
  locale,
  embeds,
  chart = null,
  title,
}: {
  locale: Locale
  embeds: Embeds
  chart?: ShareChart | null
  /** What the frame shows, for whoever hears the page read out. */
  title: string
}) {
  if (embeds === null) return null
  const { embedding, site } = messages(locale)
  const code = embedSnippet(embeds(chart), embedding.frameTitle(title), EMBED_HEIGHT[chart ?? "screen"])
  return (
    <div className="embedcode">
      <Disclosure label={embedding.open} about={title} icon="link">
        <p className="small muted max-w-[52ch] py-1">{embedding.hint}</p>
        <textarea
          className="in mono w-full min-w-[min(52ch,70vw)] text-xs!"
          dir="ltr"
          rows={5}
          readOnly
          spellCheck={false}
          aria-label={`${embedding.code}: ${title}`}
          defaultValue={code}
        />
        <CopyAddress address={code} copy={site.copy} copied={site.copied} about={`${embedding.code}: ${title}`} />
      </Disclosure>
    </div>
  )
}
