import { formatMoment } from "@/components/admin/when"
import type { KeptDraft } from "@/lib/domain/form/draft"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Where somebody goes on with a draft. */
const draftHref = (locale: Locale, { id }: Pick<KeptDraft, "id">) => `/${locale}/admin/propose?draft=${id}`

/** What one has begun and not sent; nobody else sees it. */
export function DraftList({ locale, drafts, now }: { locale: Locale; drafts: KeptDraft[]; now: string }) {
  const { proposal } = messages(locale).admin
  return (
    <section className="card">
      <h2 className="h-s">{proposal.drafts}</h2>
      <p className="small muted mt-1">{proposal.draftsIntro}</p>
      <ul className="mt-2 flex flex-col">
        {drafts.map((draft) => (
          <li key={draft.id} className="border-t border-rule py-2 text-sm">
            <a href={draftHref(locale, draft)}>
              <bdi>{draft.title || proposal.draftUntitled}</bdi>
            </a>
            <br />
            <span className="small muted">{proposal.draftAt(formatMoment(locale, draft.updatedAt, now))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
