import { Disclosure } from "@/components/ui/disclosure"
import { Said } from "@/components/views/point/said"
import type { CitedSource } from "@/lib/domain/views/rankings"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What it rests on that something was promised and never seen: who published what. */
export function SilenceSources({ locale, cited }: { locale: Locale; cited: CitedSource[] }) {
  if (cited.length === 0) return null
  return (
    <div className="small">
      <Disclosure label={messages(locale).overview.silences.sources(cited.length)} icon="list">
        <ul className="mt-1 flex flex-col gap-1">
          {cited.map(({ id, title, publisher, href }) => (
            <li key={id}>
              {href === null ? (
                <Said locale={locale} text={title} />
              ) : (
                <a href={href} rel="noopener noreferrer">
                  <Said locale={locale} text={title} />
                </a>
              )}{" "}
              <Said locale={locale} className="muted" text={publisher} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
