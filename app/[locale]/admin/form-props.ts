import type { ProposalFormProps } from "@/components/admin/proposal/proposal-form"
import type { OpenedDraft } from "@/components/admin/proposal/use-kept"
import { draftOfForm, findDraft } from "@/lib/data/drafts"
import { ledger } from "@/lib/data/ledger"
import { reviewers } from "@/lib/data/reviewers"
import { snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { commitmentChoices, commitmentForm, sourceChoices } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Given = "initial" | "stored" | "form" | "keepAs" | "opened"

/** What the proposal form needs of the ledger: the named commitments, and all there is to choose from. */
export async function formProps(
  locale: Locale,
  actor: Actor,
  commitments: Iterable<string>,
): Promise<Omit<ProposalFormProps, Given>> {
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
    reviewers: await reviewers(actor),
    ruleNames: messages(locale).point.rules,
  }
}

/** The draft that a form goes on with: the one that is asked for, else one's newest of this form. */
export async function openedDraft(actor: Actor, id: string | null, form: string): Promise<OpenedDraft | null> {
  const found = id === null ? null : await findDraft(actor, id).catch(missingIsNull)
  const draft = found?.form === form ? found : await draftOfForm(actor, form)
  return draft && { id: draft.id, version: draft.version, updatedAt: draft.updatedAt, content: draft.content }
}

/** The commitments that a kept draft is about, so that the page brings their forms. */
export function commitmentsWithin(content: Record<string, unknown> | undefined): string[] {
  const { items } = (content?.text ?? {}) as { items?: { commitment?: unknown }[] }
  return (items ?? []).flatMap(({ commitment }) => (typeof commitment === "string" ? [commitment] : []))
}

export function missingIsNull(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null
  throw error
}
