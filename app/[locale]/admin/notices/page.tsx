import type { Metadata } from "next"
import { DailyMail } from "@/components/admin/notices/daily-mail"
import { NoticesList } from "@/components/admin/notices/notices-list"
import { PageHead } from "@/components/admin/page-head"
import { listNotices, noticeSettings, unreadNotices } from "@/lib/data/notices"
import { settings } from "@/lib/data/settings"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.notices.title)

export default async function NoticesPage(page: AdminPage) {
  const { locale, actor, search } = await admit(page, "/admin/notices", "self.manage")
  const { notices: words } = messages(locale).admin
  const isUnread = search.get("unread") === "true"
  const before = /^\d{1,18}$/.exec(search.get("before") ?? "")?.[0] ?? null
  const [{ items, next }, unread, own] = await Promise.all([
    listNotices(actor, { unread: isUnread, before }),
    unreadNotices(actor),
    noticeSettings(actor),
  ])
  const base = `/${locale}/admin/notices`
  const to = (given: Record<string, string>) => {
    const all = new URLSearchParams({ ...(isUnread && { unread: "true" }), ...given })
    return all.size > 0 ? `${base}?${all}` : base
  }
  return (
    <>
      <PageHead title={words.title} sub={words.intro(unread)} />
      <div className="grid">
        <section className="col-span-8">
          <nav className="seg" aria-label={words.filter}>
            <a href={base} aria-current={isUnread ? undefined : "true"}>
              {words.all}
            </a>
            <a href={`${base}?unread=true`} aria-current={isUnread ? "true" : undefined}>
              {words.onlyUnread}
            </a>
          </nav>
          {items.length === 0 ? (
            <p className="py-6">{isUnread ? words.noneUnread : words.none}</p>
          ) : (
            <NoticesList
              key={`${isUnread}${before}`}
              locale={locale}
              notices={items}
              unread={unread}
              now={new Date().toISOString()}
            />
          )}
          {next === null && before === null ? null : (
            <div className="acts mt-5">
              {before === null ? null : (
                <a className="btn" href={to({})}>
                  {words.newest}
                </a>
              )}
              {next === null ? null : (
                <a className="btn" href={to({ before: next })}>
                  {words.older}
                </a>
              )}
            </div>
          )}
        </section>
        <aside className="col-span-4">
          <DailyMail locale={locale} settings={own} hasServer={settings().mail !== null} />
        </aside>
      </div>
    </>
  )
}
