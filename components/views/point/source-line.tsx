import type { SourceView } from "@/lib/domain/views/point"
import { fileSize, formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"

/**
 * The title of a source, linked where it has a public address, with the site it leads to; whether that page is gone,
 * and the archived copy where one is kept.
 */
export function SourceTitle({ locale, source }: { locale: Locale; source: SourceView }) {
  const { detail } = messages(locale).point
  const title = <Said locale={locale} text={source.title} />
  return (
    <>
      {source.href ? (
        <a href={source.href} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}{" "}
      <span className="muted small" dir={source.href ? "ltr" : undefined}>
        ({source.href ? hostOf(source.href) : detail.noAddress})
      </span>
      {source.goneOn ? (
        <span className="small text-alert"> {detail.gone(formatDay(locale, source.goneOn))}</span>
      ) : null}
      {source.copy ? <KeptCopyLink locale={locale} copy={source.copy} /> : null}
    </>
  )
}

/** The archived copy as a file to keep, with the beginning of its hash; the address holds the whole. */
function KeptCopyLink({ locale, copy }: { locale: Locale; copy: NonNullable<SourceView["copy"]> }) {
  const { detail } = messages(locale).point
  return (
    <>
      {" "}
      <a
        className="small"
        href={`/api/v1/copies/${copy.sha256}`}
        title={detail.copyHash(copy.sha256, formatDay(locale, copy.archivedOn))}
        download
      >
        {detail.copy(detail.copyType[copy.mediaType], fileSize(locale, copy.size))}{" "}
        <span dir="ltr">SHA-256 {copy.sha256.slice(0, 8)}…</span>
      </a>
    </>
  )
}

/** Who published it, what kind of source it is and when. */
export function SourceFacts({ locale, source }: { locale: Locale; source: SourceView }) {
  const { point, terms } = messages(locale)
  return (
    <>
      <Said locale={locale} text={source.publisher} />
      {" · "}
      {terms.sourceKind[source.kind]}
      {" · "}
      <span className="num">{publishedOn(locale, source)}</span>
      {source.titleIsDescription ? ` · ${point.detail.describes}` : null}
    </>
  )
}

/** "31 Dec 2025", "Dec 2025" or "undated". */
export function publishedOn(locale: Locale, source: SourceView): string {
  return source.publishedOn
    ? formatDay(locale, source.publishedOn, source.precision ?? "day")
    : messages(locale).point.detail.undated
}

function hostOf(href: string): string {
  return new URL(href).host.replace(/^www\./, "")
}
