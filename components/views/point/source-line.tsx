import type { SourceView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"

/** The title of a source, linked where it has a public address, with the site it leads to. */
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
      <span className="muted small" dir="ltr">
        {source.href ? `(${hostOf(source.href)})` : null}
      </span>
      {source.href ? null : <span className="muted small">{detail.noAddress}</span>}
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
