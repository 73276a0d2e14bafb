import { remitWords, type PlanChoice } from "@/components/admin/people/remit-words"
import type { Account, Session, Token } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { FactorCard } from "./factor-card"
import { MailLanguage } from "./mail-language"
import { OwnSessions } from "./own-sessions"
import { OwnTokens } from "./own-tokens"
import { PasswordForm } from "./password-form"

/** One's own account. `isNeeded`: what this person does asks for a second factor here. */
export function AccountScreen({
  locale,
  account,
  plans,
  sessions,
  tokens,
  now,
  isNeeded,
}: {
  locale: Locale
  account: Account
  plans: PlanChoice[]
  sessions: Session[]
  tokens: Token[]
  now: string
  isNeeded: boolean
}) {
  const { admin, terms } = messages(locale)
  const words = admin.accounts
  const { person } = account
  const facts = [
    { name: words.name, value: <bdi>{person.name}</bdi> },
    { name: words.email, value: <bdi dir="ltr">{person.email}</bdi> },
    { name: words.role, value: terms.role[person.role] },
    {
      name: words.worksOn,
      value: remitWords(locale, person.remit, plans, { everything: words.everything, track: terms.track }),
    },
  ]
  return (
    <div className="grid items-start">
      <div className="col-span-6 flex flex-col gap-6">
        <section className="card">
          <dl className="mb-5 text-sm">
            {facts.map(({ name, value }) => (
              <div key={name} className="flex flex-wrap gap-x-4 border-b border-rule py-2">
                <dt className="muted w-28">{name}</dt>
                <dd className="min-w-0 flex-1 basis-40 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          <MailLanguage locale={locale} language={account.language} />
        </section>
        <section className="card">
          <h2 className="h-s mb-1">{words.password}</h2>
          <p className="small muted mb-4">{words.passwordText}</p>
          <PasswordForm locale={locale} email={person.email} />
        </section>
      </div>
      <div className="col-span-6 flex flex-col gap-6">
        <section className="card">
          <FactorCard
            locale={locale}
            isOn={person.secondFactor}
            codesLeft={account.recoveryCodesLeft}
            isNeeded={isNeeded}
          />
        </section>
        <section className="card">
          <h2 className="h-s mb-1">{words.sessions}</h2>
          <p className="small muted mb-4">{words.sessionsText}</p>
          <OwnSessions locale={locale} sessions={sessions} now={now} />
        </section>
        <section className="card">
          <h2 className="h-s mb-1">{words.tokens}</h2>
          <p className="small muted mb-4">{words.tokensText}</p>
          <OwnTokens locale={locale} tokens={tokens} now={now} />
        </section>
      </div>
    </div>
  )
}
