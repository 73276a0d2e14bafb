import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { SourceFacts, SourceTitle } from "@/components/views/point/source-line"
import type { Role } from "@/lib/domain/policy"
import type { SourceView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The sources that the levels of a view rest on. */
export function LinkSources({ locale, sources }: { locale: Locale; sources: SourceView[] }) {
  const words = messages(locale).linkPage.sources
  if (sources.length === 0) return null
  return (
    <section className="sec" aria-label={words.title(sources.length)}>
      <Disclosure label={words.title(sources.length)} icon="list">
        <p className="small muted mb-2">{words.sub}</p>
        <ol className="flex flex-col gap-3">
          {sources.map((source) => (
            <li key={source.id}>
              <SourceTitle locale={locale} source={source} />
              <p className="small muted">
                <SourceFacts locale={locale} source={source} />
              </p>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  )
}

/** Whom to ask, and the digest by which anybody can check that a frozen answer was given here. */
export function LinkAbout({
  locale,
  sharedBy,
  host,
  digest,
  isTurned,
  isPublic,
}: {
  locale: Locale
  sharedBy: Role | null
  host: string
  digest: string | null
  isTurned: boolean
  /** Where signing in is needed to look a digest up, a visitor is not sent there. */
  isPublic: boolean
}) {
  const { about } = messages(locale).linkPage
  return (
    <section className="sec" aria-labelledby="about-link">
      <h2 id="about-link">{about.title}</h2>
      <div className="prose2 mt-3 max-w-[760px]">
        <h3 className="h-s">{about.who}</h3>
        <p>{about.whoText(about.madeBy[sharedBy ?? "operator"], host)}</p>
        {digest === null ? null : (
          <>
            <h3 className="h-s">{about.digest}</h3>
            <p>
              <span className="mono" dir="ltr">
                {digest.slice(0, 12)}…
              </span>{" "}
              {isPublic ? <a href={`/${locale}/verify/${digest}`}>{about.verify}</a> : null}
            </p>
            {isTurned ? <p>{about.turned}</p> : null}
            <Disclosure label={about.whole} icon="lock">
              <p className="mono small [overflow-wrap:anywhere]" dir="ltr" data-digest={digest}>
                {digest}
              </p>
              <p className="small muted mt-2">{about.digestText}</p>
            </Disclosure>
          </>
        )}
      </div>
    </section>
  )
}

/** Said above everything where the method of today gives other numbers than those that were frozen. */
export function BrokenNotice({ locale }: { locale: Locale }) {
  const { broken } = messages(locale).linkPage
  return (
    <aside className="amber" role="alert" data-broken="">
      <div className="wrap">
        <Icon name="warning" />
        <span className="min-w-0 flex-1">
          <b>{broken.title}</b> {broken.text}
        </span>
      </div>
    </aside>
  )
}
