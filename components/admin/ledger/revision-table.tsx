import { UndoButton } from "@/components/admin/ledger/undo-button"
import { formatMoment } from "@/components/admin/when"
import type { Entry, Revision, Snapshot } from "@/lib/domain/ledger"
import { isUndoable } from "@/lib/domain/undo"
import { nameOf } from "@/lib/domain/views/records"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale, type Text } from "@/lib/i18n/text"

export type ShownRevision = Revision & { author: string | null; publisher: string | null; proposal: string | null }

/** Records named of one revision; an import touches thousands. */
const NAMED = 4

/** Revisions as editors see them: with names, and each with the click that reverses it. */
export function RevisionTable({
  locale,
  revisions,
  facts,
  now,
}: {
  locale: Locale
  revisions: ShownRevision[]
  facts: Snapshot
  now: string
}) {
  const words = messages(locale).admin.ledger
  const { columns } = words
  return (
    <table className="q">
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">
            <span className="vh">{columns.acts}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {revisions.map((revision) => (
          <Row key={revision.number} locale={locale} revision={revision} facts={facts} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  locale,
  revision,
  facts,
  now,
}: {
  locale: Locale
  revision: ShownRevision
  facts: Snapshot
  now: string
}) {
  const { admin, changes } = messages(locale)
  const words = admin.ledger
  const { number, kind, proposal } = revision
  return (
    <tr className="align-top">
      <th scope="row" className="num py-[9px]! text-sm! border-b-rule! max-[820px]:border-0! max-[820px]:p-0!">
        <a id={`r${number}`} href={`/${locale}/changes?revision=${number}`}>
          {number}
        </a>
      </th>
      <td className="s3 small num">{formatMoment(locale, revision.publishedAt, now)}</td>
      <td className="w s2">
        <span className={`pill ${LOOKS[kind]}`}>{changes.pill[kind]}</span>{" "}
        <Words locale={locale} text={revision.reason} />
        <span className="small muted mt-1 block">
          <Touched locale={locale} revision={revision} facts={facts} />
        </span>
      </td>
      <td className="w s2 small">
        <Signed locale={locale} revision={revision} />
        {proposal ? (
          <>
            <br />
            <a href={`/${locale}/admin/proposals/${proposal}`}>{words.proposal}</a>
          </>
        ) : null}
      </td>
      <td className="s2 pe-0! text-end max-[820px]:text-start">
        {isUndoable(revision) ? (
          <UndoButton locale={locale} revision={number} />
        ) : (
          <span className="small muted block max-w-[220px] whitespace-normal">
            {words.notUndoable[kind as keyof typeof words.notUndoable]}
          </span>
        )}
      </td>
    </tr>
  )
}

const LOOKS = { dataset: "dash", "world-changed": "", correction: "hot", "re-check": "", redaction: "solid" }

function Signed({ locale, revision }: { locale: Locale; revision: ShownRevision }) {
  const words = messages(locale).admin.ledger
  const { author, publisher } = revision
  if (author === null && publisher === null) return words.byProject
  if (author === publisher || publisher === null || author === null) return <bdi>{author ?? publisher}</bdi>
  return words.by(`\u2068${author}\u2069`, `\u2068${publisher}\u2069`)
}

function Touched({ locale, revision, facts }: { locale: Locale; revision: ShownRevision; facts: Snapshot }) {
  const { ledger: words, records } = messages(locale).admin
  const { entries, reasonsRemoved = [] } = revision
  const of = ({ kind, id, act }: Entry) => {
    const said = inLocale(locale, nameOf(facts, kind, id))
    return (
      <span key={`${kind}/${id}`}>
        {records.kind[kind]} <bdi lang={said.lang}>{said.text}</bdi> ({words.act[act]})
      </span>
    )
  }
  const named = entries.length > NAMED ? entries.slice(0, NAMED - 1) : entries
  const parts = [
    ...named.map(of),
    ...(entries.length > named.length ? [<span key="more">{words.more(entries.length - named.length)}</span>] : []),
    ...(reasonsRemoved.length > 0 ? [<span key="reasons">{words.reasonGone(reasonsRemoved.length)}</span>] : []),
  ]
  return parts.flatMap((part, at) => (at === 0 ? [part] : [" · ", part]))
}

function Words({ locale, text }: { locale: Locale; text: Text }) {
  const said = inLocale(locale, text)
  return (
    <span lang={said.lang} dir="auto">
      {said.text}
    </span>
  )
}
