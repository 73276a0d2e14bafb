import type { Metadata } from "next"
import { filterItems, itemsOf, readFilter } from "@/components/admin/queue/filter"
import type { Recheck } from "@/components/admin/recheck/recheck-card"
import { RecheckQueue } from "@/components/admin/recheck/recheck-queue"
import { listAssignments } from "@/lib/data/assignments"
import { ledger } from "@/lib/data/ledger"
import { dayOf } from "@/lib/domain/date"
import { cellOf, snapshot } from "@/lib/domain/ledger"
import { LANES } from "@/lib/domain/scale"
import { sourceChoices } from "@/lib/domain/views/proposing"
import { queueOf } from "@/lib/domain/views/queue"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.recheck.title)

/**
 * The commitments that the queue shows under the same filter and that have an assessment to confirm, one card at a
 * time; `commitment` comes first, whether or not the filter lets it through.
 */
export default async function RecheckPage(page: AdminPage) {
  const { locale, actor, search } = await admit(page, "/admin/recheck", "recheck.publish")
  const { admin, terms } = messages(locale)
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const today = dayOf(new Date().toISOString())
  const filter = readFilter(search, [...facts.records.plan.keys()])
  const wanted = search.get("commitment")
  const rows = { finding: queueOf(facts, "finding", today), claim: queueOf(facts, "claim", today) }
  const assignments = await listAssignments(actor)
  const isWanted = (id: string) => id === wanted
  const first = itemsOf(rows, assignments, { section: "stale", lane: filter.lane }).filter((it) =>
    isWanted(it.row.commitment.id),
  )
  const others = filterItems(itemsOf(rows, assignments, filter), filter).filter(
    (it) => !(isWanted(it.row.commitment.id) && it.lane === filter.lane),
  )
  const named = new Set<string>()
  const rechecks = [...first, ...others].flatMap(({ row, lane, task }): Recheck[] => {
    const cell = cellOf({ commitment: row.commitment.id, lane, region: null })
    // What was missed and given out anew stands in the queue twice, but is checked once.
    if (row.standing === null || named.has(cell)) return []
    named.add(cell)
    const records = facts.assessments.get(cell) ?? []
    const checks = facts.checks.get(cell) ?? []
    const cited = [
      ...checks.map((check) => check.source),
      ...records.flatMap((record) => record.evidence.map((it) => it.source)),
    ]
    return [{ row, lane, cited: [...new Set(cited.toReversed())], dueOn: task?.dueOn ?? null }]
  })
  return (
    <RecheckQueue
      key={search.toString()}
      locale={locale}
      rechecks={rechecks}
      library={sourceChoices(facts)}
      base={held.newest}
      today={today}
    >
      <nav className="seg" aria-label={admin.queue.lane}>
        <a href={`/${locale}/admin/recheck?list=mine`} aria-current={filter.section === "mine" ? "true" : undefined}>
          {admin.queue.headings.mine}
        </a>
        {LANES.map((each) => (
          <a
            key={each}
            href={`/${locale}/admin/recheck?lane=${each}`}
            aria-current={filter.section === "stale" && each === filter.lane ? "true" : undefined}
          >
            {terms.lane[each]}
          </a>
        ))}
      </nav>
    </RecheckQueue>
  )
}
