import type { Lane } from "@/lib/domain/scale"
import type { QuarterPlan } from "@/lib/domain/views/quarter"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { AssignPlan } from "./assign-plan"
import { Words } from "./queue-table"

/** The proposed weeks with each person's share, and the one button that hands all of it out. */
export function PlanSpread({
  locale,
  lane,
  plan,
  people,
}: {
  locale: Locale
  lane: Lane
  plan: QuarterPlan
  people: { id: string; name: string }[]
}) {
  const words = messages(locale).admin.assignments.plan
  const items = plan.weeks.flatMap(({ dueOn, shares }) =>
    shares.flatMap(({ person, rows }) =>
      rows.map((row) => ({ commitment: row.commitment.id, lane, assignee: person, dueOn })),
    ),
  )
  if (plan.due.length === plan.assigned) return <Said>{words.nothing}</Said>
  if (plan.weeks.length === 0) return <Said>{words.noWeeks}</Said>
  if (people.length === 0) return <Said>{words.nobody}</Said>
  const ofPerson = (id: string) => items.filter((it) => it.assignee === id).length
  return (
    <>
      <div className="my-4 flex flex-wrap items-center gap-4">
        {items.length > 0 ? <AssignPlan locale={locale} items={items} /> : null}
        <span className="small muted flex flex-wrap gap-x-4">
          {people.map(({ id, name }) => (
            <bdi key={id}>{words.totals(name, ofPerson(id))}</bdi>
          ))}
        </span>
      </div>
      {plan.left.length > 0 ? (
        <details className="note mb-4">
          <summary>{words.left(plan.left.length, formatDay(locale, plan.quarter.to))}</summary>
          <ul className="mini mt-2">
            {plan.left.map((row) => (
              <Line key={row.commitment.id} locale={locale} row={row} />
            ))}
          </ul>
        </details>
      ) : null}
      <div className="wks">
        {plan.weeks.map(({ dueOn, shares }) => (
          <section key={dueOn} className="wk">
            <h3 className="h-s">{words.by(formatDay(locale, dueOn))}</h3>
            {shares
              .filter(({ rows }) => rows.length > 0)
              .map(({ person, rows }) => (
                <div key={person} className="mt-3">
                  <p className="small">
                    <b>
                      <bdi>{people.find((it) => it.id === person)?.name}</bdi>
                    </b>{" "}
                    · {words.share(rows.length)}
                  </p>
                  <ul className="mini">
                    {rows.map((row) => (
                      <Line key={row.commitment.id} locale={locale} row={row} />
                    ))}
                  </ul>
                </div>
              ))}
          </section>
        ))}
      </div>
    </>
  )
}

const Said = ({ children }: { children: string }) => <p className="py-6">{children}</p>

function Line({ locale, row }: { locale: Locale; row: QuarterPlan["due"][number] }) {
  const { queue } = messages(locale).admin
  return (
    <li>
      <b className="num pn">{isolate(locale, row.commitment.code)}</b>
      <span>
        <Words locale={locale} text={row.commitment.text} />
      </span>
      <span className="small muted">{queue.planYear(row.year)}</span>
    </li>
  )
}
