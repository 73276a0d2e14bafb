import { Icon } from "@/components/ui/icon"
import { LinkMessage } from "@/components/views/share/link-message"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Asks for a link's password. A plain form that posts to the link's own address: it works without JavaScript. */
export function LockedLink({ locale, isWrong }: { locale: Locale; isWrong: boolean }) {
  const { locked } = messages(locale).share
  return (
    <LinkMessage locale={locale} words={{ en: messages("en").share.locked, ur: messages("ur").share.locked }}>
      <form method="post" className="mt-4 flex max-w-96 flex-col gap-2">
        <label className="lab" htmlFor="password">
          {locked.password}
        </label>
        <input
          className="in"
          id="password"
          name="password"
          type="password"
          dir="ltr"
          autoComplete="off"
          maxLength={200}
          required
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? "password-wrong" : undefined}
        />
        {isWrong ? (
          <p className="err" id="password-wrong" role="alert">
            <Icon name="warning" />
            {locked.wrong}
          </p>
        ) : null}
        <div className="acts">
          <button className="btn pri" type="submit">
            {locked.open}
          </button>
        </div>
      </form>
    </LinkMessage>
  )
}
