import type { ReactNode } from "react"
import type { KeptDraft } from "@/lib/domain/form/draft"
import type { ProposalBrief } from "@/lib/domain/proposal"
import type { Snapshot } from "@/lib/domain/ledger"
import type { EvidenceAge, GoneSource, Untranslated } from "@/lib/domain/views/upkeep"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { FIRST_ROWS, hasWords, letsThrough, type QueueFilter, type QueueItem, searchOfFilter } from "./filter"
import { MyDrafts } from "./my-drafts"
import { ProposalList } from "./proposal-lists"
import { QueueTable } from "./queue-table"
import { EvidenceList, GoneList, TranslationList } from "./upkeep-lists"

/** Everything the parts of the queue are made of. `items` are the commitments of the part shown. */
export type QueueParts = {
  items: QueueItem[]
  drafts: ProposalBrief[]
  kept: KeptDraft[]
  toReview: ProposalBrief[]
  underWay: ProposalBrief[]
  withoutUrdu: ProposalBrief[]
  untranslated: Untranslated[]
  gone: GoneSource[]
  oldest: EvidenceAge[]
}

/** The part of the queue that the filter names; `wrap` puts the means to choose around a table of commitments. */
export function QueuePart({
  locale,
  filter,
  parts,
  facts,
  now,
  wrap,
  controls,
}: {
  locale: Locale
  filter: QueueFilter
  parts: QueueParts
  facts: Snapshot
  now: string
  wrap: (table: ReactNode) => ReactNode
  controls: (shown: number, all: number) => ReactNode
}) {
  const { queue } = messages(locale).admin
  const first = <T,>(list: T[]) => (filter.all ? list : list.slice(0, FIRST_ROWS))
  const more = (shown: number, all: number) =>
    shown < all ? (
      <a className="btn" href={`/${locale}/admin${searchOfFilter({ ...filter, all: true })}`}>
        {queue.more(all - shown)}
      </a>
    ) : null
  const frame = (shown: number, all: number, empty: string, list: ReactNode) => (
    <>
      {controls(shown, all)}
      {all > 0 ? list : <p className="py-6">{filter.q ? queue.nothingFound : empty}</p>}
      {more(shown, all)}
    </>
  )
  switch (filter.section) {
    case "stale":
    case "mine":
    case "missed": {
      const shown = first(parts.items)
      const empty = { stale: queue.empty, mine: queue.nothingMine, missed: queue.nothingMissed }[filter.section]
      return (
        <>
          {frame(shown.length, parts.items.length, empty, wrap(<QueueTable locale={locale} items={shown} />))}
          {filter.section === "stale" && parts.items.length === 0 ? (
            <p>
              <a href={`/${locale}/admin?age=all`}>{queue.clear}</a>
            </p>
          ) : null}
          {filter.section === "mine" ? (
            <section className="qs max-w-[760px]">
              <h3 className="h-s mb-1">{queue.myProposals}</h3>
              <MyDrafts locale={locale} facts={facts} drafts={parts.drafts} kept={parts.kept} now={now} />
            </section>
          ) : null}
        </>
      )
    }
    case "review":
      return <ProposalList locale={locale} facts={facts} proposals={parts.toReview} now={now} empty={queue.noReviews} />
    case "back":
      return <ProposalList locale={locale} facts={facts} proposals={parts.underWay} now={now} empty={queue.noBack} />
    case "translations": {
      const items = parts.untranslated.filter((it) =>
        it.kind === "assessment"
          ? letsThrough(filter, it.at)
          : hasWords(filter.q, [it.at.id, it.at.title.en, it.at.title.ur], [it.at.number, it.at.year]) &&
            (filter.plan === null || it.at.plan === filter.plan) &&
            filter.track === null,
      )
      const proposals = filter.q === "" && filter.plan === null && filter.track === null ? parts.withoutUrdu : []
      const shown = first(items)
      return frame(
        shown.length + proposals.length,
        items.length + proposals.length,
        queue.nothingUntranslated,
        <TranslationList locale={locale} proposals={proposals} items={shown} />,
      )
    }
    case "sources": {
      const found = parts.gone.filter(({ source, cited }) =>
        hasWords(
          filter.q,
          [source.id, source.title, source.publisher, ...cited.map((it) => it.at.commitment.code)],
          [],
        ),
      )
      const shown = first(found)
      return frame(shown.length, found.length, queue.nothingGone, <GoneList locale={locale} sources={shown} />)
    }
    case "evidence": {
      const found = parts.oldest.filter((it) => letsThrough(filter, it.at))
      const shown = first(found)
      return frame(shown.length, found.length, queue.nothingOld, <EvidenceList locale={locale} items={shown} />)
    }
  }
}
