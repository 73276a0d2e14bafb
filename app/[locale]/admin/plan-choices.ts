import type { PlanChoice } from "@/components/admin/people/remit-words"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { plansOf } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The plans somebody's work can be limited to, oldest first. */
export async function planChoices(locale: Locale): Promise<PlanChoice[]> {
  const held = await ledger()
  const { share } = messages(locale)
  return plansOf(snapshot(held, held.newest)).map(({ id, year }) => ({ id, label: share.planOf(year) }))
}
