import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { dayOf } from "@/lib/domain/date"
import type { Level } from "@/lib/domain/scale"
import type { HistoryItem } from "@/lib/domain/views/history"
import type { PointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Said } from "./said"

const SHOWN = 6
const PILL = {
  dataset: "pill dash",
  "world-changed": "pill",
  correction: "pill corr",
  "re-check": "pill dash",
  redaction: "pill corr",
}

/** Every revision that touched this point, newest first. */
export function PointHistory({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { changes, point } = messages(locale)
  const all = hrefs.changes({ plan: view.plan, points: [view.point.number] })
  const { history } = point
  const older = view.history.slice(SHOWN)
  return (
    <section aria-labelledby="history">
      <header className="mb-3">
        <h2 id="history">{history.title}</h2>
        <p className="sub">
          {view.history.length > 0 ? history.sub : history.none}
          {view.region ? ` ${history.ofRegion(inLocale(locale, view.region.name).text)}` : null}
        </p>
      </header>
      <ol className="hist h2">
        {view.history.slice(0, SHOWN).map((item) => (
          <Row key={item.revision} locale={locale} item={item} hrefs={hrefs} />
        ))}
      </ol>
      {older.length > 0 ? (
        <Disclosure icon="list" label={point.detail.earlier(older.length)}>
          <ol className="hist h2">
            {older.map((item) => (
              <Row key={item.revision} locale={locale} item={item} hrefs={hrefs} />
            ))}
          </ol>
        </Disclosure>
      ) : null}
      {all === null ? null : (
        <p className="small mt-3">
          <a href={all}>{changes.ofPoint}</a>
        </p>
      )}
    </section>
  )
}

function Row({ locale, item, hrefs }: { locale: Locale; item: HistoryItem; hrefs: Hrefs }) {
  const { data, point } = messages(locale)
  const { history } = point
  const versions = ({ act, kind, id }: HistoryItem["items"][number]) =>
    act === "add" ? null : hrefs.record(kind, id, item.revision)
  return (
    <li>
      <b className="num" dir="ltr">
        r{item.revision}
      </b>
      <span className="muted num nowrap">{formatDay(locale, dayOf(item.publishedAt))}</span>
      <div className="hw flex flex-col gap-1">
        {item.kind === "dataset" ? (
          <Starting locale={locale} item={item} />
        ) : (
          <>
            {item.items.map((change, at) => {
              const href = versions(change)
              return (
                <span key={at}>
                  <Change locale={locale} change={change} />{" "}
                  {href === null ? null : (
                    <a className="small inline-block py-1" href={href}>
                      {data.record.compare}
                    </a>
                  )}
                </span>
              )
            })}
            <Said locale={locale} className="small muted" text={item.reason} />
          </>
        )}
      </div>
      <span className={PILL[item.kind]}>{history.kind[item.kind]}</span>
    </li>
  )
}

function Starting({ locale, item }: { locale: Locale; item: HistoryItem }) {
  const { point, terms } = messages(locale)
  const count = (kind: string) => item.items.filter((change) => change.kind === kind).length
  return <span>{point.history.starting(terms.commitments(count("commitment")), count("assessment"))}</span>
}

function Change({ locale, change }: { locale: Locale; change: HistoryItem["items"][number] }) {
  const { changes, point, terms } = messages(locale)
  const { history } = point
  const code = change.commitment?.code ?? ""
  const act = history.act[change.act]
  const where = change.region ? (
    <>
      {" "}
      (<Said locale={locale} text={change.region} />)
    </>
  ) : null
  if (change.kind === "check")
    return (
      <span>
        {history.rechecked(code)}
        {where}
      </span>
    )
  if (change.kind === "point") return <span>{history.point(act)}</span>
  if (change.kind === "commitment") return <span>{history.commitment(code, act)}</span>
  if (change.act === "withdraw" || change.act === "redact" || change.lane === null)
    return (
      <span>
        {history.assessment(code, act)}
        {where}
      </span>
    )
  const chip = (level: Level | null) => (
    <LevelChip level={level} lane={change.lane!} label={level === null ? terms.unrated : terms.level[level]} />
  )
  return (
    <span>
      <b className="num">{code}</b>
      {where} {terms.lane[change.lane]} {chip(change.from)} <Icon name="arrow" /> {chip(change.to)}
      {change.on ? (
        <span className="muted small num"> {changes.since(formatDay(locale, change.on, change.precision))}</span>
      ) : null}
    </span>
  )
}
