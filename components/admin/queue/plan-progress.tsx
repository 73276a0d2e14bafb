import type { WeekProgress } from "@/lib/domain/views/quarter"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const STATES = ["met", "late", "open", "missed"] as const

/** How the assignments of the quarter go, week by week: a bar to see, figures to read. */
export function PlanProgress({ locale, weeks }: { locale: Locale; weeks: WeekProgress[] }) {
  const words = messages(locale).admin.assignments.plan
  const of = (week: Omit<WeekProgress, "dueOn">) => STATES.reduce((sum, state) => sum + week[state], 0)
  const shown = weeks.filter((week) => of(week) > 0)
  if (shown.length === 0) return <p className="small muted">{words.noneRunning}</p>
  const total = Object.fromEntries(
    STATES.map((state) => [state, shown.reduce((sum, week) => sum + week[state], 0)]),
  ) as Record<(typeof STATES)[number], number>
  const most = Math.max(...shown.map(of))
  return (
    <table className="wkt">
      <thead>
        <tr>
          <th scope="col">{words.columns.week}</th>
          <th scope="col" className="bars">
            {words.columns.done}
          </th>
          {STATES.map((state) => (
            <th key={state} scope="col">
              {words.columns[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((week) => (
          <tr key={week.dueOn}>
            <th scope="row" className="num">
              {formatDay(locale, week.dueOn)}
            </th>
            <td>
              <Bar
                words={words.week(week.met, week.late, week.open, week.missed)}
                week={week}
                width={of(week) / most}
              />
            </td>
            {STATES.map((state) => (
              <td key={state} className="num">
                {week[state]}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{words.all}</th>
          <td />
          {STATES.map((state) => (
            <td key={state} className="num">
              <b>{total[state]}</b>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function Bar({ words, week, width }: { words: string; week: Omit<WeekProgress, "dueOn">; width: number }) {
  return (
    <span className="wkbar" role="img" aria-label={words} style={{ width: `${100 * width}%` }}>
      {STATES.filter((state) => week[state] > 0).map((state) => (
        <i key={state} className={state} style={{ flex: week[state] }} />
      ))}
    </span>
  )
}
