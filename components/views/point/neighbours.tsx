import { Icon } from "@/components/ui/icon"
import type { Hrefs } from "@/components/views/hrefs"
import type { PointView } from "@/lib/domain/views/point"
import type { PointHead } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"

/** The points before and after, in the plan's order. */
export function Neighbours({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { neighbours } = messages(locale).point
  const { previous, next } = view.neighbours
  const href = (head: PointHead | null) => (head ? hrefs.point(head.year, head.number) : null)
  if (href(previous) === null && href(next) === null) return null
  return (
    <nav className="sec flex flex-wrap justify-between gap-x-8 gap-y-4 !py-6" aria-label={neighbours.label}>
      {previous && href(previous) ? (
        <a className="flex flex-col gap-1 no-underline" href={href(previous)!} rel="prev">
          <span className="small muted inline-flex items-center gap-1">
            <Icon name="chevron" className="rotate-180 rtl:!rotate-0 rtl:!transform-none" />
            {neighbours.previous}
          </span>
          <Title locale={locale} head={previous} />
        </a>
      ) : (
        <span />
      )}
      {next && href(next) ? (
        <a className="ms-auto flex flex-col items-end gap-1 text-end no-underline" href={href(next)!} rel="next">
          <span className="small muted inline-flex items-center gap-1">
            {neighbours.next}
            <Icon name="chevron" />
          </span>
          <Title locale={locale} head={next} />
        </a>
      ) : null}
    </nav>
  )
}

function Title({ locale, head }: { locale: Locale; head: PointHead }) {
  return (
    <span className="underline decoration-edge underline-offset-4">
      {head.number}. <Said locale={locale} text={head.title} />
    </span>
  )
}
