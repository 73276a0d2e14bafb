import type { ReactNode } from "react"
import type { Source } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import { sourceLine } from "./source-line"
import { adminWords } from "./words"

type Told = Pick<Source, "title" | "language" | "url" | "copy" | "publisher" | "kind" | "publishedOn" | "precision">

/** A source by its title, with what it is, where it stands and the archived copy; `children` stand behind these. */
export function SourceTold({
  locale,
  source: { title, language, url, copy, ...source },
  isApart = false,
  children,
}: {
  locale: Locale
  source: Told
  isApart?: boolean // opens beside the page, so that nothing typed there is lost
  children?: ReactNode
}) {
  const name = (
    <span lang={language} dir="auto">
      {title}
    </span>
  )
  const page = url?.startsWith("https:") ? url : null
  return (
    <>
      {page === null ? (
        name
      ) : (
        <a href={page} target={isApart ? "_blank" : undefined} rel="noopener noreferrer">
          {name}
        </a>
      )}
      <span className="small muted block">
        {sourceLine(locale, source)}
        {page === null ? null : (
          <>
            {" · "}
            <bdi>{new URL(page).host}</bdi>
          </>
        )}
        {copy ? (
          <>
            {" · "}
            <a href={`/api/v1/copies/${copy.sha256}`}>{adminWords(locale).admin.review.archived}</a>
          </>
        ) : null}
        {children}
      </span>
    </>
  )
}
