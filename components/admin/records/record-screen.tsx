import { PageHead } from "@/components/admin/page-head"
import { fieldLabel } from "@/components/admin/records/labels"
import { Icon } from "@/components/ui/icon"
import { dayOf } from "@/lib/domain/date"
import type { Kind } from "@/lib/domain/records"
import type { RecordVersion } from "@/lib/domain/views/records"
import type { Fields } from "@/lib/domain/views/review"
import { formatDay, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale, type Text } from "@/lib/i18n/text"
import { FieldList } from "./field-list"

const SHOWN = 10

type NameOf = (kind: Kind, id: string) => string

/** One record: what stands, what refers to it, its versions, and the ways to change it. */
export function RecordScreen({
  locale,
  kind,
  id,
  record,
  versions,
  referring,
  together,
  nameOf,
}: {
  locale: Locale
  kind: Kind
  id: string
  record: Fields | null // null once it is withdrawn
  versions: RecordVersion[]
  referring: { kind: Kind; id: string; name: Text }[]
  together: number // how many records would be withdrawn with it
  nameOf: NameOf
}) {
  const { records } = messages(locale).admin
  const [newest] = versions
  const to = (act: string) => `/${locale}/admin/propose/records?${new URLSearchParams({ kind, act, id })}`
  const name = record ? nameOf(kind, id) : id
  return (
    <>
      <PageHead
        title={<span dir="auto">{name}</span>}
        sub={
          <>
            <a href={`/${locale}/admin/records/${kind}`}>{records.kinds[kind]}</a> · <bdi>{id}</bdi>
          </>
        }
      >
        <span className="flex flex-wrap gap-2">
          {record ? (
            <>
              <a className="btn pri" href={to("change")}>
                <Icon name="pen" />
                {records.changeIt}
              </a>
              <a className="btn" href={to("withdraw")}>
                {records.withdrawIt}
              </a>
            </>
          ) : (
            <a className="btn pri" href={to("add")}>
              {records.bringBack}
            </a>
          )}
          <a className="btn ghost" href={`/${locale}/admin/propose/records?kind=${kind}&act=add`}>
            <Icon name="plus" />
            {records.addNew(records.kind[kind])}
          </a>
        </span>
      </PageHead>
      <div className="grid">
        <section className="col-span-8" aria-labelledby="record">
          <h2 className="h-s mb-1" id="record">
            {records.now}
          </h2>
          {newest ? (
            <p className="small muted mb-3">
              {record ? records.publishedIn(newest.revision) : records.gone(newest.revision)}
            </p>
          ) : null}
          <FieldList locale={locale} kind={kind} record={record ?? newest?.record ?? {}} nameOf={nameOf} />
        </section>
        <aside className="col-span-4 flex flex-col gap-6">
          <Versions locale={locale} kind={kind} versions={versions} />
          {referring.length > 0 ? (
            <section className="card" aria-labelledby="referring">
              <h2 className="h-s" id="referring">
                {records.referring(referring.length)}
              </h2>
              <p className="small muted mt-1">{records.referringHint}</p>
              <ul className="mt-2 flex flex-col">
                {referring.slice(0, SHOWN).map((it) => {
                  const { text, lang } = inLocale(locale, it.name)
                  return (
                    <li key={`${it.kind}/${it.id}`} className="border-t border-rule py-1.5 text-sm">
                      <span className="small muted">{records.kind[it.kind]}</span>{" "}
                      <a href={hrefOf(locale, it.kind, it.id)} lang={lang} dir="auto">
                        {text}
                      </a>
                    </li>
                  )
                })}
              </ul>
              {referring.length > SHOWN ? (
                <p className="small muted mt-2">{records.moreReferring(referring.length - SHOWN)}</p>
              ) : null}
              {together > 0 ? (
                <a className="btn mt-3 whitespace-normal" href={to("withdraw-all")}>
                  {records.withdrawWith(together)}
                </a>
              ) : null}
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}

export const hrefOf = (locale: Locale, kind: Kind, id: string) =>
  `/${locale}/admin/records/${kind}/${encodeURIComponent(id)}`

function Versions({ locale, kind, versions }: { locale: Locale; kind: Kind; versions: RecordVersion[] }) {
  const { records } = messages(locale).admin
  return (
    <section className="card" aria-labelledby="versions">
      <h2 className="h-s" id="versions">
        {records.versions}
      </h2>
      <ol className="mt-2 flex flex-col">
        {versions.map((version) => {
          const reason = inLocale(locale, version.reason)
          const changed = version.changed.map((field) => fieldLabel(locale, kind, field))
          return (
            <li key={version.revision} className="border-t border-rule py-2 text-sm">
              <b className="font-semibold">{records.revision(version.revision)}</b>{" "}
              <span className="pill">{records.version[version.act]}</span>{" "}
              <span className="small muted num">{formatDay(locale, dayOf(version.publishedAt))}</span>
              <p className="small" lang={reason.lang} dir="auto">
                {reason.text}
              </p>
              {changed.length > 0 ? <p className="small muted">{records.changed(list(locale, changed))}</p> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
