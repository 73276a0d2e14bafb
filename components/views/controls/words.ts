import type { Hrefs } from "@/components/views/hrefs"
import { dayOf } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** "2014 plan, as of 31 Dec 2025, finding". */
export function summaryOf(locale: Locale, view: Frame, query: Query): string {
  const { controls, terms } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)
  return [
    plan ? controls.planYear(plan.year) : view.plan,
    controls.asOfDay(formatDay(locale, view.asOf)),
    ...(query.known === null ? [] : [controls.knownAt(view.revision, formatDay(locale, dayOf(view.publishedAt)))]),
    terms.lane[view.lane].toLowerCase(),
    ...narrowWords(locale, view).map((it) => it.words),
  ].join(locale === "ur" ? "، " : ", ")
}

export type Narrowing = { words: string; removeHref: string | null }

/** Each way in which the view is narrower than the whole plan, with the link that undoes it. */
export function narrowings(locale: Locale, view: Frame, hrefs: Hrefs): Narrowing[] {
  const { terms } = messages(locale)
  const lane = view.lane === "claim" ? [{ words: terms.lane.claim, removeHref: hrefs.here({ lane: "finding" }) }] : []
  return [
    ...lane,
    ...narrowWords(locale, view).map(({ words, name }) => ({ words, removeHref: hrefs.here({ [name]: null }) })),
  ]
}

function narrowWords(locale: Locale, view: Frame): { name: "track" | "region" | "points"; words: string }[] {
  const { controls, terms } = messages(locale)
  const found: { name: "track" | "region" | "points"; words: string }[] = []
  if (view.track) found.push({ name: "track", words: terms.track[view.track] })
  if (view.region) found.push({ name: "region", words: inLocale(locale, view.region.name).text })
  if (view.points?.length === 1) found.push({ name: "points", words: controls.pointOnly(view.points[0]!) })
  else if (view.points)
    found.push({ name: "points", words: controls.pointsOnly(view.points.join(locale === "ur" ? "، " : ", ")) })
  return found
}

/** A link taken apart for a GET form: where it leads and what it carries besides the form's own field. */
export function formOf(href: string | null): { action: string; carried: [string, string][] } | null {
  if (href === null) return null
  const [action = "", search = ""] = href.split("?")
  return { action, carried: [...new URLSearchParams(search)] }
}
