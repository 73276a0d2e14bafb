import { Icon } from "@/components/ui/icon"
import { changesAddress } from "@/components/views/changes/address"
import { dayOf } from "@/lib/domain/date"
import type { Role } from "@/lib/domain/policy"
import type { Query } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * What kind of link this is, as of when, from which revision, what was published since, and who says so: a role, never a
 * person. `sharedBy` is null for a link that the operator made; `isPublic` where the changes may be read by anybody.
 */
export function LinkStrip({
  locale,
  view,
  query,
  frozen,
  sharedBy,
  isPublic,
}: {
  locale: Locale
  view: Frame
  query: Query
  frozen: boolean
  sharedBy: Role | null
  isPublic: boolean
}) {
  const { share, linkPage } = messages(locale)
  const { page } = share
  const [asOf, published] = [view.asOf, dayOf(view.publishedAt)].map((day) => formatDay(locale, day))
  const author = sharedBy === null ? page.sharedByOperator : page.sharedBy[sharedBy]
  const isPinned = query.known !== null
  const kind = frozen ? page.frozen : isPinned ? linkPage.pinned : page.live
  const since = frozen
    ? page.changes(view.changesSince)
    : isPinned
      ? `${linkPage.pinnedText} ${linkPage.pinnedChanges(view.changesSince)}`
      : page.liveText
  return (
    <div className={isPinned ? "amber" : "notice-strip plain"} role="status">
      <div className="wrap">
        <Icon name={isPinned ? "lock" : "recheck"} />
        <span className="min-w-0 flex-1">
          <b>{kind}</b> {page.clocks(asOf!, view.revision, published!)} {since}{" "}
          {isPinned && isPublic && view.changesSince > 0 ? (
            <>
              <SeeChanges locale={locale} query={query} revision={view.revision} />
              {locale === "ur" ? "۔" : "."}{" "}
            </>
          ) : null}
          {page.publishedBy}
          {locale === "ur" ? "؛ " : "; "}
          {author}
        </span>
      </div>
    </div>
  )
}

/** The list is of whole revisions, so it may name more than what touched this very view; its words say so. */
function SeeChanges({ locale, query, revision }: { locale: Locale; query: Query; revision: number }) {
  const { plan, points, point } = messages(locale).linkPage.seeChanges
  const about = { plan: query.plan, points: query.points, since: revision }
  const words = query.points === null ? plan : query.points.length === 1 ? point : points
  return <a href={changesAddress(locale, about, { asOf: null, known: null })}>{words(revision)}</a>
}
