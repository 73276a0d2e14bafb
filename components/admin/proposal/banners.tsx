"use client"

import { usePathname } from "next/navigation"
import type { Problem } from "@/components/form/client"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"
import { formatMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"

/** What stands between the typed text and the server, with the way on. Announced when it appears. */
export function Banners({
  locale,
  problem,
  errors,
  fieldName,
  isNew,
  wasRestored,
  elsewhereAt,
  onShowElsewhere,
  onDropRestored,
  onSaveOver,
  onRetry,
}: {
  locale: Locale
  problem: Problem | null
  errors: Record<string, string[]>
  fieldName: (field: string) => { name: string; sentence: string }
  isNew: boolean
  wasRestored: boolean
  elsewhereAt: string | null
  onShowElsewhere: () => void
  onDropRestored: () => void
  onSaveOver: () => void
  onRetry: () => void
}) {
  const { admin, errors: sentences } = adminWords(locale)
  const words = admin.proposal
  const path = usePathname()
  const fields = Object.keys(errors)
  return (
    <div role="status" className="flex flex-col gap-3 empty:hidden">
      {wasRestored ? (
        <Strip text={words.restored}>
          <button type="button" className="btn" onClick={onDropRestored}>
            {isNew ? words.dropRestoredNew : words.dropRestored}
          </button>
        </Strip>
      ) : null}
      {elsewhereAt ? (
        <Strip text={words.elsewhereKept(formatMoment(locale, elsewhereAt, elsewhereAt))}>
          <button type="button" className="btn" onClick={onShowElsewhere}>
            {words.showKept}
          </button>
        </Strip>
      ) : null}
      {problem?.code === "unauthenticated" ? (
        <Strip text={words.signInAgain}>
          <a
            className="btn"
            href={`/${locale}/sign-in?next=${encodeURIComponent(path)}`}
            target="_blank"
            rel="noopener"
          >
            {words.signInLink}
          </a>
        </Strip>
      ) : null}
      {problem?.code === "conflict" ? (
        <Strip text={words.elsewhere}>
          <button type="button" className="btn" onClick={onSaveOver}>
            {words.saveOver}
          </button>
          <a className="btn" href={path} target="_blank" rel="noopener">
            {words.showOther}
          </a>
        </Strip>
      ) : null}
      {problem && !["unauthenticated", "conflict", "invalid"].includes(problem.code) ? (
        <Strip text={sentences[problem.code]}>
          <button type="button" className="btn" onClick={onRetry}>
            {words.tryAgain}
          </button>
        </Strip>
      ) : null}
      {problem?.code === "invalid" ? (
        <div className="note border-alert!" tabIndex={-1} id="form-problems">
          <p className="font-semibold">{fields.length > 0 ? words.fieldsWrong(fields.length) : sentences.invalid}</p>
          <ul>
            {fields.map((field) => {
              const { name, sentence } = fieldName(field)
              return (
                <li key={field}>
                  {name}: {sentence}
                </li>
              )
            })}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function Strip({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="amber rounded-ui border border-amber-edge">
      <div className="wrap mx-0! max-w-none! px-4!">
        <Icon name="warning" />
        <span>{text}</span>
        <span className="ms-auto flex flex-wrap gap-2">{children}</span>
      </div>
    </div>
  )
}
