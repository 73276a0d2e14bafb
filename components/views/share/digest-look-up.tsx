import { BarePage } from "@/components/site/bare-page"
import { Icon } from "@/components/ui/icon"
import type { Day } from "@/lib/domain/date"
import { formatDay } from "@/lib/i18n/format"
import { type Locale, otherLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Asks for a digest: a plain form that leads to the page about it. `given` is what somebody wrote that is none. */
export function DigestForm({ locale, given }: { locale: Locale; given: string | null }) {
  const { verify } = messages(locale).linkPage
  return (
    <BarePage locale={locale} other={`/${otherLocale(locale)}/verify`}>
      <div className="wrap">
        <section className="lost">
          <h1>{verify.title}</h1>
          <p className="lede">{verify.text}</p>
          <form action={`/${locale}/verify`} className="flex max-w-[640px] flex-col gap-2">
            <label className="lab" htmlFor="digest">
              {verify.digest}
            </label>
            <input
              className="in mono"
              id="digest"
              name="digest"
              dir="ltr"
              required
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              defaultValue={given ?? undefined}
              aria-invalid={given === null ? undefined : true}
              aria-describedby={given === null ? "digest-hint" : "digest-wrong"}
            />
            {given === null ? (
              <p className="hint" id="digest-hint">
                {verify.hint}
              </p>
            ) : (
              <p className="err" id="digest-wrong" role="alert">
                <Icon name="warning" />
                {verify.malformed}
              </p>
            )}
            <div className="acts">
              <button className="btn pri" type="submit">
                {verify.check}
              </button>
            </div>
          </form>
        </section>
      </div>
    </BarePage>
  )
}

/** Whether an answer with a digest was ever frozen here, from which revision and when; nothing of any link. */
export function DigestFound({
  locale,
  digest,
  revision,
  frozenOn,
}: {
  locale: Locale
  digest: string
  revision: number | null
  frozenOn: Day | null
}) {
  const { verify } = messages(locale).linkPage
  const isKnown = revision !== null && frozenOn !== null
  return (
    <BarePage locale={locale} other={`/${otherLocale(locale)}/verify/${digest}`}>
      <div className="wrap">
        <section className="lost">
          <h1>{isKnown ? verify.known : verify.unknown}</h1>
          <p className="lede">
            {isKnown ? verify.knownText(revision, formatDay(locale, frozenOn)) : verify.unknownText}
          </p>
          <div>
            <p className="small muted">{verify.digest}</p>
            <p className="mono [overflow-wrap:anywhere]" dir="ltr">
              {digest}
            </p>
          </div>
          <div className="acts">
            <a className="btn" href={`/${locale}/verify`}>
              {verify.another}
            </a>
          </div>
        </section>
      </div>
    </BarePage>
  )
}
