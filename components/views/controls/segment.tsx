import type { Hrefs } from "@/components/views/hrefs"
import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type Choice = { words: string; href: string | null; chosen: boolean }

/** A few exclusive choices side by side. Without anywhere to go only the chosen one is said. */
export function Segment({ label, choices, className = "" }: { label: string; choices: Choice[]; className?: string }) {
  const shown = choices.filter((choice) => choice.chosen || choice.href !== null)
  if (shown.length === 1 && shown[0]!.href === null) return <span className="pill">{shown[0]!.words}</span>
  return (
    <div className={`seg ${className}`} role="group" aria-label={label}>
      {shown.map(({ words, href, chosen }) =>
        href === null ? (
          <span key={words} aria-current="true">
            {words}
          </span>
        ) : (
          <a key={words} href={href} aria-current={chosen ? "true" : undefined}>
            {words}
          </a>
        ),
      )}
    </div>
  )
}

/** Another edition has other points, so the switch leaves the choice of points behind, and any weights of theirs. */
export function PlanChoice({ locale, view, hrefs }: { locale: Locale; view: Frame; hrefs: Hrefs }) {
  const { controls } = messages(locale)
  return (
    <Segment
      label={controls.edition}
      choices={view.plans.map((plan) => ({
        words: controls.plan(plan.year, plan.pointCount),
        href: hrefs.here({ plan: plan.id, points: null, own: null }),
        chosen: plan.id === view.plan,
      }))}
    />
  )
}
