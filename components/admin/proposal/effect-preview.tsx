import { EffectLines } from "@/components/admin/effect-card"
import { adminWords } from "@/components/admin/words"
import type { Locale } from "@/lib/i18n/locale"
import type { Preview } from "./use-effect-preview"

/** What publishing would move, beside the form; busy while it is being asked. `waiting` says what it waits for. */
export function EffectCard({ locale, preview, waiting }: { locale: Locale; preview: Preview; waiting: string }) {
  const words = adminWords(locale).admin.proposal
  return (
    <div className="card imp" aria-busy={preview.state === "asking"}>
      <div className="flex items-center justify-between">
        <h2 className="h-s">{words.effect}</h2>
        <span className="small muted" role="status">
          {preview.state === "asking" ? words.effectOld : ""}
        </span>
      </div>
      {preview.effect ? (
        <EffectLines locale={locale} effect={preview.effect} />
      ) : (
        <p className="small muted">{preview.state === "failed" ? words.effectFailed : waiting}</p>
      )}
    </div>
  )
}
