import { Icon } from "@/components/ui/icon"
import { type Names, scopeLine } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import { dayOf } from "@/lib/domain/date"
import type { Share } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** What a link is, opens and allows, until when, and how often it was opened. */
export function LinkFacts({
  locale,
  words,
  names,
  link,
  showsMaker,
}: {
  locale: Locale
  words: Words
  names: Names
  link: Share
  showsMaker: boolean
}) {
  const { share, links } = words
  const between = locale === "ur" ? "، " : ", "
  const made = formatDay(locale, dayOf(link.createdAt))
  const end = link.expiresAt && formatDay(locale, dayOf(link.expiresAt))
  const { people, previews, embeds, lastSeenOn } = link.counts
  const counts = links.counts(people, previews, embeds)
  return (
    <div>
      <b dir="auto">{link.label}</b>{" "}
      <span className={link.known === null ? "pill" : "pill dash"}>
        {link.known === null ? share.live : share.frozenAt(link.known)}
      </span>
      {link.state === "active" ? null : (
        <span className={link.state === "paused" ? "pill hot" : "pill"}>{share.state[link.state]}</span>
      )}
      {link.hasPassword ? (
        <span className="pill">
          <Icon name="lock" size={12} />
          {links.marks.password}
        </span>
      ) : null}
      {link.sites.length > 0 ? (
        <span className="pill" title={link.sites.join(" ")}>
          <Icon name="link" size={12} />
          {links.marks.embeds(link.sites.length)}
        </span>
      ) : null}
      {link.downloads ? null : <span className="pill">{links.marks.noDownloads}</span>}
      <br />
      <span className="small muted">
        {[
          scopeLine(locale, words, link, names),
          ...(link.free.length > 0
            ? [links.freeMark(link.free.map((control) => links.free[control]).join(locale === "ur" ? "؛ " : "; "))]
            : []),
          end === null ? share.endless : link.state === "expired" ? share.ended(end) : share.ends(end),
          ...(showsMaker
            ? [link.mine ? links.madeByYou(made) : links.madeBy(link.creator || links.operator, made)]
            : []),
        ].join(between)}
      </span>
      <br />
      <span className="small num">
        {lastSeenOn === null ? links.unseen : links.seen(formatDay(locale, lastSeenOn), counts)}
      </span>
    </div>
  )
}
