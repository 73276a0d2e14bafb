import { Icon } from "@/components/ui/icon"
import type { Hrefs } from "@/components/views/hrefs"
import { Said } from "@/components/views/point/said"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import type { Query } from "@/lib/domain/query"
import type { ChangesView, RevisionView } from "@/lib/domain/views/changes"
import type { IndexMove } from "@/lib/domain/views/index-moves"
import { formatDay, isolate, oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { changesAddress } from "./address"
import { ChangeLine } from "./change-line"

/** How each sort of revision is marked. */
export const PILL = {
  dataset: "pill dash",
  "world-changed": "pill",
  correction: "pill corr",
  "re-check": "pill dash",
  redaction: "pill solid",
}

type Props = { locale: Locale; view: ChangesView; query: Query; hrefs: Hrefs; revision: RevisionView }

/** One revision: when and of what sort, what it did to each record and why, and what that did to the index. */
export function RevisionRow({ locale, view, query, hrefs, revision }: Props) {
  const { changes } = messages(locale)
  const { filter } = view
  const alone = changesAddress(locale, { revision: revision.revision }, query)
  const isAlone = filter.revision === revision.revision
  return (
    <tr id={`r${revision.revision}`}>
      <td className="when">
        <span className="num nowrap">{formatDay(locale, dayOf(revision.publishedAt))}</span>
        <span className="small num">
          {isAlone ? changes.revision(revision.revision) : <a href={alone}>{changes.revision(revision.revision)}</a>}
        </span>
        <span>
          <span className={PILL[revision.kind]}>{changes.pill[revision.kind]}</span>
        </span>
      </td>
      <td className="what">
        {revision.items.length > 0 ? (
          <ul>
            {revision.items.map((item) => (
              <ChangeLine
                key={`${item.kind}/${item.id}`}
                locale={locale}
                item={item}
                hrefs={hrefs}
                revision={revision.revision}
              />
            ))}
          </ul>
        ) : null}
        {revision.unnamed > 0 ? <Unnamed locale={locale} revision={revision} alone={isAlone ? null : alone} /> : null}
        {revision.kind === "redaction" ? <Removed locale={locale} query={query} revision={revision} /> : null}
        {revision.reason.en === "" ? null : (
          <p className="small muted">
            {changes.because} <Said locale={locale} text={revision.reason} />
          </p>
        )}
        {isAlone ? <Cited locale={locale} revision={revision} /> : null}
      </td>
      <td className="effect small" data-l={changes.columns.effect}>
        <Effect locale={locale} revision={revision} />
      </td>
    </tr>
  )
}

/** What is not named here, counted by kind. */
function Unnamed({ locale, revision, alone }: { locale: Locale; revision: RevisionView; alone: string | null }) {
  const { admin, changes } = messages(locale)
  const isCounted = revision.items.length === 0
  return (
    <p className={isCounted ? undefined : "small"}>
      {isCounted
        ? revision.counts
            .map(({ kind, act, count }) =>
              changes.counted(
                count,
                count === 1 ? admin.records.kind[kind] : admin.records.kinds[kind],
                changes.act[act],
              ),
            )
            .join(locale === "ur" ? "؛ " : "; ")
        : changes.more(revision.unnamed)}
      {alone !== null && !isCounted ? (
        <>
          {" · "}
          <a href={alone}>{changes.whole}</a>
        </>
      ) : null}
    </p>
  )
}

/** What a removal by law touched beside records: reasons, or nothing that had been published. */
function Removed({ locale, query, revision }: Pick<Props, "locale" | "query" | "revision">) {
  const { changes } = messages(locale)
  const { items, unnamed, reasonsRemoved } = revision
  if (reasonsRemoved.length === 0) return items.length + unnamed > 0 ? null : <p>{changes.notPublished}</p>
  return (
    <p>
      {changes.reasonsRemoved(reasonsRemoved.length)}{" "}
      {reasonsRemoved.map((number, at) => (
        <span key={number}>
          {at > 0 ? (locale === "ur" ? "، " : ", ") : ""}
          <a href={changesAddress(locale, { revision: number }, query)}>{changes.revision(number)}</a>
        </span>
      ))}
    </p>
  )
}

/** What it takes to cite a revision, and the whole site as it stood then. */
function Cited({ locale, revision }: { locale: Locale; revision: RevisionView }) {
  const { changes } = messages(locale)
  return (
    <p className="small">
      <a href={`/${locale}?known=${revision.revision}`}>{changes.asKnown}</a>
      <span className="muted">
        {" · "}
        {changes.hash}{" "}
        <span className="mono break-all" dir="ltr">
          {revision.hash}
        </span>
      </span>
    </p>
  )
}

function Effect({ locale, revision }: { locale: Locale; revision: RevisionView }) {
  const { changes } = messages(locale)
  if (revision.kind === "dataset") return <span className="muted">{changes.noEffectYet}</span>
  if (revision.moves.length === 0) return <span className="muted">{changes.noEffect}</span>
  return (
    <ul>
      {revision.moves.map((move) => (
        <li key={`${move.plan.id}/${move.track}`}>
          <Move locale={locale} move={move} />
        </li>
      ))}
    </ul>
  )
}

function Move({ locale, move: { plan, track, before, after } }: { locale: Locale; move: IndexMove }) {
  const { changes } = messages(locale)
  const index = (score: Score) => (score.index === null ? changes.unrated : isolate(locale, oneDecimal(score.index)))
  const reach = (score: Score) =>
    score.low === null || score.high === null ? changes.unrated : range(locale, score.low, score.high)
  const isWider = before.low !== after.low || before.high !== after.high
  const isSame = before.index === after.index
  return (
    <>
      {changes.index(track, plan.year)}{" "}
      {isSame ? null : (
        <b className="num nowrap">
          {index(before)} <Icon name="arrow" size={12} className="inline-block" />{" "}
          <span className="vh">{changes.to}</span>
          {index(after)}
        </b>
      )}
      {isWider ? (
        <span className="muted block">
          {isSame ? changes.reachOnly(reach(before), reach(after)) : changes.range(reach(before), reach(after))}
        </span>
      ) : null}
    </>
  )
}
