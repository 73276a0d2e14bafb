import { adminWords } from "@/components/admin/words"
import type { LookUp } from "@/lib/domain/redaction"
import type { Locale } from "@/lib/i18n/locale"

/** How many published places are listed before the rest is only counted. */
const LISTED = 50

/** Every place where a text stands. The text itself is marked in what is public anyway. */
export function LookUpResult({ locale, found, text }: { locale: Locale; found: LookUp; text: string | null }) {
  const { ledger, records } = adminWords(locale).admin
  const words = ledger.redactions
  const { elsewhere, copies, reasons } = found
  const counted = elsewhere.reduce((sum, { count }) => sum + count, 0)
  const total = found.records.length + reasons.length + copies.length + counted
  return (
    <div className="card mt-4 flex flex-col gap-3">
      <p role="status">
        <b>{total === 0 ? words.nowhere : words.found(total)}</b>
      </p>
      {found.records.length + reasons.length + copies.length > 0 ? (
        <div>
          <h3 className="lab">{words.published}</h3>
          <ul className="mt-1 flex flex-col gap-2">
            {found.records.slice(0, LISTED).map(({ kind, id, revision, excerpt }) => (
              <li key={`${kind}/${id}@${revision}`} className="small border-t border-rule pt-2">
                <span className="muted">{words.version(records.kind[kind], `\u2068${id}\u2069`, revision)}</span>
                <Excerpt excerpt={excerpt} text={text} />
              </li>
            ))}
            {reasons.slice(0, LISTED).map(({ revision, excerpt }) => (
              <li key={`revision@${revision}`} className="small border-t border-rule pt-2">
                <span className="muted">{words.reasonOf(revision)}</span>
                <Excerpt excerpt={excerpt} text={text} />
              </li>
            ))}
            {copies.map(({ sha256, name }) => (
              <li key={sha256} className="small border-t border-rule pt-2">
                {words.copy(name)}
                <span className="mono muted block break-all" dir="ltr">
                  {sha256}
                </span>
              </li>
            ))}
          </ul>
          {Math.max(found.records.length, reasons.length) > LISTED ? (
            <p className="small muted">
              {ledger.more(Math.max(0, found.records.length - LISTED) + Math.max(0, reasons.length - LISTED))}
            </p>
          ) : null}
        </div>
      ) : null}
      {elsewhere.length > 0 ? (
        <div>
          <h3 className="lab">{words.elsewhere}</h3>
          <ul className="small mt-1 flex flex-wrap gap-x-4">
            {elsewhere.map(({ place, count }) => (
              <li key={place}>
                {words.places[place] ?? place}: <b className="num">{count}</b>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="small muted">{words.excepted}</p>
    </div>
  )
}

function Excerpt({ excerpt, text }: { excerpt: string; text: string | null }) {
  const at = text === null ? -1 : excerpt.indexOf(text)
  if (excerpt === "" || text === null || at < 0) return excerpt === "" ? null : <q className="block">{excerpt}</q>
  return (
    <q className="block" dir="auto">
      {excerpt.slice(0, at)}
      <mark className="bg-amber text-ink">{text}</mark>
      {excerpt.slice(at + text.length)}
    </q>
  )
}
