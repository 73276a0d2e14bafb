import type { Metadata, Route } from "next"
import { redirect } from "next/navigation"
import { PageHead } from "@/components/admin/page-head"
import { filterItems, itemsOf, readFilter, searchOfFilter } from "@/components/admin/queue/filter"
import { Picks } from "@/components/admin/queue/picks"
import { MyDrafts } from "@/components/admin/queue/my-drafts"
import { ProposalList } from "@/components/admin/queue/proposal-lists"
import { QueueFilters } from "@/components/admin/queue/queue-filters"
import { QueueKeys } from "@/components/admin/queue/queue-keys"
import { QueuePart } from "@/components/admin/queue/queue-screen"
import { MissedList, Presets, Sections } from "@/components/admin/queue/sections"
import { Icon } from "@/components/ui/icon"
import { colleagues, listAssignments, mayAssignOthers } from "@/lib/data/assignments"
import { listDrafts } from "@/lib/data/drafts"
import { ledger } from "@/lib/data/ledger"
import { listProposals } from "@/lib/data/proposal-list"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { can } from "@/lib/domain/policy"
import { plansOf } from "@/lib/domain/views/scope"
import { nextWeekEnd } from "@/lib/domain/views/quarter"
import { isStale, queueOf, STALE_AFTER } from "@/lib/domain/views/queue"
import { sourceChoices } from "@/lib/domain/views/proposing"
import { goneSources, oldestEvidence, untranslated } from "@/lib/domain/views/upkeep"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "./admit"
import { titled } from "./titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.desk.queue)

export default async function QueuePage(page: AdminPage) {
  const { locale, actor, person, search } = await admit(page, "/admin", "share.write")
  // Analysts write no proposals; what they have here is their links.
  if (!can(actor, "proposal.write")) redirect(`/${locale}/admin/links` as Route)
  const { queue } = messages(locale).admin
  const now = new Date().toISOString()
  const today = dayOf(now)
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const plans = plansOf(facts)
  const filter = readFilter(
    search,
    plans.map((plan) => plan.id),
  )
  const [proposals, kept, assignments, team] = await Promise.all([
    listProposals(actor),
    listDrafts(actor),
    listAssignments(actor),
    colleagues(actor),
  ])
  const rows = { finding: queueOf(facts, "finding", today), claim: queueOf(facts, "claim", today) }
  const all = itemsOf(rows, assignments, filter)
  const underWay = proposals.filter((it) => it.mine && it.status !== "draft")
  const parts = {
    items: filterItems(all, filter),
    drafts: proposals.filter((it) => it.mine && it.status === "draft"),
    kept,
    toReview: proposals.filter((it) => !it.mine && it.status === "submitted"),
    underWay,
    withoutUrdu: proposals.filter((it) => it.reasonUr === null),
    untranslated: untranslated(facts, today),
    gone: goneSources(facts, today),
    oldest: oldestEvidence(facts, today),
  }
  const missed = itemsOf(rows, assignments, { section: "missed", lane: "finding" })
  const mine = itemsOf(rows, assignments, { section: "mine", lane: "finding" })
  const counts = {
    stale: rows.finding.filter(isStale).length,
    mine: mine.length + parts.drafts.length + kept.length,
    review: parts.toReview.length,
    back: underWay.filter((it) => it.status === "changes-requested").length,
    missed: missed.length,
    translations: parts.untranslated.length + parts.withoutUrdu.length,
    sources: parts.gone.length,
    evidence: parts.oldest.length,
  }
  const hasTable = ["stale", "mine", "missed"].includes(filter.section)
  const helpers = team
    .filter(({ id }) => id === person.id || mayAssignOthers(actor))
    .map(({ id, name }) => ({ id, name, mine: id === person.id }))
  return (
    <>
      <PageHead
        title={queue.title(counts.stale + counts.mine + counts.review + counts.back)}
        sub={
          <details>
            <summary>{queue.ruleLabel}</summary>
            <p className="mt-1 max-w-[72ch]">{queue.rule(STALE_AFTER)}</p>
          </details>
        }
      >
        <a className="btn" href={`/${locale}/admin/plan`}>
          <Icon name="chart" />
          {queue.plan}
        </a>
        <a className="btn pri" href={`/${locale}/admin/propose`}>
          <Icon name="plus" />
          {queue.newProposal}
        </a>
      </PageHead>
      <Sections locale={locale} filter={filter} counts={counts} />
      <section className="qs">
        <h2>{queue.headings[filter.section]}</h2>
        {filter.section === "stale" ? (
          <Presets locale={locale} filter={filter} plans={plans} rows={rows} />
        ) : filter.section in queue.abouts ? (
          <p className="small muted max-w-[80ch]">{queue.abouts[filter.section as keyof typeof queue.abouts]}</p>
        ) : null}
        <QueuePart
          locale={locale}
          filter={filter}
          parts={parts}
          facts={facts}
          now={now}
          controls={(shown, count) => (
            <QueueFilters locale={locale} filter={filter} plans={plans} shown={shown} all={count} />
          )}
          wrap={(table) => (
            <Picks
              key={searchOfFilter(filter)}
              locale={locale}
              helpers={helpers}
              library={sourceChoices(facts)}
              base={held.newest}
              today={today}
              dueOn={nextWeekEnd(today)}
            >
              {table}
            </Picks>
          )}
        />
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          {hasTable && parts.items.some((it) => it.row.standing) ? (
            <a className="btn" href={`/${locale}/admin/recheck${searchOfFilter(filter)}`}>
              <Icon name="recheck" />
              {queue.oneByOne}
            </a>
          ) : (
            <span />
          )}
          <QueueKeys key={searchOfFilter(filter)} locale={locale} />
        </div>
      </section>
      {filter.section === "stale" ? (
        <div className="grid">
          <section className="qs col-span-4" id="drafts">
            <h2>{queue.drafts}</h2>
            <MyDrafts locale={locale} facts={facts} drafts={parts.drafts} kept={parts.kept} now={now} />
          </section>
          <section className="qs col-span-4">
            <h2>{queue.reviews}</h2>
            <ProposalList locale={locale} facts={facts} proposals={parts.toReview} now={now} empty={queue.noReviews} />
          </section>
          <section className="qs col-span-4">
            <h2>{queue.headings.missed}</h2>
            <MissedList locale={locale} items={missed} empty={queue.nothingMissed} />
          </section>
        </div>
      ) : null}
    </>
  )
}
