import type { Metadata, Route } from "next"
import { redirect } from "next/navigation"
import { PageHead } from "@/components/admin/page-head"
import { FIRST_ROWS, filterRows, readFilter, searchOfFilter } from "@/components/admin/queue/filter"
import { ProposalList } from "@/components/admin/queue/proposal-lists"
import { QueueFilters } from "@/components/admin/queue/queue-filters"
import { QueueKeys } from "@/components/admin/queue/queue-keys"
import { QueueTable } from "@/components/admin/queue/queue-table"
import { Icon } from "@/components/ui/icon"
import { ledger } from "@/lib/data/ledger"
import { listProposals } from "@/lib/data/proposal-list"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { can } from "@/lib/domain/policy"
import { plansOf } from "@/lib/domain/views/scope"
import { isStale, queueOf, STALE_AFTER } from "@/lib/domain/views/queue"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "./admit"
import { titled } from "./titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.desk.queue)

export default async function QueuePage(page: AdminPage) {
  const { locale, actor, search } = await admit(page, "/admin", "share.write")
  // Analysts write no proposals; what they have here is their links.
  if (!can(actor, "proposal.write")) redirect(`/${locale}/admin/links` as Route)
  const { queue } = messages(locale).admin
  const now = new Date().toISOString()
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const plans = plansOf(facts)
  const filter = readFilter(
    search,
    plans.map((plan) => plan.id),
  )
  const [all, proposals] = [queueOf(facts, filter.lane, dayOf(now)), await listProposals(actor)]
  const rows = filterRows(all, filter)
  const shown = filter.all ? rows : rows.slice(0, FIRST_ROWS)
  const stale = all.filter(isStale).length
  const drafts = proposals.filter((it) => it.mine && it.status === "draft")
  const toReview = proposals.filter((it) => !it.mine && it.status === "submitted")
  const underWay = proposals.filter((it) => it.mine && it.status !== "draft")
  const sentBack = underWay.filter((it) => it.status === "changes-requested")
  const sums = [
    { count: stale, words: queue.toRecheck, href: "#queue" },
    { count: drafts.length, words: queue.myDrafts, href: "#drafts" },
    { count: toReview.length, words: queue.toReview, href: `/${locale}/admin/review` },
    { count: sentBack.length, words: queue.sentBack, href: "#sent", hot: sentBack.length > 0 },
  ]
  return (
    <>
      <PageHead
        title={queue.title(stale + drafts.length + toReview.length + sentBack.length)}
        sub={
          <details>
            <summary>{queue.ruleLabel}</summary>
            <p className="mt-1 max-w-[72ch]">{queue.rule(STALE_AFTER)}</p>
          </details>
        }
      >
        <a className="btn pri" href={`/${locale}/admin/propose`}>
          <Icon name="plus" />
          {queue.newProposal}
        </a>
      </PageHead>
      <div className="sum4">
        {sums.map(({ count, words, href, hot }) => (
          <a key={words} href={href} className={hot ? "sm hot" : "sm"}>
            <b className="num">{count}</b>
            {words}
          </a>
        ))}
      </div>
      <section className="qs">
        <h2>{queue.heading}</h2>
        <QueueFilters locale={locale} filter={filter} plans={plans} shown={shown.length} all={all.length} />
        {rows.length > 0 ? (
          <QueueTable locale={locale} rows={shown} lane={filter.lane} />
        ) : (
          <p className="py-6">
            {queue.empty} <a href={`/${locale}/admin?age=all`}>{queue.clear}</a>
          </p>
        )}
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          {shown.length < rows.length ? (
            <a className="btn" href={`/${locale}/admin${searchOfFilter({ ...filter, all: true })}`}>
              {queue.more(rows.length - shown.length)}
            </a>
          ) : (
            <span />
          )}
          <p className="small muted only-l">
            <kbd>J</kbd> {queue.keys.next} <kbd>K</kbd> {queue.keys.previous} <kbd>E</kbd> {queue.keys.edit}{" "}
            <kbd>R</kbd> {queue.keys.recheck} <kbd>/</kbd> {queue.keys.search}
          </p>
        </div>
        <QueueKeys />
      </section>
      <div className="grid">
        <section className="qs col-span-4" id="drafts">
          <h2>{queue.drafts}</h2>
          <ProposalList locale={locale} facts={facts} proposals={drafts} now={now} empty={queue.noDrafts} />
        </section>
        <section className="qs col-span-4">
          <h2>{queue.reviews}</h2>
          <ProposalList locale={locale} facts={facts} proposals={toReview} now={now} empty={queue.noReviews} />
        </section>
        <section className="qs col-span-4" id="sent">
          <h2>{queue.back}</h2>
          <ProposalList locale={locale} facts={facts} proposals={underWay} now={now} empty={queue.noBack} />
        </section>
      </div>
    </>
  )
}
