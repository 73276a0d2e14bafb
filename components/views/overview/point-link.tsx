import type { Hrefs } from "@/components/views/hrefs"
import type { CommitmentHead, PointHead } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"

/** A point's number and title, leading to its page where one may go there. */
export function PointLink({ locale, hrefs, point }: { locale: Locale; hrefs: Hrefs; point: PointHead }) {
  const { text, lang } = inLocale(locale, point.title)
  const href = hrefs.point(point.year, point.number)
  const words = <span lang={lang === locale ? undefined : lang}>{text}</span>
  return (
    <span>
      <b className="num pn">{point.number}</b>&ensp;{href === null ? words : <a href={href}>{words}</a>}
    </span>
  )
}

/** What a commitment promises, leading to its point. */
export function CommitmentLink({
  locale,
  hrefs,
  year,
  commitment,
}: {
  locale: Locale
  hrefs: Hrefs
  year: number
  commitment: CommitmentHead
}) {
  const { text, lang } = inLocale(locale, commitment.text)
  const href = hrefs.point(year, commitment.point)
  const words = <span lang={lang === locale ? undefined : lang}>{text.replace(/[.۔]$/u, "")}</span>
  return href === null ? words : <a href={href}>{words}</a>
}
