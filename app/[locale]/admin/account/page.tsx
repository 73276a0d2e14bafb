import type { Metadata } from "next"
import { AccountScreen } from "@/components/admin/account/account-screen"
import { PageHead } from "@/components/admin/page-head"
import { findAccount } from "@/lib/data/accounts"
import { listSessions } from "@/lib/data/sessions"
import { settings } from "@/lib/data/settings"
import { listOwnTokens } from "@/lib/data/tokens"
import { can } from "@/lib/domain/policy"
import { messages } from "@/lib/i18n/messages"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { planChoices } from "@/app/[locale]/admin/plan-choices"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.accounts.title)

export default async function AccountPage(page: AdminPage) {
  const { locale, actor, person } = await admit(page, "/admin/account", "self.manage")
  const { accounts } = messages(locale).admin
  const [account, sessions, tokens, plans] = await Promise.all([
    findAccount(actor),
    listSessions(actor, person.id, person.session),
    listOwnTokens(actor),
    planChoices(locale),
  ])
  return (
    <>
      <PageHead title={accounts.title} sub={accounts.intro} />
      <AccountScreen
        locale={locale}
        {...{ account, sessions, tokens, plans }}
        now={new Date().toISOString()}
        isNeeded={settings().twoFactor === "publishing" && can(actor, "recheck.publish")}
      />
    </>
  )
}
