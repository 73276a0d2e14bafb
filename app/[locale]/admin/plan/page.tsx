import type { Metadata } from "next"
import { PageHead } from "@/components/admin/page-head"
import { PlanForm } from "@/components/admin/queue/plan-form"
import { PlanProgress } from "@/components/admin/queue/plan-progress"
import { PlanSpread } from "@/components/admin/queue/plan-spread"
import { colleagues, listAssignments, mayAssignOthers } from "@/lib/data/assignments"
import { ledger } from "@/lib/data/ledger"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { quarterPlan, weeksOf } from "@/lib/domain/views/quarter"
import { formatDay } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.assignments.plan.title)

/** `?person=` once for each who takes part (oneself if left out), `lane`, and `pace`: at most so many a week, together. */
export default async function PlanPage(page: AdminPage) {
  const { locale, actor, person, search } = await admit(page, "/admin/plan", "assignment.write")
  const words = messages(locale).admin.assignments.plan
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const today = dayOf(new Date().toISOString())
  const lane = search.get("lane") === "claim" ? "claim" : "finding"
  const pace = /^[1-9]\d{0,2}$/.test(search.get("pace") ?? "") ? Number(search.get("pace")) : null
  const [team, assignments] = await Promise.all([colleagues(actor), listAssignments(actor)])
  const able = team.filter(({ id }) => id === person.id || mayAssignOthers(actor))
  const asked = search.has("lane") ? search.getAll("person") : [person.id]
  const people = able.filter(({ id }) => asked.includes(id))
  const taken = assignments.flatMap(({ state, commitment, dueOn, assignee, ...it }) =>
    state === "open" ? [{ commitment, lane: it.lane, dueOn, assignee: assignee.id }] : [],
  )
  const plan = quarterPlan(facts, lane, people, today, pace, taken)
  const day = (on: string) => formatDay(locale, on)
  const figures = [
    { count: plan.due.length, words: words.due },
    { count: plan.assigned, words: words.given },
    { count: plan.weeks.length, words: words.weeks },
    { count: plan.needed, words: words.needed },
  ]
  return (
    <>
      <PageHead title={words.lead(plan.usual)} sub={words.sub(day(plan.quarter.from), day(plan.quarter.to))} />
      <div className="sum4">
        {figures.map(({ count, words: said }) => (
          <span key={said} className="sm">
            <b className="num">{count}</b>
            {said}
          </span>
        ))}
      </div>
      <p className="small muted">{words.how(plan.usual, plan.all)}</p>
      <section className="qs">
        <h2>{words.running}</h2>
        <PlanProgress
          locale={locale}
          weeks={weeksOf(
            assignments.filter((it) => it.lane === lane),
            plan.quarter,
          )}
        />
      </section>
      <section className="qs">
        <h2>{words.proposal}</h2>
        <p className="small muted max-w-[80ch]">{words.proposalAbout}</p>
        <PlanForm
          locale={locale}
          lane={lane}
          pace={pace}
          needed={plan.needed}
          team={able.map(({ id, name }) => ({
            id,
            name,
            mine: id === person.id,
            chosen: people.some((it) => it.id === id),
          }))}
          mayAssignOthers={mayAssignOthers(actor)}
        />
        <PlanSpread key={search.toString()} locale={locale} lane={lane} plan={plan} people={people} />
      </section>
    </>
  )
}
