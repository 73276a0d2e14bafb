import { Icon } from "@/components/ui/icon"
import { Panel } from "@/components/views/controls/panel"
import { CopyAddress } from "@/components/views/point/copy-address"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How to cite what is shown, behind a button. */
export function Cite({ locale, citation }: { locale: Locale; citation: CitationView }) {
  return (
    <Panel label={messages(locale).cite.label} icon="book" look="btn" end>
      <div className="w-[min(27rem,78vw)]">
        <CiteWords locale={locale} citation={citation} />
      </div>
    </Panel>
  )
}

/** What a printed page says of itself, where its controls stand on screen: what it shows and how to cite it. */
export function CitedOnPaper({
  locale,
  citation: { id, text, moves },
  summary,
}: {
  locale: Locale
  citation: CitationView
  summary?: string
}) {
  return (
    <div className="on-paper">
      {summary ? <p>{summary}</p> : null}
      {moves ? <p className="cite-moved">{messages(locale).cite.moved}</p> : null}
      <p className="cite-now">
        {text} {messages(locale).cite.id}{" "}
        <bdi className="mono" dir="ltr">
          {id}
        </bdi>
      </p>
    </div>
  )
}

/** The citation in words, its permanent address, and a file in each style. */
export function CiteWords({ locale, citation }: { locale: Locale; citation: CitationView }) {
  const { cite, site } = messages(locale)
  const { id, text, path, url, files, moves } = citation
  const words = (
    <div className="cite-now flex flex-col gap-3 text-(length:--t-m)">
      <p className="wrap-anywhere">{text}</p>
      <div className="copy" dir="ltr">
        <a className="mono py-2" href={path} title={cite.permanent}>
          {url}
        </a>
        <CopyAddress address={text} copy={site.copy} copied={site.copied} />
      </div>
      <p className="small muted">
        {cite.id}{" "}
        <bdi className="mono" dir="ltr">
          {id}
        </bdi>
        {". "}
        {cite.sub}
      </p>
      <ul className="-ms-2.5 flex flex-wrap gap-1">
        {files.map(({ style, href }) => (
          <li key={style}>
            <a className="btn ghost" href={href} download>
              <Icon name="download" />
              {cite.style[style]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
  if (!moves) return words
  return (
    <>
      {words}
      <div className="cite-moved text-(length:--t-m)">
        <p>{cite.moved}</p>
        <p className="mt-2">
          {/* Nowhere else but here, as the address has become. */}
          <a href="">{cite.again}</a>
        </p>
      </div>
    </>
  )
}
