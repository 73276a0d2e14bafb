import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import type { Assignment } from "@/lib/domain/assignment"
import { isStale, type QueueRow } from "@/lib/domain/views/queue"
import { formatDay, isolate, months } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale, type Text } from "@/lib/i18n/text"
import type { QueueItem } from "./filter"
import { TakeBack } from "./take-back"

/** Commitments that wait, each with its box to choose it and its two acts. One tab stop; j, k and arrows walk the rows. */
export function QueueTable({ locale, items }: { locale: Locale; items: QueueItem[] }) {
  const { queue } = messages(locale).admin
  const { columns } = queue
  return (
    <table className="q qpick" id="queue" role="grid" aria-label={queue.heading}>
      <thead>
        <tr>
          <th scope="col">
            <input type="checkbox" id="pick-all" aria-label={queue.pick.all} />
          </th>
          <th scope="col">
            <span className="vh">{columns.code}</span>
          </th>
          <th scope="col">{columns.commitment}</th>
          <th scope="col">{columns.track}</th>
          <th scope="col">{columns.level}</th>
          <th scope="col">{columns.checked}</th>
          <th scope="col">{columns.weight}</th>
          <th scope="col">
            <span className="vh">{columns.acts}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={`${item.row.commitment.id}/${item.lane}/${item.task?.id ?? ""}`} locale={locale} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ locale, item: { row, lane, task } }: { locale: Locale; item: QueueItem }) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  const { commitment, standing } = row
  const search = `?commitment=${commitment.id}&lane=${lane}`
  const propose = `/${locale}/admin/propose${search}`
  const recheck = `/${locale}/admin/recheck${search}`
  const code = isolate(locale, commitment.code)
  return (
    <tr data-row>
      <td className="pk">
        <input
          type="checkbox"
          name="pick"
          value={commitment.id}
          data-lane={lane}
          data-code={commitment.code}
          data-assessed={standing === null ? undefined : ""}
          aria-label={queue.pick.one(code)}
        />
      </td>
      <th
        scope="row"
        className="pn num py-[9px]! text-sm! font-normal! border-b-rule! max-[820px]:border-0! max-[820px]:p-0!"
      >
        {code}
      </th>
      <td className="w">
        <a
          className="no-underline font-[550] hover:underline"
          href={propose}
          data-act="propose"
          aria-keyshortcuts="e r x"
        >
          <Words locale={locale} text={commitment.text} />
        </a>
        <br />
        <span className="small muted">
          {lane === "claim" ? `${terms.lane.claim} · ` : ""}
          {queue.planYear(row.year)} · <Words locale={locale} text={row.pointTitle} />
          {row.lead ? ` · ${queue.lead}` : ""}
        </span>
        {task ? <Task locale={locale} task={task} code={code} /> : null}
      </td>
      <td className="x">
        <TrackMark track={commitment.track}>{terms.track[commitment.track]}</TrackMark>
      </td>
      <td className="s2">
        {standing ? (
          <LevelChip
            level={standing.level}
            lane={lane}
            label={standing.level === null ? terms.unrated : terms.level[standing.level]}
            reason={standing.unratedReason ? terms.unratedReason[standing.unratedReason] : undefined}
          />
        ) : (
          <span className="muted">{queue.neverAssessed}</span>
        )}
      </td>
      <td className="s2 small num">
        <Age locale={locale} row={row} />
      </td>
      <td className="x">
        <span className="imp3" role="img" aria-label={queue.weight(row.weight)}>
          {[1, 2, 3].map((step) => (
            <i key={step} className={step <= row.weight ? "on" : ""} />
          ))}
        </span>
      </td>
      <td className="s3 pe-0! text-end">
        <span className="inline-flex gap-2">
          <a className="btn sm ghost only-l" href={propose} aria-label={queue.proposeFor(code)}>
            {queue.propose}
          </a>
          {standing ? (
            <a className="btn sm" href={recheck} aria-label={queue.recheckFor(code)} data-act="recheck">
              {queue.recheck}
            </a>
          ) : null}
        </span>
      </td>
    </tr>
  )
}

/** Who has it to check and by when; a missed day is said, never hidden. */
function Task({ locale, task, code }: { locale: Locale; task: Assignment; code: string }) {
  const { queue } = messages(locale).admin
  const day = formatDay(locale, task.dueOn)
  return (
    <span className="mt-1 flex flex-wrap items-center gap-2 text-[length:var(--t-s)]">
      <span>{task.mine ? queue.dueMine(day) : queue.due(task.assignee.name, day)}</span>
      {task.state === "missed" ? <span className="pill hot">{queue.daysLate(task.daysLate)}</span> : null}
      {task.mayCancel ? <TakeBack locale={locale} id={task.id} code={code} /> : null}
    </span>
  )
}

function Age({ locale, row }: { locale: Locale; row: QueueRow }) {
  const { queue } = messages(locale).admin
  const words = row.checkedOn === null ? queue.never : months(locale, row.months)
  if (!isStale(row)) return words
  return (
    <span className="stale">
      <Icon name="clock" />
      {words}
    </span>
  )
}

export function Words({ locale, text }: { locale: Locale; text: Text }) {
  const said = inLocale(locale, text)
  return <span lang={said.lang}>{said.text}</span>
}
