import type { Metadata } from "next"
import type { Recheck } from "@/components/admin/recheck/recheck-card"
import { RecheckQueue } from "@/components/admin/recheck/recheck-queue"
import { ledger } from "@/lib/data/ledger"
import { dayOf } from "@/lib/domain/date"
import { cellOf, snapshot } from "@/lib/domain/ledger"
import { LANES } from "@/lib/domain/scale"
import { sourceChoices } from "@/lib/domain/views/proposing"
import { isStale, queueOf } from "@/lib/domain/views/queue"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.recheck.title)

/** The stale commitments of a lane that have an assessment to confirm; `commitment` comes first, stale or not. */
export default async function RecheckPage(page: AdminPage) {
  const { locale, search } = await admit(page, "/admin/recheck", "recheck.publish")
  const { admin, terms } = messages(locale)
  const lane = search.get("lane") === "claim" ? "claim" : "finding"
  const wanted = search.get("commitment")
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const today = dayOf(new Date().toISOString())
  const rows = queueOf(facts, lane, today).filter((row) => row.standing !== null)
  const rechecks = [
    ...rows.filter((row) => row.commitment.id === wanted),
    ...rows.filter((row) => row.commitment.id !== wanted && isStale(row)),
  ].map((row): Recheck => {
    const cell = cellOf({ commitment: row.commitment.id, lane, region: null })
    const records = facts.assessments.get(cell) ?? []
    const checks = facts.checks.get(cell) ?? []
    const cited = [
      ...checks.map((check) => check.source),
      ...records.flatMap((record) => record.evidence.map((it) => it.source)),
    ]
    return { row, cited: [...new Set(cited.toReversed())] }
  })
  return (
    <RecheckQueue
      key={lane}
      locale={locale}
      lane={lane}
      rechecks={rechecks}
      library={sourceChoices(facts)}
      base={held.newest}
      today={today}
    >
      <nav className="seg" aria-label={admin.queue.lane}>
        {LANES.map((each) => (
          <a
            key={each}
            href={`/${locale}/admin/recheck?lane=${each}`}
            aria-current={each === lane ? "true" : undefined}
          >
            {terms.lane[each]}
          </a>
        ))}
      </nav>
    </RecheckQueue>
  )
}
