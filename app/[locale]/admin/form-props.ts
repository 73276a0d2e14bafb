import type { ProposalFormProps } from "@/components/admin/proposal/proposal-form"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { commitmentChoices, commitmentForm, sourceChoices } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What the proposal form needs of the ledger: the named commitments, and all there is to choose from. */
export async function formProps(
  locale: Locale,
  commitments: Iterable<string>,
): Promise<Omit<ProposalFormProps, "initial" | "stored" | "keepAs">> {
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const forms = [...new Set(commitments)].flatMap((id) => {
    const record = facts.records.commitment.get(id)
    return record ? [[id, commitmentForm(facts, record)] as const] : []
  })
  return {
    locale,
    newest: held.newest,
    forms: Object.fromEntries(forms),
    choices: commitmentChoices(facts),
    library: sourceChoices(facts),
    ruleNames: messages(locale).point.rules,
  }
}
