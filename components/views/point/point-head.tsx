import { Disclosure } from "@/components/ui/disclosure"
import type { PointView } from "@/lib/domain/views/point"
import { list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import type { KnownSources } from "./known-sources"
import { Said } from "./said"
import { SourceTitle } from "./source-line"
import { StatusCard } from "./status-card"
import { inSentence } from "./strand-words"

/** Number, title, the words of the plan in both languages with their sources, who is named, and where it stands. */
export function PointHead({ locale, view, sources }: { locale: Locale; view: PointView; sources: KnownSources }) {
  const { point, terms } = messages(locale)
  const { text: title, lang } = inLocale(locale, view.point.title)
  const verbatim = view.textKind === "verbatim"
  const named = list(
    "en",
    view.sources.map((source) => source.publisher),
  )
  return (
    <section className="phead p2">
      <div className="pnum" aria-hidden="true">
        {view.point.number}
      </div>
      <div>
        <h1 lang={lang === locale ? undefined : lang}>
          <span className="vh">{terms.point(view.point.number)}: </span>
          {title}
        </h1>
        <div className="verb">
          <blockquote lang="en" dir="ltr">
            {verbatim ? `“${view.text.en}”` : view.text.en}
            <Footer locale={locale}>{verbatim ? point.text.verbatim(named) : point.text.topic(named)}</Footer>
          </blockquote>
          {view.text.ur === null ? null : (
            <blockquote lang="ur" dir="rtl" className="urq">
              {view.text.ur}
              <Footer locale={locale}>
                {view.textUrIsOurTranslation ? point.text.ourUrdu : point.text.officialUrdu}
              </Footer>
            </blockquote>
          )}
        </div>
        {view.wordingVariants.length > 0 || view.sources.length > 0 ? (
          <div className="vari">
            <Disclosure
              icon="list"
              label={
                view.wordingVariants.length > 0
                  ? point.text.variants(view.wordingVariants.length)
                  : point.text.wordingSources
              }
            >
              <ul className="small mt-2 flex flex-col gap-2">
                {view.wordingVariants.map((variant) => (
                  <li key={variant.textEn} className="max-w-[72ch]">
                    <Said locale={locale} text={variant.isQuotation ? `“${variant.textEn}”` : variant.textEn} />{" "}
                    <Said locale={locale} className="muted" text={`${variant.origin}.`} />
                    <SourceTitles locale={locale} ids={variant.sources} sources={sources} />
                  </li>
                ))}
                {view.sources.map((source) => (
                  <li key={source.id}>
                    <SourceTitle locale={locale} source={source} />{" "}
                    <Said locale={locale} className="muted" text={`${source.publisher}.`} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        ) : null}
        <Named locale={locale} view={view} />
        {view.numberIsOfficial ? null : (
          <p className="small muted mt-2">
            {point.text.numberOurs}{" "}
            {view.publishedTrack
              ? `${point.text.publishedTrack(inSentence(locale, terms.track[view.publishedTrack.value]))} (${terms.confidence[view.publishedTrack.confidence]}).`
              : null}
          </p>
        )}
      </div>
      <StatusCard locale={locale} view={view} />
    </section>
  )
}

function Footer({ locale, children }: { locale: Locale; children: string }) {
  return (
    <footer lang={locale} dir={locale === "ur" ? "rtl" : "ltr"}>
      {children}
    </footer>
  )
}

function SourceTitles({ locale, ids, sources }: { locale: Locale; ids: string[]; sources: KnownSources }) {
  const known = ids.flatMap((id) => sources.get(id) ?? [])
  return known.length === 0 ? null : (
    <ul className="mt-1 ps-4">
      {known.map((source) => (
        <li key={source.id}>
          <SourceTitle locale={locale} source={source} />
        </li>
      ))}
    </ul>
  )
}

function Named({ locale, view }: { locale: Locale; view: PointView }) {
  const { point, terms } = messages(locale)
  if (view.leads.length === 0) return null
  return (
    <>
      <p className="lab mt-4">{point.text.leads}</p>
      <ul className="meta !mt-1">
        {view.leads.map((lead) => (
          <li key={`${lead.body.en}/${lead.role}`}>
            <b>
              <Said locale={locale} text={lead.body} />
            </b>{" "}
            <Said locale={locale} text={lead.role} />
            {lead.confidence === "confirmed" ? null : (
              <span className="muted"> ({terms.confidence[lead.confidence as keyof typeof terms.confidence]})</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
