import { Icon } from "@/components/ui/icon"
import { dayOf } from "@/lib/domain/date"
import type { Role } from "@/lib/domain/policy"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * What kind of link this is, as of when, from which revision, and who says so: a role, never a person. `sharedBy` is
 * null for a link that the operator made.
 */
export function LinkStrip({
  locale,
  view,
  frozen,
  sharedBy,
}: {
  locale: Locale
  view: Frame
  frozen: boolean
  sharedBy: Role | null
}) {
  const { page } = messages(locale).share
  const [asOf, published] = [view.asOf, dayOf(view.publishedAt)].map((day) => formatDay(locale, day))
  const author = sharedBy === null ? page.sharedByOperator : page.sharedBy[sharedBy]
  return (
    <div className={frozen ? "amber" : "notice-strip plain"} role="status">
      <div className="wrap">
        <Icon name={frozen ? "lock" : "recheck"} />
        <span>
          <b>{frozen ? page.frozen : page.live}</b> {page.clocks(asOf!, view.revision, published!)}{" "}
          {frozen ? page.changes(view.changesSince) : page.liveText} {page.publishedBy}
          {locale === "ur" ? "؛ " : "; "}
          {author}
        </span>
      </div>
    </div>
  )
}
