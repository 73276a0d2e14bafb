import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import type { Lane } from "@/lib/domain/scale"
import { isStale, type QueueRow } from "@/lib/domain/views/queue"
import { isolate, months } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale, type Text } from "@/lib/i18n/text"

/** The commitments of the queue, most urgent first, each with its two acts. */
export function QueueTable({ locale, rows, lane }: { locale: Locale; rows: QueueRow[]; lane: Lane }) {
  const { queue } = messages(locale).admin
  const { columns } = queue
  return (
    <table className="q" id="queue">
      <thead>
        <tr>
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
        {rows.map((row) => (
          <Row key={row.commitment.id} locale={locale} row={row} lane={lane} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ locale, row, lane }: { locale: Locale; row: QueueRow; lane: Lane }) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  const { commitment, standing } = row
  const search = `?commitment=${commitment.id}&lane=${lane}`
  const propose = `/${locale}/admin/propose${search}`
  const recheck = `/${locale}/admin/recheck${search}`
  const code = isolate(locale, commitment.code)
  return (
    <tr data-row tabIndex={-1}>
      <th
        scope="row"
        className="pn num py-[9px]! text-sm! font-normal! border-b-rule! max-[820px]:border-0! max-[820px]:p-0!"
      >
        {code}
      </th>
      <td className="w">
        <a className="no-underline font-[550] hover:underline" href={propose} data-act="propose">
          <Words locale={locale} text={commitment.text} />
        </a>
        <br />
        <span className="small muted">
          {queue.planYear(row.year)} · <Words locale={locale} text={row.pointTitle} />
          {row.lead ? ` · ${queue.lead}` : ""}
        </span>
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

function Words({ locale, text }: { locale: Locale; text: Text }) {
  const said = inLocale(locale, text)
  return <span lang={said.lang}>{said.text}</span>
}
